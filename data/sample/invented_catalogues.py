"""The catalogues that go with the invented figures: documents, deadlines, points of an index, and what the indicators say of themselves."""

from __future__ import annotations

from datetime import date, timedelta

from data.sample.seed_files import read
from data.sample.subjects import PROVINCE, QUARTERS, SUBJECTS, inspection_of, report_of
from data.vietnamese.periods import period_end
from data.vietnamese.terms import SAMPLE


def weights() -> list[dict[str, str]]:
    """An invented set of points for communes and districts: until 2024 on a scale of 1000, since then other points on 100."""
    versions = (
        (1000, "01/01/2021", "01/01/2025", {"CQ.06": 200, "CQ.25": 150, "CQ.04": 100, "CQ.08": 100, "CQ.63": 100, "HT.07": 200, "NL.07": 150}),
        (100, "01/01/2025", "", {"CQ.06": 25, "CQ.25": 15, "CQ.04": 10, "CQ.08": 10, "CQ.63": 10, "HT.07": 10, "NL.07": 15, "HT.45": 5}),
    )  # fmt: skip
    rows = []
    for scale, begins, ends, points in versions:
        for level in ("huyen", "xa"):
            there = {code: most for code, most in points.items() if level == "xa" or code != "HT.45"}
            there["HT.07"] += scale - sum(there.values())
            rows += [
                _weight(number, code, most, scale, level, begins, ends)
                for number, (code, most) in enumerate(there.items(), start=1)
            ]
    return rows


_PARTS = {"CQ": "Chính quyền số", "HT": "Hạ tầng số", "NL": "Nhân lực số"}
_HALVES = {"CQ.63": "95:{0}/80:{1}", "HT.45": "10:{0}/20:{1}"}  # these are scored by steps: all of the points, half of them


def _weight(line: int, code: str, most: int, scale: int, level: str, begins: str, ends: str) -> dict[str, str]:
    steps = _HALVES.get(code, "").format(most, most / 2)
    return {
        "ma_bo_chi_so": "MINH-HOA", "ten_bo_chi_so": f"Bộ chỉ số minh họa từ {begins[-4:]}", "thang_diem": str(scale), "cap": level,
        "tu_ngay": begins, "den_ngay": ends, "thu_tu": str(line), "nhom_diem": _PARTS[code[:2]], "ma_chi_tieu": code, "diem_toi_da": str(most),
        "cach_cham": "bac" if steps else "ty_le", "dat_toi_da_tai": "90" if code == "CQ.25" else "", "cac_bac": steps,
        "khong_ap_dung": "phường" if code == "HT.45" else "", "nguon": "Bộ chỉ số minh họa", "vi_tri": "Bảng điểm",
        "ghi_chu": f"{SAMPLE}: bộ điểm không có thật.",
    }  # fmt: skip


def documents() -> list[dict[str, str]]:
    """Plans by year and reports by quarter, with inspections of the same day; each says that it does not exist."""

    def document(number: str, kind: str, day: date) -> dict[str, str]:
        told = f"{day:%d/%m/%Y}"
        return {
            "so_hieu": number, "loai": kind, "ten": f"{SAMPLE}: văn bản không có thật", "co_quan": SAMPLE, "ngay": told,
            "ngay_xep": told, "ma_don_vi": PROVINCE, "ghi_chu": f"{SAMPLE}, không phải số liệu thật.",
        }  # fmt: skip

    plans = [document(f"Kế hoạch minh họa năm {year}", "kế hoạch", date(year, 1, 15)) for year in range(2021, 2027)]
    plans.append(document("Kế hoạch minh họa của xã, phường năm 2026", "kế hoạch", date(2026, 2, 10)))
    for year, period in QUARTERS:
        day = period_end(year, period) + timedelta(days=5)
        plans += [document(report_of(year, period), "báo cáo", day), document(inspection_of(year, period), "báo cáo", day)]
    return plans


def indicators() -> list[dict[str, str]]:
    """The catalogue as it is; of the invented figures it says how they add up, and that they are due by the quarter."""
    told = {subject.indicator: {"cach_cong": subject.accumulation, "ky_bao_cao": "Q", "tre_so_lieu": "0"} for subject in SUBJECTS}
    return [row | told.get(row["ma_chi_tieu"], {}) for row in read("indicators.csv")]


def deadlines() -> list[dict[str, str]]:
    """The deadlines of the law, and invented ones of the province in place of those of its real plan."""
    own = {
        "bo_han": "Kế hoạch minh họa", "ky_bao_cao": "Q", "thang_thu": "4", "ngay_han": "10", "ma_tinh": PROVINCE, "tu_ngay": "01/01/2021",
        "nguon": "Kế hoạch minh họa năm 2021", "vi_tri": "Phần tổ chức thực hiện",
    }  # fmt: skip
    return [own, *(row for row in read("deadlines.csv") if not row["ma_tinh"])]
