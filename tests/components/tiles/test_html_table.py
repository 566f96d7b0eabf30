"""Tables escape every text; what differs from column to column is said by the column."""

from pathlib import Path

import pytest

from components.page import page_setup
from components.tiles.html_table import OPEN_ROWS, Cell, Column, Group, Markup, folded, joined, markup, small, table, tag
from components.tiles.links import link

HOSTILE = '<img src=x onerror="alert(1)">'


@pytest.mark.parametrize(
    "made",
    [
        table(["A"], [[HOSTILE]]),
        table([HOSTILE], [["a"]]),
        table(["A"], [Group(HOSTILE)]),
        table(["A"], [[Cell(HOSTILE, HOSTILE)]]),
        table([Column("A", caption=HOSTILE)], [["a"]]),
        table(["A"], [[joined(HOSTILE, small(HOSTILE))]]),
        table(["A"], [[link(HOSTILE, HOSTILE, title=HOSTILE)]]),
    ],
    ids=["cell", "heading", "group", "styled cell", "caption", "second line", "link"],
)
def test_no_text_becomes_markup_wherever_it_stands(made):
    assert "<img" not in made and "&lt;img" in made and 'onerror="' not in made


def test_markup_made_here_is_kept_and_escaped_once():
    assert markup(tag("b", "A & B")) == "<b>A &amp; B</b>" == joined(tag("b", "A & B"))
    assert isinstance(markup("<"), Markup) and markup(3) == "3"


def test_a_table_has_headings_captions_and_groups():
    made = table(
        [Column("Tên", caption=""), Column("Văn bản, vị trí", caption="Văn bản", nowrap=True)],
        [Group("Nhóm"), ["a", "b"], ["c", Cell("–", "none")]],
        "wide",
    )
    assert made == (
        '<table class="grid wide"><thead><tr><th scope="col">Tên</th><th scope="col">Văn bản, vị trí</th></tr></thead><tbody>'
        '<tr class="group"><th colspan="2" scope="rowgroup">Nhóm</th></tr>'
        '<tr><td>a</td><td class="nw" data-cap="Văn bản">b</td></tr>'
        '<tr><td>c</td><td class="none">–</td></tr></tbody></table>'
    )


def test_a_table_without_headings_has_no_head():
    assert table(["", ""], [["a", "b"]]) == '<table class="grid"><tbody><tr><td>a</td><td>b</td></tr></tbody></table>'


def test_a_row_of_another_width_is_an_error():
    with pytest.raises(ValueError, match="fewer cells"):
        table(["A", "B"], [["a"]])
    with pytest.raises(ValueError, match="more cells"):
        table(["A", "B"], [["a", Cell("b", span=2)]])


def test_a_cell_may_span_columns_and_a_name_heads_its_row():
    made = table([Column("A", names_rows=True), "B", "C"], [["a", Cell("b", span=2)]])
    assert '<tr><th scope="row">a</th><td colspan="2">b</td></tr>' in made


def test_a_long_table_is_folded_and_says_how_many_rows_it_has():
    short, long = (table(["Số"], [[number] for number in range(count)]) for count in (30, 31))
    assert folded(short) == short
    assert folded(long).startswith('<div class="long"><table') and "Xem cả 31 dòng" in folded(long)
    style = Path(page_setup.__file__).with_suffix(".css").read_text(encoding="utf-8")
    assert f"tr:nth-child(n+{OPEN_ROWS + 1}) {{display:none}}" in style
