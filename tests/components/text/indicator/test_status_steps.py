"""The steps of a status say what the view decided: whoever reads only the words and numbers comes to the same status."""

import random
import re
from datetime import date
from decimal import Decimal

import pytest

from components.text import formats
from components.text.indicator import status_steps
from data.vietnamese.dates import today
from queries.rows import Rows
from queries.sqlfile import sql_file
from tests.queries.test_examples import USUAL, answered, with_tables

FILE = sql_file("views", "figure_in_force")
STATUS = {"đạt": "met", "đạt theo văn bản": "met", "gần đạt": "near", "chưa đạt": "missed"}


def told(given):
    """The steps of the one row that the view answers."""
    [row] = answered(FILE, f"current_figure({given})")
    return status_steps.steps(Rows(list(row), [tuple(row.values())])[0])


@pytest.mark.parametrize(
    ("given", "steps"),
    [
        ("required=50, target_low=50, actual=45",
         ["Kết quả: 45%", "Mục tiêu năm 2022: 50%", "45% < 50%", "45 / 50 = 90%; gần đạt là từ 90% trở lên: có", "→ ▲ gần đạt"]),
        ("required=50, target_low=50, actual=44.99, numerator=13, denominator=29",
         ["Kết quả: 44,99%, bằng 13 / 29", "Mục tiêu năm 2022: 50%", "44,99% < 50%", "44,99 / 50 = 89,98%; gần đạt là từ 90% trở lên: không", "→ ■ chưa đạt"]),
        ("required=50, target_low=50, target_op=>, actual=50",
         ["Kết quả: 50%", "Mục tiêu năm 2022: trên 50%; phải lớn hơn 50%", "50% = 50%", "Mục tiêu ghi “trên”: bằng đúng thì chưa đạt", "50 / 50 = 100%; gần đạt là từ 90% trở lên: có", "→ ▲ gần đạt"]),
        ("required=50, target_low=50, target_op=>, actual=50, actual_qualifier=over",
         ["Kết quả: trên 50%", "Mục tiêu năm 2022: trên 50%; phải lớn hơn 50%", "50% = 50%", "Kết quả ghi “trên”, tức là lớn hơn 50%", "→ ● đạt"]),
        ("required=20, target_op=range, target_low=20, target_high=30, actual=25",
         ["Kết quả: 25%", "Mục tiêu năm 2022: 20–30%; đạt khi từ 20% trở lên", "25% > 20%", "→ ● đạt"]),
        ("required=10, target_high=10, target_op=<=, lower_is_better=true, actual=11",
         ["Kết quả: 11%", "Mục tiêu năm 2022: tối đa 10%; không được quá 10%", "11% > 10%", "11 / 10 = 110%; gần đạt là không quá 110%: có", "→ ▲ gần đạt"]),
        ("required=50, target_low=50, has_result=false, target_as_written=50%",
         ["Mục tiêu năm 2022: 50%", "Hạn 31/12/2022 đã qua, chưa có kết quả", "→ ○ chưa có số liệu"]),
        ("year=2090, target_year=2090, period_end=2090-12-31, due_end=2090-12-31, required=50, target_low=50, has_result=false",
         ["Mục tiêu năm 2090: 50%", "Hạn 31/12/2090 chưa qua, chưa có kết quả", "→ ◇ chưa đến hạn"]),
        ("required=50, target_low=50, actual=null, basis=words, actual_as_written=Đã làm, stated_status=missed",
         ["Kết quả bằng lời: Đã làm", "Mục tiêu năm 2022: 50%", "Không có hai con số để so; văn bản xếp “chưa đạt”", "→ ■ chưa đạt"]),
        ("required=40, target_low=40, actual=40, stated_status=missed",
         ["Kết quả: 40%", "Mục tiêu năm 2022: 40%", "40% = 40%", "→ ● đạt; văn bản tự xếp “chưa đạt”, cả hai được giữ"]),
    ],
)  # fmt: skip
def test_the_steps_of(given, steps):
    assert told(given) == steps


def test_whoever_reads_only_the_words_comes_to_the_same_status():
    chance = random.Random(15)
    rows = judged([random_figure(chance) for _ in range(1200)])
    seen = set()
    for row in rows:
        steps = status_steps.steps(row)
        assert read(steps) == row.status, (steps, row)
        assert steps[-1].startswith(f"→ {formats.STATUSES[formats.shown_mark(row)][0]} ")
        seen.add(row.decided_by)
    rules = set(re.findall(r"(?:then|else) '(\w+)'", FILE.statement.partition("end as decided_by")[0])) - {"no_number"}
    assert rules - {"met", "near", "missed"} <= seen


def random_figure(chance):
    """A row of ``current_figure``: small numbers, so that they often are equal, or a tenth apart."""
    op = chance.choice([">=", ">", "=", "<=", "<", "range"])
    lower = op in ("<=", "<") or (op == "range" and chance.random() < 0.5)
    required = Decimal(chance.choice(["0", "10", "20", "50", "33.3", "100"]))
    year = chance.choice([2022, 2022, today().year, 2090])
    period = chance.choice(["N", "N", "N", "Q3"])
    none = chance.random() < 0.1
    actual = (
        None
        if chance.random() < 0.2
        else required * Decimal(chance.choice(["0.5", "0.9", "0.8999", "1", "1", "1.1", "1.1001", "2"]))
    )
    words = chance.random() < 0.1
    return {
        **{name: value for name, value in USUAL.items() if name in FILE_COLUMNS},
        "year": year, "target_year": None if none else year, "period": period, "due_end": None if none else date(year, 12, 31),
        "period_end": date(year, 12 if period == "N" else 9, 30 + (period == "N")), "has_target": not none and period == "N",
        "target_op": None if none else op, "lower_is_better": not none and lower, "required": None if none or words else required,
        "target_low": None if none or words or op in ("<=", "<") else required if not (op == "range" and lower) else Decimal(0),
        "target_high": None if none or words or op in (">=", ">", "=") else required if lower else required + 5, "target_as_written": "lời",
        "has_result": chance.random() < 0.9, "actual": actual, "actual_as_written": "lời", "basis": "measured" if actual is not None else "words",
        "actual_qualifier": None if actual is None else chance.choice(["exact", "exact", "about", "over", "nearly", "estimate"]),
        "to_date": actual if chance.random() < 0.7 else None, "accumulation": chance.choice(["at_date", "cumulative", "within_period", None]),
        "stated_status": chance.choice([None, None, "met", "missed"]), "as_of": date(year, 6, 30), "as_of_stated": chance.random() < 0.3,
    }  # fmt: skip


FILE_COLUMNS = sql_file("tables", "current_figure").columns


def judged(figures):
    """The rows that the view answers to many figures in one question; each is of an indicator of its own."""
    with with_tables(FILE) as connection:
        places = ", ".join("?" * len(FILE_COLUMNS))
        for number, figure in enumerate(figures):
            if not figure["has_result"]:
                figure |= {
                    "actual": None,
                    "basis": None,
                    "actual_qualifier": None,
                    "to_date": None,
                    "as_of_stated": None,
                    "stated_status": None,
                }
            figure["indicator_id"] = f"X{number}"
        connection.executemany(
            f"insert into current_figure values ({places})", [[figure.get(name) for name in FILE_COLUMNS] for figure in figures]
        )
        result = connection.execute(FILE.question)
        return Rows([column[0] for column in result.description], result.fetchall())


def number(text):
    return Decimal(text.replace(".", "").replace(",", "."))


def read(steps):
    """The status that somebody comes to who knows the words and numbers of the steps alone, the conclusion left out."""
    said, sign = ". ".join(steps[:-1]), None
    for left, sign, right in re.findall(r"([\d.,]+)% ([<>=]) ([\d.,]+)%", said):
        assert (number(left) > number(right)) - (number(left) < number(right)) == {"<": -1, ">": 1, "=": 0}[sign], said
    if "Chưa văn bản nào đặt mục tiêu" in said:
        return "no_target"
    if "chưa qua" in said:
        return "not_due"
    if re.search("đã qua, chưa có kết quả|không so thẳng|cũng không xếp", said):
        return "no_result"
    if judged := re.search("Không có hai con số để so; văn bản xếp “(.+?)”", said):
        return STATUS[judged[1]]
    if word := re.search("Kết quả ghi “.+”, tức là (lớn|nhỏ) hơn", said):
        sign = {"lớn": ">", "nhỏ": "<"}[word[1]]
    good = {">": "phải lớn hơn", "<": "phải nhỏ hơn"}
    wanted = next((mark for mark, words in good.items() if words in said), None)
    wanted = wanted or ("<=" if re.search("không được quá|đạt khi không quá", said) else "=" if "phải đúng" in said else ">=")
    if sign in wanted:
        return "met"
    if ratio := re.search(r"([\d.,]+) / ([\d.,]+) = ([\d.,]+)%; gần đạt", said):
        share = number(ratio[1]) / number(ratio[2])
        assert abs(100 * share - number(ratio[3])) <= Decimal("0.005"), said
        low, high = (
            (Decimal("0.9"), 9)
            if wanted in (">", ">=")
            else (0, Decimal("1.1"))
            if "<" in wanted
            else (Decimal("0.9"), Decimal("1.1"))
        )
        near = low <= share <= high
        assert said.endswith("có" if near else "không"), said
    else:
        near = said.endswith("có")
    return "near" if near else "missed"
