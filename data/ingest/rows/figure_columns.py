"""Targets and results of a table of figures: what each text means for the kind of indicator in its row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute

from data.ingest.findings.finding import Question
from data.ingest.parsing import target_and_result, values
from data.ingest.parsing.lookups import Catalogue, Indicator
from data.ingest.parsing.values import Unreadable
from data.ingest.reading.columns import distinct, spread
from data.ingest.rows.typed_columns import TypedColumns, Wrong
from data.ingest.table.forms import WORDS
from data.vietnamese import numbers
from data.vietnamese.dates import said_day_in_words

DECIMAL = pa.decimal128(18, 4)
_OFTEN = 16  # rows of a value; DuckDB reads all values that are kept once anew for each row group


def measures_of(catalogue: Catalogue, indicator: np.ndarray) -> tuple[np.ndarray, list[target_and_result.Measure]]:
    """The few kinds of indicators that matter for reading, and which one each row has."""
    kinds: dict[target_and_result.Measure, int] = {}
    codes = [kinds.setdefault(_measure(indicator), len(kinds)) for indicator in catalogue.indicators]
    unknown = target_and_result.Measure(False, False, False, True, False)
    return np.array([*codes, kinds.setdefault(unknown, len(kinds))], dtype=np.int32)[indicator], list(kinds)


def _measure(indicator: Indicator) -> target_and_result.Measure:
    return target_and_result.Measure(
        indicator.unit_of_measure == "%",
        indicator.kind == "ratio",
        indicator.kind == "count",
        indicator.kind == "milestone",
        indicator.direction == "lower",
        indicator.unit_of_measure,
    )


def _each(
    sheet: TypedColumns,
    header: str,
    measure: np.ndarray,
    measures: list[target_and_result.Measure],
    read: Callable[[str, target_and_result.Measure], Any],
) -> tuple[list[Any], pa.Array]:
    """Read each distinct (text, kind of indicator) of a column: outcomes, and which one each row has."""
    column = sheet.table.columns[header]
    combined, inverse = distinct(column.codes.astype(np.int64) * len(measures) + measure, len(column.texts) * len(measures))
    outcomes: list[Any] = []
    wrong: list[Wrong] = []
    for number, joined_code in enumerate(combined.tolist()):
        text, kind = column.texts[joined_code // len(measures)], measures[joined_code % len(measures)]
        try:
            outcomes.append(read(text, kind))
        except Unreadable as error:
            outcomes.append(None)
            wrong.append((number, error.code, text, error.args_of))
    sheet.find(header, inverse, wrong)
    return outcomes, pa.array(inverse.astype(np.int32))


def _taken(outcomes: Sequence[Any], at: pa.Array, name: str, kind: pa.DataType) -> pa.Array:
    """What is called ``name`` of each row's outcome; each value kept once where most come often."""
    values = [getattr(outcome, name) if outcome is not None else None for outcome in outcomes]
    if len(values) * _OFTEN < len(at):
        return spread(values, at.to_numpy(), kind)
    return pa.array(values, kind).take(at)


def add_targets(
    sheet: TypedColumns, columns: dict[str, Any], measure: np.ndarray, measures: list[target_and_result.Measure]
) -> None:
    """Add the columns of targets: wording, operator, ends, and whether the file states them in columns of their own."""
    explicit = sheet.has("dau") or sheet.has("chi_tieu_tu")
    text, number = sheet.blank(pa.string()), sheet.blank(DECIMAL)
    columns |= {"target_text": text, "op": text, "low": number, "high": number}
    columns["explicit_target"] = pa.array(np.full(sheet.rows, explicit))
    if explicit:
        columns["target_text"] = sheet.array("chi_tieu", values.words, pa.string())
        columns["op"] = sheet.words("dau", values.one_of(WORDS["dau"]), pa.string())
        for name, header in (("low", "chi_tieu_tu"), ("high", "chi_tieu_den")):
            columns[name] = sheet.array(header, sheet.styles.reader(header), DECIMAL)
    elif sheet.has("chi_tieu"):
        outcomes, at = _each(
            sheet, "chi_tieu", measure, measures, sheet.catalogue.or_known("target", sheet.styles.target("chi_tieu"))
        )
        columns["target_text"] = _taken(outcomes, at, "written", pa.string())
        columns["op"] = spread([outcome and outcome.op for outcome in outcomes], at.to_numpy(), pa.string())
        columns["low"], columns["high"] = _taken(outcomes, at, "low", DECIMAL), _taken(outcomes, at, "high", DECIMAL)


def add_results(
    sheet: TypedColumns, columns: dict[str, Any], measure: np.ndarray, measures: list[target_and_result.Measure]
) -> None:
    """Add the columns of results: wording, value or span, fraction, qualifier, day, the status that the document states and how the result is known."""
    explicit = sheet.has("gia_tri") or sheet.has("ket_qua_tu")
    columns["explicit_result"] = pa.array(np.full(sheet.rows, explicit))
    columns["numerator"] = sheet.array("tu_so", sheet.styles.reader("tu_so"), DECIMAL)
    columns["denominator"] = sheet.array("mau_so", sheet.styles.reader("mau_so"), DECIMAL)
    columns["qualifier"] = sheet.words("dinh_tinh", values.one_of(WORDS["dinh_tinh"]), pa.string())
    columns["as_of"] = sheet.words("so_lieu_den_ngay", _days(sheet, "so_lieu_den_ngay"), pa.date32())
    columns["stated_status"] = sheet.words("danh_gia", values.one_of(WORDS["danh_gia"]), pa.string())
    columns["basis"] = sheet.words("can_cu", values.one_of(WORDS["can_cu"]), pa.string())
    columns["result_text"] = sheet.blank(pa.string())
    for name, header in (("value", "gia_tri"), ("span_low", "ket_qua_tu"), ("span_high", "ket_qua_den")):
        columns[name] = sheet.array(header, sheet.styles.reader(header), DECIMAL) if explicit else sheet.blank(DECIMAL)
    if explicit:
        columns["result_text"] = sheet.array("ket_qua", values.words, pa.string())
        _wording(sheet, columns, measure, measures)
    elif sheet.has("ket_qua"):
        outcomes, at = _each(
            sheet, "ket_qua", measure, measures, sheet.catalogue.or_known("result", sheet.styles.result("ket_qua"))
        )
        columns["result_text"] = _taken(outcomes, at, "written", pa.string())
        columns["value"] = _taken(outcomes, at, "value", DECIMAL)
        if any(outcome and outcome.stated for outcome in outcomes):
            in_column = columns["stated_status"].cast(pa.string())
            columns["stated_status"] = pa.compute.coalesce(
                in_column, _taken(outcomes, at, "stated", pa.string()).cast(pa.string())
            )
        if any(outcome and (outcome.numerator is not None or outcome.denominator is not None) for outcome in outcomes):
            stated = {name: _taken(outcomes, at, name, DECIMAL).cast(DECIMAL) for name in ("numerator", "denominator")}
            _two_fractions(sheet, columns, stated)
            for name, taken in stated.items():
                columns[name] = pa.compute.coalesce(columns[name], taken)
    fraction = pa.compute.and_(pa.compute.is_valid(columns["numerator"]), pa.compute.is_null(columns["result_text"]))
    if pa.compute.any(fraction).as_py():  # only the fraction was given: it is the result
        both = [
            _fraction(top, bottom)
            for top, bottom in zip(columns["numerator"].to_pylist(), columns["denominator"].to_pylist(), strict=True)
        ]
        columns["result_text"] = pa.compute.coalesce(columns["result_text"], pa.array(both, pa.string()))


def _days(sheet: TypedColumns, header: str) -> Callable[[str], date | None]:
    """The reader of a column of days. Where something says that the file is English, and no day says otherwise, what may be day/month
    or month/day is asked about."""
    readings = {text: values.days_either_way(text) for text in (sheet.table.columns[header].texts if sheet.has(header) else ())}
    day_first = any(one and not other for one, other in readings.values())
    month_first = any(other and not one for one, other in readings.values())
    asked = not day_first and (month_first or sheet.styles.english)

    def read(text: str) -> date | None:
        as_day_first, as_month_first = readings.get(text, (None, None))
        open_question = asked and as_day_first != as_month_first
        answer = sheet.answers.get(f"day_order:{header}") if open_question else ""
        if not open_question or answer in ("dmy", "mdy"):
            return values.day(text, month_first=answer == "mdy")
        said = [said_day_in_words(one) if one else "không có ngày ấy" for one in (as_day_first, as_month_first)]
        options = {"dmy": f"ngày/tháng/năm: {said[0]}", "mdy": f"tháng/ngày/năm: {said[1]}"}
        question = Question(f"day_order:{header}", f"Cột {sheet.table.called()[header]}: “{text}” là ngày nào?", options)
        raise Unreadable("day_order", as_day_first=said[0], as_month_first=said[1], question=question)

    return read


def _wording(
    sheet: TypedColumns, columns: Mapping[str, Any], measure: np.ndarray, measures: list[target_and_result.Measure]
) -> None:
    """In the full form the wording stands beside the number: a number in the wording that is another one, or no wording at all."""

    def number_of(text: str, kind: target_and_result.Measure) -> Decimal | None:
        if numbers.style_of(text.rstrip("% ")) in ("either", "en"):
            return None
        try:
            result = target_and_result.result(text, kind, "vi", as_share=False)
        except Unreadable:
            return None
        return result.value if result else None

    if not sheet.has("ket_qua"):
        return
    column = sheet.table.columns["ket_qua"]
    outcomes, at = _each(sheet, "ket_qua", measure, measures, number_of)
    worded = pa.array(outcomes, DECIMAL).take(at)
    same = pa.compute.fill_null(pa.compute.equal(worded, columns["value"]), False)
    differs = pa.compute.and_(pa.compute.is_valid(worded), pa.compute.invert(same)).to_numpy(zero_copy_only=False)
    numbered = pa.compute.or_(pa.compute.is_valid(columns["value"]), pa.compute.is_valid(columns["span_low"]))
    silent = pa.compute.and_(numbered, pa.compute.is_null(columns["result_text"])).to_numpy(zero_copy_only=False)
    for rows, code, args in (
        (differs, "wording_differs", {}),
        (silent, "needed", {"expected": "kết quả như văn bản ghi, ví dụ 69,3%"}),
    ):
        wrong: list[Wrong] = [
            (text_code, code, column.texts[text_code], args) for text_code in np.unique(column.codes[rows]).tolist()
        ]
        sheet.find("ket_qua", np.where(rows, column.codes, -1), wrong)


def _two_fractions(sheet: TypedColumns, columns: Mapping[str, Any], stated: Mapping[str, pa.Array]) -> None:
    """A result written as a fraction beside numerator and denominator that are not its own."""
    column = sheet.table.columns["ket_qua"]
    differs = np.zeros(sheet.rows, dtype=bool)
    for name, taken in stated.items():
        other = pa.compute.fill_null(pa.compute.not_equal(columns[name], taken), False)
        differs |= other.to_numpy(zero_copy_only=False)
    wrong: list[Wrong] = [
        (code, "fractions_differ", column.texts[code], {}) for code in np.unique(column.codes[differs]).tolist()
    ]
    sheet.find("ket_qua", np.where(differs, column.codes, -1), wrong)


def _fraction(top: Decimal | None, bottom: Decimal | None) -> str | None:
    return f"{numbers.written(top)}/{numbers.written(bottom)}" if top is not None and bottom is not None else None
