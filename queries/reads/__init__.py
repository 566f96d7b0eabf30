"""The questions that pages ask: one function for each SQL file beside it, with the same name and parameters.

Each takes the open store and returns rows with exactly the columns of its file's header; decimals arrive
as floats, missing values as None.
"""

from __future__ import annotations

from datetime import date

from queries.reads.row_types import (
    AccessTokenListRow,
    AccountListRow,
    BudgetGapListRow,
    BudgetListRow,
    CatalogueListRow,
    ChangeListRow,
    ComparedFigureListRow,
    ContactListRow,
    DeadlineSetsRow,
    DocumentFileListRow,
    DocumentIndicatorListRow,
    DocumentLineListRow,
    DocumentListRow,
    DoubtListRow,
    DueReportRow,
    EntryListRow,
    FigureHistoryRow,
    FigureStateListRow,
    FigureYearListRow,
    FindingDecisionListRow,
    FindingListRow,
    FindingMarkListRow,
    FindingProvinceListRow,
    FindingRegisterRow,
    FreshnessRow,
    IndexListRow,
    IndexRankingRow,
    IndexSourceListRow,
    IndexSumRow,
    IndicatorCardRow,
    IndicatorClaimsRow,
    IndicatorGalleryRow,
    IndicatorListRow,
    IndicatorPathRow,
    IndicatorScheduleRow,
    IndicatorSearchRow,
    IndicatorTrendRow,
    KnownDayListRow,
    LevelComparisonRow,
    LevelListRow,
    LevelSumRow,
    LevelYearsRow,
    LinkedIndicatorListRow,
    LostUnitListRow,
    MilestoneListRow,
    MissingReportListRow,
    NearIndicatorListRow,
    NewerResultRow,
    NewestRemarkListRow,
    OpenTargetRow,
    OverdueTargetRow,
    PeriodListRow,
    RankedIndicatorListRow,
    RelatedFigureListRow,
    RemarkListRow,
    ReportListRow,
    ResultListRow,
    SampleMarkRow,
    SourceListRow,
    SubjectTrendRow,
    TargetListRow,
    TargetMoveListRow,
    TaskLinkListRow,
    TaskListRow,
    TaskMoneyRow,
    TaskStateShareRow,
    TerritoryListRow,
    UnitIndicatorListRow,
    UnitKinListRow,
    UnitListRow,
    UnitPillarListRow,
    UnitProfileRow,
    UnitProvinceRow,
    UnitRankingRow,
    UnitRemarkListRow,
    UnitsOnDayRow,
    UnitStateListRow,
    UnitTrendRow,
    UploadContentRow,
    UploadDayListRow,
    UploadHistoryRow,
    WorkStateListRow,
    YearListRow,
)
from queries.rows import Rows
from queries.store import Store


def territory_list(store: Store, *, unit_id: str, also: str = "") -> Rows[TerritoryListRow]:
    """One row per province that has figures, per unit with figures in the province of ``unit_id``, and per unit named in ``also``."""
    return store.read("territory_list", TerritoryListRow, unit_id=unit_id, also=also)


def work_state_list(store: Store, *, province_code: str, unit_id: str, below: bool) -> Rows[WorkStateListRow]:
    """See ``work_state_list.sql``."""
    return store.read("work_state_list", WorkStateListRow, province_code=province_code, unit_id=unit_id, below=below)


def year_list(store: Store, *, province_code: str, unit_id: str) -> Rows[YearListRow]:
    """One row per year with figures of a unit, newest first; ``opens`` marks the year of a bare link."""
    return store.read("year_list", YearListRow, province_code=province_code, unit_id=unit_id)


def target_list(store: Store, *, province_code: str, unit_id: str, year: int, period: str, level: str) -> Rows[TargetListRow]:
    """One row per headline target of a year with the result of a period ('newest' for the newest); ``level`` may be 'any'."""
    return store.read(
        "target_list", TargetListRow, province_code=province_code, unit_id=unit_id, year=year, period=period, level=level
    )


def milestone_list(store: Store, *, province_code: str, unit_id: str, year: int) -> Rows[MilestoneListRow]:
    """One row per result of a part of a year that can be set against the way to the year's target."""
    return store.read("milestone_list", MilestoneListRow, province_code=province_code, unit_id=unit_id, year=year)


def result_list(store: Store, *, province_code: str, unit_id: str, year: int, period: str, level: str) -> Rows[ResultListRow]:
    """One row per result of a year and period that stands beside no headline target; ``period`` may be 'newest', ``level`` 'any'."""
    return store.read(
        "result_list", ResultListRow, province_code=province_code, unit_id=unit_id, year=year, period=period, level=level
    )


def overdue_target(store: Store, *, province_code: str, unit_id: str, level: str) -> Rows[OverdueTargetRow]:
    """One row per headline target whose last day is over without a result; the oldest first. ``level`` may be 'any'."""
    return store.read("overdue_target", OverdueTargetRow, province_code=province_code, unit_id=unit_id, level=level)


def open_target(store: Store, *, province_code: str, unit_id: str, year: int, level: str) -> Rows[OpenTargetRow]:
    """One row per headline target of a year that no result judges; the farthest from its target first. ``level`` may be 'any'."""
    return store.read("open_target", OpenTargetRow, province_code=province_code, unit_id=unit_id, year=year, level=level)


def figure_year_list(store: Store) -> Rows[FigureYearListRow]:
    """The years for which any territory has figures, newest first."""
    return store.read("figure_year_list", FigureYearListRow)


def finding_mark_list(store: Store, *, province_code: str) -> Rows[FindingMarkListRow]:
    """Những số liệu của một tỉnh và các đơn vị trong tỉnh có chỗ mâu thuẫn: đã xử lý chưa, ai quyết định gì."""
    return store.read("finding_mark_list", FindingMarkListRow, province_code=province_code)


def finding_province_list(store: Store) -> Rows[FindingProvinceListRow]:
    """One row per province of which the store holds figures or money."""
    return store.read("finding_province_list", FindingProvinceListRow)


def finding_register(store: Store, *, province_code: str, most: int) -> Rows[FindingRegisterRow]:
    """The gravest ``most`` findings of a province, each row with how many there are in all; none where there is none."""
    return store.read("finding_register", FindingRegisterRow, province_code=province_code, most=most)


def freshness(store: Store, *, province_code: str, unit_id: str) -> Rows[FreshnessRow]:
    """One row per year with results, each with the newest day of all of them; empty when a unit has no result."""
    return store.read("freshness", FreshnessRow, province_code=province_code, unit_id=unit_id)


def newer_result(store: Store, *, province_code: str, unit_id: str, year: int) -> Rows[NewerResultRow]:
    """One row per period after a year that has results, the newest first."""
    return store.read("newer_result", NewerResultRow, province_code=province_code, unit_id=unit_id, year=year)


def indicator_gallery(store: Store, *, province_code: str, unit_id: str) -> Rows[IndicatorGalleryRow]:
    """One row per headline indicator and level: its newest result beside the target in force; most in need first."""
    return store.read("indicator_gallery", IndicatorGalleryRow, province_code=province_code, unit_id=unit_id)


def catalogue_list(store: Store) -> Rows[CatalogueListRow]:
    """All indicators of the catalogue, by pillar."""
    return store.read("catalogue_list", CatalogueListRow)


def change_list(store: Store, *, province_code: str, unit_id: str, year: int, period: str, level: str) -> Rows[ChangeListRow]:
    """One row per result of a year and period that has an earlier one of the same kind of period; headline indicators first."""
    return store.read(
        "change_list", ChangeListRow, province_code=province_code, unit_id=unit_id, year=year, period=period, level=level
    )


def indicator_list(store: Store, *, province_code: str, unit_id: str) -> Rows[IndicatorListRow]:
    """One row per indicator that a unit has figures for; headline indicators first."""
    return store.read("indicator_list", IndicatorListRow, province_code=province_code, unit_id=unit_id)


def indicator_search(store: Store, *, province_code: str, unit_id: str) -> Rows[IndicatorSearchRow]:
    """One row per indicator that a unit has figures for, with the text in which to search."""
    return store.read("indicator_search", IndicatorSearchRow, province_code=province_code, unit_id=unit_id)


def indicator_card(store: Store, *, indicator_id: str) -> Rows[IndicatorCardRow]:
    """One row: the catalogue's entry; empty when there is no such indicator."""
    return store.read("indicator_card", IndicatorCardRow, indicator_id=indicator_id)


def indicator_trend(store: Store, *, province_code: str, unit_id: str, indicator_id: str) -> Rows[IndicatorTrendRow]:
    """One row per level, year and period of one indicator, or of each ('any')."""
    return store.read(
        "indicator_trend", IndicatorTrendRow, province_code=province_code, unit_id=unit_id, indicator_id=indicator_id
    )


def indicator_schedule(store: Store, *, province_code: str, unit_id: str) -> Rows[IndicatorScheduleRow]:
    """One row per indicator and level of a territory: when its next figure is due."""
    return store.read("indicator_schedule", IndicatorScheduleRow, province_code=province_code, unit_id=unit_id)


def indicator_claims(store: Store, *, province_code: str, unit_id: str, indicator_id: str) -> Rows[IndicatorClaimsRow]:
    """One row per claim that a document or an upload makes about one indicator, chosen or not."""
    return store.read(
        "indicator_claims", IndicatorClaimsRow, province_code=province_code, unit_id=unit_id, indicator_id=indicator_id
    )


def indicator_path(store: Store, *, province_code: str, unit_id: str, indicator_id: str) -> Rows[IndicatorPathRow]:
    """One row per level and later target of one indicator, or of each ('any'): the pace that is needed from the last result."""
    return store.read("indicator_path", IndicatorPathRow, province_code=province_code, unit_id=unit_id, indicator_id=indicator_id)


def level_comparison(store: Store, *, province_code: str, unit_id: str, year: int) -> Rows[LevelComparisonRow]:
    """One row per indicator and level, for shares whose target differs by level; widest spread first."""
    return store.read("level_comparison", LevelComparisonRow, province_code=province_code, unit_id=unit_id, year=year)


def level_years(store: Store, *, province_code: str, unit_id: str) -> Rows[LevelYearsRow]:
    """One row per year in which some target differs by level, newest first."""
    return store.read("level_years", LevelYearsRow, province_code=province_code, unit_id=unit_id)


def report_list(store: Store, *, province_code: str, level: str, year: int, deadline_set: str) -> Rows[ReportListRow]:
    """One row per unit of a level and period of a year for which it is to report: how much, how much came in, and when."""
    return store.read(
        "report_list", ReportListRow, province_code=province_code, level=level, year=year, deadline_set=deadline_set
    )


def missing_report_list(store: Store, *, province_code: str, unit_id: str, year: int, period: str) -> Rows[MissingReportListRow]:
    """One row per figure that a unit still has to report for a period."""
    return store.read(
        "missing_report_list", MissingReportListRow, province_code=province_code, unit_id=unit_id, year=year, period=period
    )


def contact_list(store: Store, *, unit_id: str) -> Rows[ContactListRow]:
    """Đầu mối của các cơ quan ở một địa bàn: hỏi ai, số điện thoại, thư điện tử. Chỉ cho người đã đăng nhập."""
    return store.read("contact_list", ContactListRow, unit_id=unit_id)


def deadline_sets(store: Store, *, province_code: str) -> Rows[DeadlineSetsRow]:
    """One row per set of deadlines that a province may be measured by, its own first."""
    return store.read("deadline_sets", DeadlineSetsRow, province_code=province_code)


def document_list(store: Store) -> Rows[DocumentListRow]:
    """One row per document, newest first."""
    return store.read("document_list", DocumentListRow)


def period_list(store: Store, *, province_code: str, unit_id: str, year: int) -> Rows[PeriodListRow]:
    """One row per period of the year with results: the whole year, then the latest first."""
    return store.read("period_list", PeriodListRow, province_code=province_code, unit_id=unit_id, year=year)


def sample_mark(store: Store) -> Rows[SampleMarkRow]:
    """One row: whether the store holds invented figures."""
    return store.read("sample_mark", SampleMarkRow)


def access_token_list(store: Store) -> Rows[AccessTokenListRow]:
    """The access tokens of programs, those in force first."""
    return store.read("access_token_list", AccessTokenListRow)


def account_list(store: Store) -> Rows[AccountListRow]:
    """One row per account: administrators first, then by name. Without anything about passwords."""
    return store.read("account_list", AccountListRow)


def unit_list(store: Store) -> Rows[UnitListRow]:
    """One row per unit code, with the name of its latest state; provinces first."""
    return store.read("unit_list", UnitListRow)


def unit_remark_list(store: Store, *, unit_id: str) -> Rows[UnitRemarkListRow]:
    """One row per version of a remark that the staff of a territory made, the newest first."""
    return store.read("unit_remark_list", UnitRemarkListRow, unit_id=unit_id)


def newest_remark_list(store: Store, *, unit_id: str) -> Rows[NewestRemarkListRow]:
    """One row per indicator of which a document or the staff of a territory say more than a result: the newest remark."""
    return store.read("newest_remark_list", NewestRemarkListRow, unit_id=unit_id)


def task_money(store: Store, *, unit_id: str) -> Rows[TaskMoneyRow]:
    """One row per pillar, and per lead agency, of each document's tasks, with the money that they state."""
    return store.read("task_money", TaskMoneyRow, unit_id=unit_id)


def task_state_share(store: Store, *, unit_id: str) -> Rows[TaskStateShareRow]:
    """One row per document, day and state: how many tasks of a territory it says to be in that state."""
    return store.read("task_state_share", TaskStateShareRow, unit_id=unit_id)


def doubt_list(store: Store, *, province_code: str) -> Rows[DoubtListRow]:
    """Những lần báo số sai về số liệu của một tỉnh và các đơn vị trong tỉnh, chưa trả lời đứng trước."""
    return store.read("doubt_list", DoubtListRow, province_code=province_code)


def due_report(store: Store, *, province_code: str, unit_id: str) -> Rows[DueReportRow]:
    """One row: the period that a unit is to report now, and the days between which the unit is there."""
    return store.read("due_report", DueReportRow, province_code=province_code, unit_id=unit_id)


def entry_list(store: Store, *, province_code: str, unit_id: str, year: int, period: str) -> Rows[EntryListRow]:
    """One row per indicator and level that a unit can report for a period, as it stands; the most usual ones first."""
    return store.read("entry_list", EntryListRow, province_code=province_code, unit_id=unit_id, year=year, period=period)


def units_on_day(store: Store, *, province_code: str, on_day: date) -> Rows[UnitsOnDayRow]:
    """One row per unit of a province that is there on a day: province, districts, communes."""
    return store.read("units_on_day", UnitsOnDayRow, province_code=province_code, on_day=on_day)


def figure_state_list(store: Store, *, province_code: str, unit_id: str, below: bool) -> Rows[FigureStateListRow]:
    """One row per figure of a territory, with ``below`` of every unit of its province, as it is known."""
    return store.read("figure_state_list", FigureStateListRow, province_code=province_code, unit_id=unit_id, below=below)


def upload_day_list(store: Store, *, since: date) -> Rows[UploadDayListRow]:
    """One row per upload that came in, or was taken back, after a day (Viet Nam), the newest first."""
    return store.read("upload_day_list", UploadDayListRow, since=since)


def known_day_list(store: Store) -> Rows[KnownDayListRow]:
    """One row per day (Viet Nam) on which something came to be known or was taken back, the latest first."""
    return store.read("known_day_list", KnownDayListRow)


def upload_history(store: Store, *, most: int) -> Rows[UploadHistoryRow]:
    """One row per upload, newest first."""
    return store.read("upload_history", UploadHistoryRow, most=most)


def upload_content(store: Store, *, upload_id: int) -> Rows[UploadContentRow]:
    """One row per piece of an upload's original file, in order: ``queries.pieces.whole_of`` makes its bytes of them; none when it was not kept."""
    return store.read("upload_content", UploadContentRow, upload_id=upload_id)


def compared_figure_list(store: Store, *, province_code: str, unit_id: str) -> Rows[ComparedFigureListRow]:
    """One row per headline indicator, level and unit; 'any' takes every unit of the province."""
    return store.read("compared_figure_list", ComparedFigureListRow, province_code=province_code, unit_id=unit_id)


def document_indicator_list(store: Store, *, province_code: str, unit_id: str, document: str) -> Rows[DocumentIndicatorListRow]:
    """One row per indicator of a unit that a document has a figure of."""
    return store.read(
        "document_indicator_list", DocumentIndicatorListRow, province_code=province_code, unit_id=unit_id, document=document
    )


def level_list(store: Store, *, province_code: str, unit_id: str, year: int) -> Rows[LevelListRow]:
    """One row per level that a unit has figures of and that there were in the year."""
    return store.read("level_list", LevelListRow, province_code=province_code, unit_id=unit_id, year=year)


def linked_indicator_list(store: Store, *, province_code: str, unit_id: str) -> Rows[LinkedIndicatorListRow]:
    """One row per indicator and other one that the catalogue links with it, of which the territory has figures."""
    return store.read("linked_indicator_list", LinkedIndicatorListRow, province_code=province_code, unit_id=unit_id)


def related_figure_list(store: Store, *, province_code: str, unit_id: str, indicator_id: str) -> Rows[RelatedFigureListRow]:
    """One row per level, year and period of each indicator that the catalogue links with one, or with any ('any')."""
    return store.read(
        "related_figure_list", RelatedFigureListRow, province_code=province_code, unit_id=unit_id, indicator_id=indicator_id
    )


def subject_trend(store: Store, *, province_code: str, unit_id: str, indicators: str) -> Rows[SubjectTrendRow]:
    """One row per level, year and period of each of several indicators, joined by commas."""
    return store.read("subject_trend", SubjectTrendRow, province_code=province_code, unit_id=unit_id, indicators=indicators)


def near_indicator_list(store: Store) -> Rows[NearIndicatorListRow]:
    """One row per pair of headline indicators with like names, in either direction; what the catalogue explains first."""
    return store.read("near_indicator_list", NearIndicatorListRow)


def unit_province(store: Store) -> Rows[UnitProvinceRow]:
    """One row per unit, with its province."""
    return store.read("unit_province", UnitProvinceRow)


def unit_ranking(
    store: Store, *, province_code: str, indicator_id: str, level: str, year: int, period: str, units_of: str, on_day: date
) -> Rows[UnitRankingRow]:
    """One row per unit of a level on a day, the best first, those without a number last; ``units_of``: 'then' or 'today'."""
    about = {"province_code": province_code, "indicator_id": indicator_id, "level": level, "year": year, "period": period}
    return store.read("unit_ranking", UnitRankingRow, **about, units_of=units_of, on_day=on_day)


def unit_pillar_list(store: Store, *, province_code: str) -> Rows[UnitPillarListRow]:
    """One row per group of indicators, level and period of which units of a province have results, the newest period first."""
    return store.read("unit_pillar_list", UnitPillarListRow, province_code=province_code)


def unit_indicator_list(
    store: Store, *, province_code: str, level: str, year: int, period: str, pillar: str
) -> Rows[UnitIndicatorListRow]:
    """One row per unit of a level and indicator of a group that it reported in a period; units by name. 'any' takes every group."""
    about = {"province_code": province_code, "level": level, "year": year, "period": period, "pillar": pillar}
    return store.read("unit_indicator_list", UnitIndicatorListRow, **about)


def level_sum(store: Store, *, province_code: str, indicator_id: str, level: str, year: int, period: str) -> Rows[LevelSumRow]:
    """The units of a level added up beside what the province says of the level: one row, none where no unit has a number."""
    about = {"province_code": province_code, "indicator_id": indicator_id, "level": level, "year": year, "period": period}
    return store.read("level_sum", LevelSumRow, **about)


def ranked_indicator_list(store: Store, *, province_code: str) -> Rows[RankedIndicatorListRow]:
    """One row per indicator, level and period of which units of a province have numbers, the newest period first."""
    return store.read("ranked_indicator_list", RankedIndicatorListRow, province_code=province_code)


def lost_unit_list(store: Store, *, province_code: str, level: str, on_day: date) -> Rows[LostUnitListRow]:
    """One row per unit of a day whose figures no unit of today takes over."""
    return store.read("lost_unit_list", LostUnitListRow, province_code=province_code, level=level, on_day=on_day)


def task_list(store: Store, *, unit_id: str) -> Rows[TaskListRow]:
    """One row per task that the documents of a territory list, the most urgent first."""
    return store.read("task_list", TaskListRow, unit_id=unit_id)


def task_link_list(store: Store, *, unit_id: str) -> Rows[TaskLinkListRow]:
    """One row per task of a territory and indicator that it serves."""
    return store.read("task_link_list", TaskLinkListRow, unit_id=unit_id)


def budget_list(store: Store, *, unit_id: str) -> Rows[BudgetListRow]:
    """One row per cell of money that the documents of a territory print."""
    return store.read("budget_list", BudgetListRow, unit_id=unit_id)


def budget_gap_list(store: Store, *, unit_id: str) -> Rows[BudgetGapListRow]:
    """One row per stated sum of a territory that its rows do not add up to."""
    return store.read("budget_gap_list", BudgetGapListRow, unit_id=unit_id)


def remark_list(store: Store, *, province_code: str, unit_id: str) -> Rows[RemarkListRow]:
    """One row per remark of a territory's documents, those of the newest document first; 'any' takes every unit of the province."""
    return store.read("remark_list", RemarkListRow, province_code=province_code, unit_id=unit_id)


def index_list(store: Store, *, province_code: str) -> Rows[IndexListRow]:
    """One row per set of points, level and period in which units of a province are scored; the newest version of each set."""
    return store.read("index_list", IndexListRow, province_code=province_code)


def index_ranking(
    store: Store, *, province_code: str, index_id: str, level: str, year: int, period: str
) -> Rows[IndexRankingRow]:
    """One row per unit of a level: its points by a set, or what is missing for them; the best first, without a number last."""
    return store.read(
        "index_ranking",
        IndexRankingRow,
        province_code=province_code,
        index_id=index_id,
        level=level,
        year=year,
        period=period,
    )


def index_sum(store: Store, *, province_code: str, index_id: str, year: int, period: str, unit_id: str) -> Rows[IndexSumRow]:
    """One row per line of a set of points: what a unit has there, and how it comes about. 'any' takes every unit of the province."""
    return store.read(
        "index_sum",
        IndexSumRow,
        province_code=province_code,
        index_id=index_id,
        year=year,
        period=period,
        unit_id=unit_id,
    )


def index_source_list(
    store: Store, *, province_code: str, index_id: str, level: str, year: int, period: str
) -> Rows[IndexSourceListRow]:
    """One row per unit and line of a set of points that has a result: its document and day."""
    return store.read(
        "index_source_list",
        IndexSourceListRow,
        province_code=province_code,
        index_id=index_id,
        level=level,
        year=year,
        period=period,
    )


def unit_state_list(store: Store, *, province_code: str) -> Rows[UnitStateListRow]:
    """One row per state of a district or commune of a province; those of today first, then the latest that ended."""
    return store.read("unit_state_list", UnitStateListRow, province_code=province_code)


def unit_kin_list(store: Store, *, province_code: str, unit_id: str) -> Rows[UnitKinListRow]:
    """One row per unit that another one came from or became; of a former district the communes of today on its territory."""
    return store.read("unit_kin_list", UnitKinListRow, province_code=province_code, unit_id=unit_id)


def unit_profile(store: Store, *, province_code: str, unit_id: str) -> Rows[UnitProfileRow]:
    """One row per indicator of a unit's level: its newest result beside target, median and rank, or that there is none."""
    return store.read("unit_profile", UnitProfileRow, province_code=province_code, unit_id=unit_id)


def unit_trend(store: Store, *, province_code: str, unit_id: str) -> Rows[UnitTrendRow]:
    """One row per indicator and period in which a unit has a number, with the median of its level; in order of time."""
    return store.read("unit_trend", UnitTrendRow, province_code=province_code, unit_id=unit_id)


def finding_decision_list(store: Store, *, unit_id: str) -> Rows[FindingDecisionListRow]:
    """Mọi quyết định về các chỗ mâu thuẫn của một địa bàn, mọi phiên bản, mới nhất đứng trước."""
    return store.read("finding_decision_list", FindingDecisionListRow, unit_id=unit_id)


def finding_list(store: Store, *, province_code: str, unit_id: str) -> Rows[FindingListRow]:
    """One row per thing that a territory's data says against itself, the gravest first; ``unit_id`` 'any': of every unit of the province."""
    return store.read("finding_list", FindingListRow, province_code=province_code, unit_id=unit_id)


def source_list(store: Store, *, province_code: str, unit_id: str) -> Rows[SourceListRow]:
    """One row per document of a territory or with figures of it, with how much each gives; the newest first. A province: its units' too."""
    return store.read("source_list", SourceListRow, province_code=province_code, unit_id=unit_id)


def document_line_list(store: Store, *, province_code: str, document: str) -> Rows[DocumentLineListRow]:
    """One row per target, result, task, state, cell of money and remark of a document, by places as texts."""
    return store.read("document_line_list", DocumentLineListRow, province_code=province_code, document=document)


def figure_history(
    store: Store, *, province_code: str, unit_id: str, indicator_id: str, level: str, year: int, period: str, kind: str
) -> Rows[FigureHistoryRow]:
    """One row per time a figure was written into the store, whether it counts or not; the newest upload first."""
    return store.read(
        "figure_history",
        FigureHistoryRow,
        province_code=province_code,
        unit_id=unit_id,
        indicator_id=indicator_id,
        level=level,
        year=year,
        period=period,
        kind=kind,
    )


def target_move_list(store: Store, *, province_code: str, unit_id: str) -> Rows[TargetMoveListRow]:
    """One row per time that a document sets a target of a territory, beside what it follows; by indicator, level, year and document."""
    return store.read("target_move_list", TargetMoveListRow, province_code=province_code, unit_id=unit_id)


def document_file_list(store: Store) -> Rows[DocumentFileListRow]:
    """One row per file that is attached to a document and was not taken back; of each document the newest first."""
    return store.read("document_file_list", DocumentFileListRow)
