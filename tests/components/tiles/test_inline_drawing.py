"""A drawing is folded into an attribute that the sanitizer of st.html keeps."""

import re
from urllib.parse import unquote

from components.tiles.inline_drawing import folded


def test_a_drawing_is_folded_without_a_sign_that_ends_an_attribute_or_is_taken_for_a_tag():
    drawn = '<svg viewBox="0 0 1 1"><title>Mục tiêu > 70% &amp; "đạt"</title></svg>'
    element = folded(drawn, "through-time")
    found = re.fullmatch(r'<div class="through-time drawn" data-drawing="([^"<>&\']*)"></div>', element)
    assert found and unquote(found[1]) == drawn and "Mục tiêu" in element
