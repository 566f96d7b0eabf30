"""The form of figures: columns of texts to typed rows. Each distinct text is read once, for the kind of indicator it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute

from data.ingest import cells, numbers, readings, values
from data.ingest.catalogue import Catalogue
from data.ingest.cells import folded
from data.ingest.forms import WORDS
from data.ingest.grids import grouped_rows
from data.ingest.periods import period_begin, period_end
from data.ingest.problems import Finding
from data.ingest.sheets import Table
from data.ingest.styles import Styles
from data.ingest.values import Unreadable

DECIMAL = pa.decimal128(18, 4)
_MANY = 2_000  # findings of one cause in one column that are told apart


class Typing:
    """A table of figures being typed: typed arrays by name, and what was found on the way."""

    def __init__(self, table: Table, catalogue: Catalogue, answers: Mapping[str, str]) -> None:
        self.table, self.catalogue, self.answers = table, catalogue, answers
        self.findings: list[Finding] = []
        self.rows = len(table)
        self.styles: Styles  # once the rows' indicators are known

    def has(self, header: str) -> bool:
        """Whether the file has the column."""
        return header in self.table.columns

    def distinct(self, header: str, reader: Callable[[str], Any], needed: str = "") -> list[Any]:
        """The value of each distinct text of a column; None where blank or wrong. ``needed``: what a blank lacks, in Vietnamese."""
        column = self.table.columns[header]
        outcome, wrong = [], []
        for number, text in enumerate(column.texts):
            try:
                value = reader(text)
                if value is None and needed:
                    wrong.append((number, "needed", text, {"expected": needed}))
            except Unreadable as error:
                value = None
                wrong.append((number, error.code, text, error.args_of))
            outcome.append(value)
        self.tell(header, column.codes, wrong)
        return outcome

    def array(self, header: str, reader: Callable[[str], Any], kind: pa.DataType, needed: str = "") -> pa.Array:
        """The typed column; all null when the file does not have it."""
        if not self.has(header):
            return pa.nulls(self.rows, kind)
        return self.table.columns[header].mapped(self.distinct(header, reader, needed), kind)

    def tell(self, header: str, codes: np.ndarray, wrong: Sequence[tuple[int, str, str, Mapping[str, Any]]]) -> None:
        """Findings about the rows that hold each code number: (code number, finding, text, arguments)."""
        if not wrong:
            return
        column = self.table.columns[header]
        rows_of = grouped_rows(codes, self.table.row_numbers)
        for number, code, text, args in wrong[:_MANY]:
            rows = rows_of(number)
            if len(rows):
                self.findings.append(Finding(code, rows, header, column.letter, cells.shown(text), args))
        rest = [number for number, *_ in wrong[_MANY:]]
        if rest:
            rows = self.table.row_numbers[np.isin(codes, rest)]
            _, code, text, args = wrong[_MANY]
            self.findings.append(Finding(code, rows, header, column.letter, cells.shown(text), args))


def typed(
    table: Table, catalogue: Catalogue, answers: Mapping[str, str], may_write: Callable[..., bool], territories: str
) -> tuple[pa.Table, list[Finding]]:
    """The rows of a table of figures, typed as ``queries/imports/incoming_claim.sql`` reads them, and all findings.

    Rows that a finding stops, and rows without any figure, are in it for the rules' sake; the former are not ``sound``. ``may_write(code, parent_code, province_code)``
    tells whose figures may be brought; ``territories`` says so in words.
    """
    sheet = Typing(table, catalogue, answers)
    indicator = _indicators(sheet)
    measure, measures = _measures(catalogue, indicator)
    sheet.styles = Styles(table, answers, np.array([not kind.milestone for kind in measures])[measure])
    columns: dict[str, pa.Array | np.ndarray] = {
        "row_number": pa.array(table.row_numbers.astype(np.int64)),
        "level": sheet.array("cap", values.one_of(WORDS["cap"]), pa.string(), "cấp: tinh, huyen, xa hoặc chung"),
        "document": sheet.array("nguon", _document(sheet), pa.string()),
        "locator": sheet.array("vi_tri", values.words, pa.string()),
        "note": sheet.array("ghi_chu", values.words, pa.string()),
        "withdrawn": sheet.array("rut_lai", values.truth, pa.bool_()).fill_null(False),
    }
    _period_and_unit(sheet, columns, may_write, territories)
    _unknown_documents(sheet)
    columns["indicator_id"] = pa.array([fact.indicator_id for fact in catalogue.indicators], pa.string()).take(
        pa.array(indicator, mask=indicator < 0)
    )
    columns["unit_of_measure"] = pa.array([fact.unit_of_measure for fact in catalogue.indicators], pa.string()).take(
        pa.array(indicator, mask=indicator < 0)
    )
    _targets(sheet, columns, measure, measures)
    _results(sheet, columns, measure, measures)
    ailing = {(finding.column, finding.found) for finding in table.findings if finding.code.startswith("text_")}
    found = [finding for finding in (*sheet.findings, *sheet.styles.findings) if (finding.column, finding.found) not in ailing]
    return _sound(sheet, columns, [*table.findings, *found])


def _indicators(sheet: Typing) -> np.ndarray:
    """Place in the catalogue of each row's indicator; -1 where it is unknown."""
    places = {fact.indicator_id: place for place, fact in enumerate(sheet.catalogue.indicators)}
    upper = {code.upper(): place for code, place in places.items()}

    def reader(text: str) -> int | None:
        told = values.code(text)
        if told is None:
            return None
        place = places.get(told, upper.get(told.upper()))
        if place is None:
            raise Unreadable("indicator_unknown", nearest=sheet.catalogue.nearest_indicator(told))
        return place

    found = sheet.distinct("ma_chi_tieu", reader, "mã chỉ tiêu, ví dụ CQ.06")
    column = sheet.table.columns["ma_chi_tieu"]
    return np.array([-1 if place is None else place for place in found], dtype=np.int32)[column.codes]


def _document(sheet: Typing) -> Callable[[str], str | None]:
    known = {folded(number): number for number in sheet.catalogue.documents}

    def reader(text: str) -> str | None:
        told = values.words(text)
        return known.get(folded(told), told) if told else None

    return reader


def _unknown_documents(sheet: Typing) -> None:
    """A document that the register does not hold is to be confirmed."""
    column = sheet.table.columns["nguon"]
    known = {folded(number) for number in sheet.catalogue.documents}
    wrong = [
        (number, "document_unknown", text, {"nearest": sheet.catalogue.nearest_document(text)})
        for number, text in enumerate(column.texts)
        if text and text[:1] not in cells.MARKS and folded(text) not in known
    ]
    sheet.tell("nguon", column.codes, wrong)


def _period_and_unit(sheet: Typing, columns: dict[str, Any], may_write: Callable[..., bool], territories: str) -> None:
    """Year, period with its days, and the unit as it was then."""
    table = sheet.table
    years = sheet.distinct("nam", values.year, "năm, ví dụ 2023")
    periods = sheet.distinct("ky", values.period, "kỳ: N, 6T, 9T, Q1 đến Q4 hoặc T1 đến T12")
    texts = sheet.distinct("don_vi", values.code, "mã hoặc tên đơn vị")
    year, period, unit = (table.columns[header] for header in ("nam", "ky", "don_vi"))
    joined = (unit.codes.astype(np.int64) * len(years) + year.codes) * len(periods) + period.codes
    combined, inverse = np.unique(joined, return_inverse=True)
    found, begins, ends, wrong = [], [], [], []
    for place, number in enumerate(combined.tolist()):
        of_unit, rest = divmod(number, len(years) * len(periods))
        of_year, of_period = divmod(rest, len(periods))
        y, p, text = years[of_year], periods[of_period], texts[of_unit]
        state = None
        begins.append(period_begin(y, p) if y and p else None)
        ends.append(period_end(y, p) if y and p else None)
        if y and p and text:
            try:
                state = sheet.catalogue.units.find(text, begins[-1], ends[-1])
                if not may_write(state.code, state.parent_code, state.province_code):
                    wrong.append((place, "territory_forbidden", state.name, {"territories": territories}))
            except Unreadable as error:
                wrong.append((place, error.code, text, error.args_of))
        found.append(state)
    sheet.tell("don_vi", inverse, wrong)
    at = pa.array(inverse.astype(np.int32))
    columns |= {
        "year": year.mapped(years, pa.int16()),
        "period": period.mapped(periods, pa.string()),
        "period_begin": pa.array(begins, pa.date32()).take(at),
        "period_end": pa.array(ends, pa.date32()).take(at),
        "unit_id": pa.array([state and state.unit_id for state in found], pa.string()).take(at),
        "province_code": pa.array([state and state.province_code for state in found], pa.string()).take(at),
    }


def _measures(catalogue: Catalogue, indicator: np.ndarray) -> tuple[np.ndarray, list[readings.Measure]]:
    """The few kinds of indicators that matter for reading, and which one each row has."""
    kinds: dict[readings.Measure, int] = {}
    of = [
        kinds.setdefault(
            readings.Measure(
                fact.unit_of_measure == "%",
                fact.kind == "ratio",
                fact.kind == "count",
                fact.kind == "milestone",
                fact.direction == "lower",
            ),
            len(kinds),
        )
        for fact in catalogue.indicators
    ]
    unknown = readings.Measure(False, False, False, True, False)
    return np.array([*of, kinds.setdefault(unknown, len(kinds))], dtype=np.int32)[indicator], list(kinds)


def _each(
    sheet: Typing,
    header: str,
    measure: np.ndarray,
    measures: list[readings.Measure],
    read: Callable[[str, readings.Measure], Any],
):
    """Read each distinct (text, kind of indicator) of a column: outcomes, and which one each row has."""
    column = sheet.table.columns[header]
    combined, inverse = np.unique(column.codes.astype(np.int64) * len(measures) + measure, return_inverse=True)
    outcomes, wrong = [], []
    for place, number in enumerate(combined.tolist()):
        text, kind = column.texts[number // len(measures)], measures[number % len(measures)]
        try:
            outcomes.append(read(text, kind))
        except Unreadable as error:
            outcomes.append(None)
            wrong.append((place, error.code, text, error.args_of))
    sheet.tell(header, inverse, wrong)
    return outcomes, pa.array(inverse.astype(np.int32))


def _taken(outcomes: Sequence[Any], at: pa.Array, name: str, kind: pa.DataType) -> pa.Array:
    return pa.array([getattr(one, name) if one is not None else None for one in outcomes], kind).take(at)


def _targets(sheet: Typing, columns: dict[str, Any], measure: np.ndarray, measures: list[readings.Measure]) -> None:
    explicit = sheet.has("dau") or sheet.has("chi_tieu_tu")
    none = pa.nulls(sheet.rows, DECIMAL)
    columns |= {
        "target_text": pa.nulls(sheet.rows, pa.string()),
        "op": pa.nulls(sheet.rows, pa.string()),
        "low": none,
        "high": none,
    }
    columns["explicit_target"] = pa.array(np.full(sheet.rows, explicit))
    if explicit:
        columns["target_text"] = sheet.array("chi_tieu", values.words, pa.string())
        columns["op"] = sheet.array("dau", values.one_of(WORDS["dau"]), pa.string())
        for name, header in (("low", "chi_tieu_tu"), ("high", "chi_tieu_den")):
            columns[name] = sheet.array(header, sheet.styles.reader(header), DECIMAL)
    elif sheet.has("chi_tieu"):
        outcomes, at = _each(
            sheet, "chi_tieu", measure, measures, sheet.catalogue.or_known("target", sheet.styles.target("chi_tieu"))
        )
        columns["target_text"] = _taken(outcomes, at, "written", pa.string())
        columns["op"] = _taken(outcomes, at, "op", pa.string())
        columns["low"], columns["high"] = _taken(outcomes, at, "low", DECIMAL), _taken(outcomes, at, "high", DECIMAL)


def _results(sheet: Typing, columns: dict[str, Any], measure: np.ndarray, measures: list[readings.Measure]) -> None:
    explicit = sheet.has("gia_tri") or sheet.has("ket_qua_tu")
    columns["explicit_result"] = pa.array(np.full(sheet.rows, explicit))
    columns["numerator"] = sheet.array("tu_so", sheet.styles.reader("tu_so"), DECIMAL)
    columns["denominator"] = sheet.array("mau_so", sheet.styles.reader("mau_so"), DECIMAL)
    columns["qualifier"] = sheet.array("dinh_tinh", values.one_of(WORDS["dinh_tinh"]), pa.string())
    columns["as_of"] = sheet.array("so_lieu_den_ngay", values.day, pa.date32())
    columns["stated_status"] = sheet.array("danh_gia", values.one_of(WORDS["danh_gia"]), pa.string())
    columns["result_text"] = pa.nulls(sheet.rows, pa.string())
    for name, header in (("value", "gia_tri"), ("span_low", "ket_qua_tu"), ("span_high", "ket_qua_den")):
        columns[name] = sheet.array(header, sheet.styles.reader(header), DECIMAL) if explicit else pa.nulls(sheet.rows, DECIMAL)
    if explicit:
        columns["result_text"] = sheet.array("ket_qua", values.words, pa.string())
        _wording(sheet, columns, measure, measures)
    elif sheet.has("ket_qua"):
        outcomes, at = _each(
            sheet, "ket_qua", measure, measures, sheet.catalogue.or_known("result", sheet.styles.result("ket_qua"))
        )
        columns["result_text"] = _taken(outcomes, at, "written", pa.string())
        columns["value"] = _taken(outcomes, at, "value", DECIMAL)
        told = {name: _taken(outcomes, at, name, DECIMAL) for name in ("numerator", "denominator")}
        _two_fractions(sheet, columns, told)
        for name, taken in told.items():
            columns[name] = pa.compute.coalesce(columns[name], taken)
    fraction = pa.compute.and_(pa.compute.is_valid(columns["numerator"]), pa.compute.is_null(columns["result_text"]))
    if pa.compute.any(fraction).as_py():  # only the fraction was given: it is the result
        both = [
            _fraction(top, bottom)
            for top, bottom in zip(columns["numerator"].to_pylist(), columns["denominator"].to_pylist(), strict=True)
        ]
        columns["result_text"] = pa.compute.coalesce(columns["result_text"], pa.array(both, pa.string()))


def _wording(sheet: Typing, columns: Mapping[str, Any], measure: np.ndarray, measures: list[readings.Measure]) -> None:
    """In the full form the wording stands beside the number: a number in the wording that is another one, or no wording at all."""

    def stated(text: str, kind: readings.Measure) -> Decimal | None:
        if numbers.style_of(text.rstrip("% ")) in ("either", "en"):
            return None
        try:
            found = readings.result(text, kind, "vi", False)
        except Unreadable:
            return None
        return found.value if found else None

    if not sheet.has("ket_qua"):
        return
    column = sheet.table.columns["ket_qua"]
    outcomes, at = _each(sheet, "ket_qua", measure, measures, stated)
    said = pa.array(outcomes, DECIMAL).take(at)
    same = pa.compute.fill_null(pa.compute.equal(said, columns["value"]), False)
    differs = pa.compute.and_(pa.compute.is_valid(said), pa.compute.invert(same)).to_numpy(zero_copy_only=False)
    numbered = pa.compute.or_(pa.compute.is_valid(columns["value"]), pa.compute.is_valid(columns["span_low"]))
    silent = pa.compute.and_(numbered, pa.compute.is_null(columns["result_text"])).to_numpy(zero_copy_only=False)
    for rows, code, args in (
        (differs, "wording_differs", {}),
        (silent, "needed", {"expected": "kết quả như văn bản ghi, ví dụ 69,3%"}),
    ):
        wrong = [(text, code, column.texts[text], args) for text in np.unique(column.codes[rows]).tolist()]
        sheet.tell("ket_qua", np.where(rows, column.codes, -1), wrong)


def _two_fractions(sheet: Typing, columns: Mapping[str, Any], told: Mapping[str, pa.Array]) -> None:
    """A result written as a fraction beside numerator and denominator that are not its own."""
    column = sheet.table.columns["ket_qua"]
    differs = np.zeros(sheet.rows, dtype=bool)
    for name, taken in told.items():
        other = pa.compute.fill_null(pa.compute.not_equal(columns[name], taken), False)
        differs |= other.to_numpy(zero_copy_only=False)
    wrong = [(code, "fractions_differ", column.texts[code], {}) for code in np.unique(column.codes[differs]).tolist()]
    sheet.tell("ket_qua", np.where(differs, column.codes, -1), wrong)


def _fraction(top: Decimal | None, bottom: Decimal | None) -> str | None:
    return f"{numbers.written(top)}/{numbers.written(bottom)}" if top is not None and bottom is not None else None


def _sound(sheet: Typing, columns: dict[str, Any], findings: list[Finding]) -> tuple[pa.Table, list[Finding]]:
    """Mark the rows that a finding stops, and say which bring no figure."""
    is_valid = pa.compute.is_valid
    has_target, has_result = (is_valid(columns[name]).to_numpy(zero_copy_only=False) for name in ("target_text", "result_text"))
    withdrawn = columns["withdrawn"].to_numpy(zero_copy_only=False)
    both = withdrawn & ~has_target & ~has_result
    wrong = [np.asarray(finding.rows) for finding in findings if finding.severity in ("stop", "ask") and len(finding.rows)]
    stopped = np.isin(sheet.table.row_numbers, np.concatenate(wrong)) if wrong else np.zeros(sheet.rows, dtype=bool)
    silent = ~(has_target | has_result | withdrawn | stopped)
    nameless = ~silent & ~is_valid(columns["document"]).to_numpy(zero_copy_only=False)
    if nameless.any():
        rows, column = sheet.table.row_numbers[nameless], sheet.table.columns["nguon"]
        findings.append(
            Finding("needed", rows, "nguon", column.letter, "", {"expected": "số hiệu văn bản hoặc báo cáo nêu con số"})
        )
        stopped |= nameless
    if silent.any():
        rows = sheet.table.row_numbers[silent]
        shown = ", ".join(map(str, rows[:8].tolist())) + ("…" if len(rows) > 8 else "")
        findings.append(Finding("blank_form_rows", args={"count": len(rows), "rows": shown}))
    columns |= {
        "has_target": pa.array(has_target | both),
        "has_result": pa.array(has_result | both),
        "brings_targets": pa.array(np.full(sheet.rows, has_target.any())),
        "brings_results": pa.array(np.full(sheet.rows, has_result.any())),
    }
    columns["sound"] = pa.array(~stopped)
    return pa.table(columns), findings
