"""Names of indicators as markup: abbreviations written out, and those that have no short full name explained where they stand."""

from __future__ import annotations

import re
from functools import lru_cache

from components.text.spelling import opening
from components.tiles.html_table import Markup, joined, tag

EXPLAINED = {
    "LGSP": "nền tảng tích hợp, chia sẻ dữ liệu dùng chung của tỉnh (Local Government Service Platform)",
    "NGSP": "nền tảng tích hợp, chia sẻ dữ liệu quốc gia (National Government Service Platform)",
    "IPv6": "giao thức Internet thế hệ mới, phiên bản 6",
    "HĐND": "hội đồng nhân dân",
    "NQ": "nghị quyết",
    "QĐ": "quyết định",
    "TU": "tỉnh ủy",
    "LĐTBXH": "lao động, thương binh và xã hội",
    "THCS": "trung học cơ sở",
    "THPT": "trung học phổ thông",
    "PAR INDEX": "chỉ số cải cách hành chính",
    "IOC": "trung tâm giám sát, điều hành thông minh",
    "LAN": "mạng nội bộ",
    "BTS": "trạm thu phát sóng di động",
    "FTTH": "cáp quang đến tận nhà",
    "ADSL": "Internet qua đường dây điện thoại",
    "OCOP": "chương trình mỗi xã một sản phẩm",
}
_ANY = re.compile("|".join(rf"\b{re.escape(short)}\b" for short in EXPLAINED))


@lru_cache(maxsize=4000)
def indicator_name(short_name: str) -> Markup:
    """A short name that opens a line: 'Hồ sơ thủ tục hành chính …'; what stays abbreviated says its meaning when pointed at."""
    parts, name, begin = list[Markup | str](), opening(short_name), 0
    for found in _ANY.finditer(name):
        parts += [name[begin : found.start()], tag("abbr", found[0], title=EXPLAINED[found[0]])]
        begin = found.end()
    return joined(*parts, name[begin:])
