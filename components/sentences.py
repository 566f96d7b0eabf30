"""What a figure says in words: headlines, paths, alternative texts. Drafted from figures, never beyond them."""

from __future__ import annotations

import pandas as pd

from components import words


def overview(counts: pd.DataFrame, gaps: pd.DataFrame, year: int) -> str:
    """'Năm 2022: 14 trong 21 mục tiêu đạt, 5 chưa đạt; thiếu nhiều nhất: Hồ sơ điện tử, cấp xã (−10 điểm %)'.

    Takes the columns of ``status_count`` and ``attention``.
    """
    by_status = counts.groupby("status")["targets"].sum()
    total = int(counts["targets"].sum())
    judged = int(sum(by_status.get(status, 0) for status in ("met", "near", "missed")))
    if not judged:
        waiting = "chưa đến hạn" if "not_due" in by_status else "chưa có số liệu kết quả"
        return f"Năm {year}: {total} mục tiêu, {waiting}"
    said = [f"{int(by_status.get('met', 0))} trong {total} mục tiêu đạt"]
    said += [f"{int(by_status[status])} {word}" for status, word in
             (("near", "gần đạt"), ("missed", "chưa đạt"), ("no_result", "chưa có số liệu"), ("not_due", "chưa đến hạn"))
             if by_status.get(status, 0)]
    sentence = f"Năm {year}: " + ", ".join(said)
    measured = gaps[gaps["gap"].notna()]
    if len(measured):
        worst = next(measured.itertuples())
        sentence += (f"; thiếu nhiều nhất: {worst.short_name.lower() if worst.short_name[1:2].islower() else worst.short_name}"
                     f", {words.LEVEL_PHRASES[worst.level]} ({words.change(worst.gap, worst.unit_of_measure)})")
    return sentence


def year_source(sources: pd.DataFrame) -> str:
    """Source line of a year. Takes the columns of ``year_sources``."""
    places = []
    for row in sources.itertuples():
        locators = row.locators.split("; ") if isinstance(row.locators, str) else []
        short = [locator for locator in locators if not locator.startswith("nêu tại")]
        places.append(f"{row.document} ({locators[0]})" if locators and not short else row.document)
    as_of = sources["as_of"].max() if len(sources) else None
    return words.source_line(places, as_of)


def gaps_alt(gaps: pd.DataFrame) -> str:
    """Alternative text of the chart of gaps. Takes the columns of ``attention``."""
    return "Mục tiêu còn thiếu: " + "; ".join(
        f"{row.short_name}, {words.LEVEL_PHRASES[row.level]}: kết quả {words.result(row)}, mục tiêu {words.target(row)}, "
        f"{words.STATUSES[row.status][1].lower()}" for row in gaps.itertuples())


def bars_alt(rows: pd.DataFrame, name: str, unit_of_measure: str) -> str:
    """Alternative text of bars of one indicator. Takes level, year (where there is one), target and result columns."""
    said = []
    for row in rows.assign(unit_of_measure=unit_of_measure).itertuples():
        when = f"năm {row.year}" if hasattr(row, "year") else words.LEVEL_PHRASES[row.level]
        said.append(f"{when}: mục tiêu {words.target(row)}, kết quả {words.result(row)}, {words.STATUSES[row.status][1].lower()}")
    return f"{name}. " + "; ".join(said)


def indicator(trend: pd.DataFrame, paths: pd.DataFrame, name: str, unit_of_measure: str) -> str:
    """The last judged year at each level, else what the next target asks for. Takes whole-year rows of ``indicator_trend``."""
    results = trend[trend["actual"].notna() | trend["actual_as_written"].notna()]
    if results.empty:
        coming = trend[trend["required"].notna()]
        if coming.empty:
            return f"{name}: chưa có số liệu kết quả"
        year = int(coming["year"].min())
        return f"{name}: mục tiêu năm {year} là {_levels(coming[coming['year'] == year], unit_of_measure, words.target)}, chưa có kết quả"
    year = int(results["year"].max())
    last = results[results["year"] == year]
    sentence = f"{name}: năm {year} đạt {_levels(last, unit_of_measure, words.result)}"
    if last["actual"].isna().all():
        sentence = f"{name}: năm {year} {_levels(last, unit_of_measure, words.result)}"
    steps = needed(paths.head(1) if len(paths) == 1 else paths[paths["year"] == paths["year"].min()], unit_of_measure)
    return f"{sentence}; {steps}" if steps else sentence


def _levels(rows: pd.DataFrame, unit_of_measure: str, say) -> str:
    rows = rows.assign(unit_of_measure=unit_of_measure)
    if len(rows) == 1 and rows["level"].iloc[0] == "all":
        return say(next(rows.itertuples()))
    return ", ".join(f"{say(row)} ({words.LEVELS[row.level].lower()})" for row in rows.itertuples())


def needed(paths: pd.DataFrame, unit_of_measure: str) -> str:
    """The pace still needed in words: 'cấp xã cần thêm 20 điểm % mỗi năm đến 2023'. Takes ``indicator_path``."""
    return "; ".join(step for row in paths.itertuples() if (step := _pace(row, unit_of_measure)))


def _pace(row, unit_of_measure: str) -> str:
    who = "" if row.level == "all" else f"{words.LEVEL_PHRASES[row.level]} "
    if abs(row.pace) < 0.005:
        return f"{who}giữ mức {words.amount(row.from_value, unit_of_measure)} đến {row.year}"
    amount = words.change(abs(row.pace), unit_of_measure).removeprefix("+")
    verb = "cần thêm" if row.pace > 0 else "cần giảm"
    each = "mỗi năm đến" if row.year - row.from_year > 1 else "trong năm"
    return f"{who}{verb} {amount} {each} {row.year}"


def path_note(paths: pd.DataFrame, unit_of_measure: str) -> str:
    """How the dotted lines were drawn, and where they stand today. Takes ``indicator_path``."""
    said = []
    for row in paths.itertuples():
        line = f"{words.LEVELS[row.level]}: từ {words.amount(row.from_value, unit_of_measure)} ({row.from_year}) đến {words.amount(row.required, unit_of_measure)} ({row.year}), {_pace(row, unit_of_measure).removeprefix(words.LEVEL_PHRASES[row.level] + ' ')}"
        if not pd.isna(row.expected_now):
            line += f", đường thẳng nay ở mức {words.amount(round(row.expected_now, 1), unit_of_measure)}"
        said.append(line)
    return "Đường chấm nối kết quả gần nhất với mục tiêu. " + "; ".join(said) + "." if said else ""


def levels(rows: pd.DataFrame, year: int) -> str:
    """Headline of the comparison of levels for its first indicator. Takes rows of ``level_comparison`` of one indicator."""
    name = rows["short_name"].iloc[0]
    reported = rows[rows["actual"].notna()]
    if reported.empty:
        wanted = ", ".join(f"{words.LEVELS[row.level].lower()} {words.target(row)}" for row in rows.itertuples())
        return f"{name} năm {year}: mục tiêu {wanted}; chưa có kết quả"
    said = ", ".join(f"{words.LEVELS[row.level].lower()} {words.STATUSES[row.status][1].lower()}"
                     + (f" ({words.change(row.gap, '%')})" if row.gap else "") for row in reported.itertuples())
    return f"{name} năm {year}: {said}"
