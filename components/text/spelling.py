"""Spelling of names and quotes: abbreviations written out for sentences that are read aloud, misprints marked but kept."""

from __future__ import annotations

import re
from functools import lru_cache

WRITTEN_OUT = {
    "CB, CC, VC": "cán bộ, công chức, viên chức",
    "CBCC": "cán bộ, công chức",
    "BQL": "ban quản lý",
    "CB, CC": "cán bộ, công chức",
    "CN": "công nghiệp",
    "HTX": "hợp tác xã",
    "KDC": "khu dân cư",
    "SXKD": "sản xuất, kinh doanh",
    "TMĐT": "thương mại điện tử",
    "TTĐT": "thông tin điện tử",
    "ATTT": "an toàn thông tin",
    "CĐS": "chuyển đổi số",
    "CNTT": "công nghệ thông tin",
    "CSDL": "cơ sở dữ liệu",
    "DN": "doanh nghiệp",
    "DVC": "dịch vụ công",
    "DVCTT": "dịch vụ công trực tuyến",
    "TSLCD": "mạng truyền số liệu chuyên dùng",
    "TTHC": "thủ tục hành chính",
    "UBND": "ủy ban nhân dân",
    "GD": "giáo dục",
    "GDCD": "giáo dục công dân",
    "HĐND": "hội đồng nhân dân",
    "KH": "kế hoạch",
    "LĐTBXH": "Lao động, Thương binh và Xã hội",
    "NQ": "Nghị quyết",
    "PT": "phổ thông",
    "QĐ": "Quyết định",
    "TT&TT": "thông tin và truyền thông",
    "VT": "viễn thông",
    "ĐT": "điện tử",
}
MISPRINTS = {"đầu thầu": "đấu thầu"}  # as a document prints it -> the right word
_ANY = re.compile(  # not inside the number of a document: 05-NQ/TU, 06/QĐ-TTg
    "|".join(rf"(?<![-/\w]){re.escape(short)}(?![-/\w])" for short in sorted(WRITTEN_OUT, key=len, reverse=True))
)


@lru_cache(maxsize=8000)
def spelled(name: str) -> str:
    """A name with its abbreviations written out: 'TTHC đủ điều kiện' -> 'thủ tục hành chính đủ điều kiện'; others stay."""
    return _ANY.sub(lambda found: WRITTEN_OUT[found[0]], name)


def inside(name: str) -> str:
    """A name inside a sentence: written out, its first letter small, unless it opens with an abbreviation that stays."""
    text = spelled(name)
    return text[:1].lower() + text[1:] if not text[1:2].isupper() else text


def opening(name: str) -> str:
    """A name that opens a line: written out, its first letter large."""
    text = spelled(name)
    return text[:1].upper() + text[1:]


def quoted(text: str) -> str:
    """Words of a document as they stand there, the right word in brackets behind a misprint: '“chưa đầu thầu [đấu thầu] thành công”'."""
    for printed, right in MISPRINTS.items():
        text = text.replace(printed, f"{printed} [{right}]")
    return f"“{text}”"
