"""What territories have, put side by side, against rows written by hand."""

from typing import NamedTuple

from components.text.units import comparison_facts
from queries.rows import Rows


class Figure(NamedTuple):
    """Of a row of ``compared_figure_list`` what decides where it stands."""

    indicator_id: str
    unit_id: str
    level: str = "all"
    pillar_order: int = 1


class Pair(NamedTuple):
    """Of a row of ``near_indicator_list`` what decides whether and where it stands."""

    indicator_id: str
    other_id: str
    noted: bool = True
    alike: float = 0.5
    pillar_order: int = 1


def of_units(**having):
    """Unit ids with their indicators: of_units(a="X Y", b="Y")."""
    return {unit: Rows(Figure._fields, [Figure(code, unit) for code in codes.split()]) for unit, codes in having.items()}


def test_what_most_have_stands_first_then_by_pillar_code_and_the_order_of_the_units():
    units = {
        "b": Rows(Figure._fields, [Figure("X", "b", pillar_order=2), Figure("Z", "b"), Figure("W", "b", pillar_order=0)]),
        "a": Rows(Figure._fields, [Figure("Y", "a"), Figure("Z", "a", "province"), Figure("Z", "a", "commune")]),
    }
    rows = comparison_facts.compared(units)
    assert rows.columns == ("indicator_id", "unit_id", "level", "sharing")
    assert [tuple(row) for row in rows] == [
        ("Z", "b", "all", 2),
        ("Z", "a", "province", 2),
        ("Z", "a", "commune", 2),
        ("W", "b", "all", 1),
        ("Y", "a", "all", 1),
        ("X", "b", "all", 1),
    ]


def test_a_pair_stands_where_each_side_has_one_of_the_two_alone():
    pairs = Rows(
        Pair._fields, [Pair("X", "Y"), Pair("Y", "X"), Pair("Z", "Y", noted=False), Pair("X", "V", noted=False, alike=0.9)]
    )
    near = comparison_facts.near(pairs, of_units(a="X Z", b="Y", c="Y V X"))
    assert [(row.indicator_id, row.other_id, row.other_unit_id) for row in near] == [
        ("X", "Y", "b"),
        ("Z", "Y", "b"),
        ("Z", "Y", "c"),
    ]
    assert not comparison_facts.near(pairs, of_units(a="X", b="X Y V"))
