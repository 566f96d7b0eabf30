"""What the file of a deck is called."""

from __future__ import annotations

import re

from data.vietnamese.text import fold


def deck_file_name(slide_title: str, ending: str) -> str:
    """A file name that says what is inside and that every system takes: 'muc-tieu-con-thieu-tinh-ha-tinh-2022.pptx'."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(slide_title)).strip("-")
    return f"{plain[:90].rstrip('-') or 'trang-chieu'}.{ending}"
