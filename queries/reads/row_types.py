"""The rows that the reads answer, one class a read. Written by ``python -m queries.generate`` from the SQL files' headers."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple


class AccessTokenListRow(NamedTuple):
    """Các mã truy cập của chương trình: để làm gì, quyền gì, đến ngày nào, ai cấp."""

    token_id: str
    label: str
    scope: str
    owner: str
    territories: str
    expires_on: date
    revoked: bool
    changed_at: datetime
    changed_by: str


class AccountListRow(NamedTuple):
    """Các tài khoản đang có: vai trò, phạm vi, tình trạng."""

    name: str
    display_name: str
    role: str
    territories: str
    one_time: bool
    blocked: bool
    changed_at: datetime
    changed_by: str
    change_number: int
    second_factor: bool


class BudgetGapListRow(NamedTuple):
    """Những dòng tổng của các văn bản một địa bàn mà cộng lại từ các dòng thì ra số khác: cả hai số."""

    document: str
    line: int
    part: str
    year: int | None
    source: str
    stated_vnd: float
    added_vnd: float
    excess_vnd: float
    sums: str
    locator: str


class BudgetListRow(NamedTuple):
    """Mọi ô tiền mà các văn bản của một địa bàn in: theo bảng, năm và nguồn."""

    document: str
    line: int
    table_name: str
    part: str
    task_id: str | None
    year: int | None
    source: str
    amount_as_written: str
    unit_as_written: str | None
    amount_vnd: float | None
    locator: str
    is_total: bool
    sums: str | None
    note: str | None


class CatalogueListRow(NamedTuple):
    """Mọi chỉ tiêu của danh mục theo nhóm, để chọn khi lấy dữ liệu mở."""

    indicator_id: str
    name: str
    pillar: str
    pillar_name: str


class ChangeListRow(NamedTuple):
    """Kết quả của năm hoặc của một kỳ so với kết quả liền trước của cùng loại kỳ: thay đổi bao nhiêu."""

    indicator_id: str
    short_name: str
    level: str
    unit_of_measure: str
    year: int
    period: str
    actual: float
    actual_as_written: str
    actual_qualifier: str
    basis: str
    has_result: bool
    as_of: date | None
    as_of_stated: bool
    actual_document: str
    actual_locator: str | None
    previous_year: int
    previous_period: str
    previous_actual: float
    previous_qualifier: str
    previous_document: str
    previous_locator: str | None
    change: float


class ComparedFigureListRow(NamedTuple):
    """Các chỉ tiêu chính của một địa bàn được so sánh: ở từng cấp, kết quả mới nhất và mục tiêu đang có hiệu lực, mỗi số kèm năm của nó."""

    indicator_id: str
    indicator_name: str
    short_name: str
    pillar_name: str
    unit_of_measure: str
    unit_id: str
    level: str
    pillar_order: int
    year: int
    period: str
    target_year: int | None
    target_op: str | None
    target_low: float | None
    target_high: float | None
    required: float | None
    target_as_written: str | None
    target_document: str | None
    target_locator: str | None
    has_result: bool
    actual: float | None
    actual_low: float | None
    actual_high: float | None
    actual_as_written: str | None
    actual_qualifier: str | None
    actual_document: str | None
    actual_locator: str | None
    basis: str | None
    as_of: date | None
    as_of_stated: bool | None
    gap: float | None
    mark: str
    disputed: bool


class ContactListRow(NamedTuple):
    """Đầu mối của các cơ quan ở một địa bàn: hỏi ai, số điện thoại, thư điện tử. Chỉ cho người đã đăng nhập."""

    office: str
    person: str | None
    phone: str | None
    mail: str | None
    account: str | None
    upload_id: int


class DeadlineSetsRow(NamedTuple):
    """Các bộ hạn báo cáo dùng được cho một tỉnh: của chính tỉnh trước, của trung ương sau."""

    deadline_set: str
    document: str
    locator: str
    since: int
    national: bool


class DocumentFileListRow(NamedTuple):
    """Tệp gốc đính kèm của các văn bản, bản mới nhất của mỗi văn bản đứng trước; bản đã thu hồi thì không còn."""

    document: str
    upload_id: int
    file_name: str
    file_sha256: str
    media: str
    size: int
    is_private: bool
    uploaded_by: str
    uploaded_at: datetime


class DocumentIndicatorListRow(NamedTuple):
    """Những chỉ tiêu của một địa bàn có số liệu nêu trong một văn bản."""

    indicator_id: str


class DocumentLineListRow(NamedTuple):
    """Mọi điều một văn bản nêu, để đọc bên cạnh bản giấy: ở chỗ nào, ghi thế nào, hiểu là gì, còn tính hay đã được thay."""

    what: str
    line: str
    locator: str | None
    place: int
    unit_id: str
    unit_name: str
    indicator_id: str | None
    subject: str
    level: str | None
    year: int | None
    period: str | None
    as_written: str | None
    op: str | None
    low: float | None
    high: float | None
    qualifier: str | None
    basis: str | None
    unit_of_measure: str | None
    chosen: bool
    standing: str | None
    self_stated: bool
    note: str | None


class DocumentListRow(NamedTuple):
    """Các văn bản mà số liệu dẫn ra."""

    number: str
    kind: str
    title: str
    issuer: str | None
    issued_on: date | None
    replaces: str | None
    note: str | None


class DoubtListRow(NamedTuple):
    """Những lần báo số sai về số liệu của một tỉnh và các đơn vị trong tỉnh, chưa trả lời đứng trước."""

    doubt_id: int
    asked_at: datetime
    asked_by: str
    unit_id: str
    indicator_id: str
    unit_code: str
    unit_name: str
    short_name: str
    level: str
    year: int
    period: str
    kind: str
    shown: str
    trouble: str
    text: str
    subject: str | None
    document: str | None
    office: str | None
    accounts: str | None
    verdict: str | None
    answer: str | None
    answered_by: str | None
    answered_at: datetime | None


class DueReportRow(NamedTuple):
    """Báo cáo mà một đơn vị phải nộp lúc này: kỳ nào, hạn ngày nào, và đơn vị có từ bao giờ."""

    year: int
    period: str
    due_on: date | None
    valid_from: date | None
    valid_to: date | None


class EntryListRow(NamedTuple):
    """Những số liệu mà một đơn vị báo được cho một kỳ: mọi chỉ tiêu đơn vị từng có hay tỉnh giao, mục tiêu của năm, kết quả đang có."""

    indicator_id: str
    indicator_name: str
    pillar_name: str
    rank: str
    unit_of_measure: str
    level: str
    target_as_written: str | None
    has_result: bool
    actual: float | None
    actual_as_written: str | None
    actual_document: str | None
    actual_locator: str | None
    as_of: date | None
    last_as_written: str | None
    last_year: int | None
    last_period: str | None
    owed: bool
    times_reported: int


class FigureHistoryRow(NamedTuple):
    """Mọi lần ghi một con số vào kho, kể cả lần đã được sửa, đã rút và đã thu hồi: ai, lúc nào, ghi thế nào, lần nào còn tính."""

    upload_id: int
    row_number: int
    op: str | None
    low: float | None
    high: float | None
    qualifier: str | None
    basis: str | None
    as_written: str
    document: str
    locator: str | None
    withdrawn: bool
    seed: bool
    uploaded_by: str
    uploaded_at: datetime
    undone_by: str | None
    undone_at: datetime | None
    undo_reason: str | None
    chosen: bool
    standing: str | None
    self_stated: bool
    unit_name: str


class FigureStateListRow(NamedTuple):
    """Từng số liệu của một địa bàn như đang được biết: mục tiêu, kết quả, trạng thái, và lần cập nhật nào đưa vào; để so hai ngày với nhau."""

    indicator_id: str
    indicator_name: str
    short_name: str
    pillar_order: int
    unit_id: str
    unit_name: str
    unit_until: date | None
    level: str
    year: int
    period: str
    period_end: date
    unit_of_measure: str
    lower_is_better: bool
    has_target: bool
    target_as_written: str | None
    target_op: str | None
    target_low: float | None
    target_high: float | None
    target_year: int | None
    target_document: str | None
    target_upload: int | None
    target_withdrawn_by: int | None
    has_result: bool
    actual_as_written: str | None
    actual: float | None
    actual_low: float | None
    actual_high: float | None
    actual_qualifier: str | None
    basis: str | None
    actual_document: str | None
    result_upload: int | None
    result_withdrawn_by: int | None
    status: str
    mark: str


class FigureYearListRow(NamedTuple):
    """Những năm mà kho có số liệu của bất kỳ địa bàn nào, năm mới nhất đứng trước."""

    year: int


class FindingDecisionListRow(NamedTuple):
    """Mọi quyết định về các chỗ mâu thuẫn của một địa bàn, mọi phiên bản, mới nhất đứng trước."""

    finding_id: str
    clash: str
    decision: str
    side: str
    reason: str
    author: str
    uploaded_at: datetime
    upload_id: int


class FindingListRow(NamedTuple):
    """Sổ mâu thuẫn của một địa bàn, hoặc của mọi địa bàn trong một tỉnh: hai bên nói gì, ở đâu, lệch bao nhiêu; nặng nhất đứng trước."""

    finding_id: str
    unit_code: str
    clash: str
    check_name: str
    severity: str
    indicator_id: str | None
    level: str | None
    year: int | None
    period: str | None
    subject: str
    said: str
    document: str | None
    locator: str | None
    other: str
    other_document: str | None
    other_locator: str | None
    off: float | None
    unit_of_measure: str | None
    decision: str | None
    side: str
    reason: str | None
    author: str | None
    decided_at: datetime | None
    was: str | None
    is_open: bool
    unit_id: str


class FindingMarkListRow(NamedTuple):
    """Những số liệu của một tỉnh và các đơn vị trong tỉnh có chỗ mâu thuẫn: đã xử lý chưa, ai quyết định gì."""

    unit_id: str
    indicator_id: str
    level: str
    year: int
    period: str
    check_name: str
    severity: str
    finding_id: str
    is_open: bool
    decision: str | None
    side: str
    reason: str | None
    author: str | None
    decided_at: datetime | None
    said: str
    other: str


class FindingProvinceListRow(NamedTuple):
    """Những tỉnh mà trong kho có gì để tự mâu thuẫn: có số liệu, hoặc có kinh phí."""

    province_code: str


class FindingRegisterRow(NamedTuple):
    """Sổ mâu thuẫn của các địa bàn một tỉnh, nặng nhất đứng trước: hai bên nói gì, ở đâu, đã xử lý chưa; chỉ những dòng đầu."""

    finding_id: str
    severity: str
    unit_name: str
    subject: str
    year: int | None
    document: str | None
    locator: str | None
    said: str
    other: str
    is_open: bool
    every: int
    severe: int


class FreshnessRow(NamedTuple):
    """Kết quả mới nhất của một địa bàn có từ ngày nào, theo văn bản nào, và mỗi năm có bao nhiêu kết quả."""

    year: int
    results: int
    newest_day: date | None
    day_stated: bool | None
    document: str | None
    undated_end: date | None
    undated_year: int | None
    undated_period: str | None


class IndexListRow(NamedTuple):
    """Những bộ chỉ số mà các đơn vị của một tỉnh được chấm, theo cấp và kỳ: bao nhiêu đơn vị tính được điểm."""

    index_id: str
    index_name: str
    level: str
    year: int
    period: str
    valid_from: date
    scale: int
    units: int
    scored: int
    document: str
    locator: str
    note: str | None


class IndexRankingRow(NamedTuple):
    """Điểm tổng hợp của các đơn vị một cấp theo một bộ chỉ số trong một kỳ, đơn vị thiếu số liệu đứng riêng."""

    unit_id: str
    unit_name: str
    valid_from: date
    scale: int
    lines: int
    line_points: float
    missing: int
    missing_points: float
    outside: int
    outside_points: float
    known_score: float | None
    score: float | None
    rank: int | None
    ranked: int


class IndexSourceListRow(NamedTuple):
    """Kết quả mà điểm tổng hợp của một kỳ cộng từ đó: văn bản và ngày của từng kết quả."""

    unit_id: str
    line: int
    actual_document: str
    as_of: date
    as_of_stated: bool


class IndexSumRow(NamedTuple):
    """Điểm tổng hợp của một đơn vị, cộng từng dòng: tối đa bao nhiêu điểm, kết quả bao nhiêu, chấm thế nào, được bao nhiêu."""

    unit_id: str
    line: int
    part: str
    indicator_id: str | None
    indicator_name: str | None
    unit_of_measure: str | None
    direction: str | None
    scale: int
    points: float
    form: str
    full_at: float | None
    steps: str | None
    actual: float | None
    state: str
    share: float | None
    weight: float | None
    score: float | None


class IndicatorCardRow(NamedTuple):
    """Một chỉ tiêu đo gì: định nghĩa, tử số, mẫu số, ai chịu trách nhiệm."""

    indicator_id: str
    name: str
    short_name: str
    pillar_name: str
    unit_of_measure: str
    direction: str
    kind: str
    numerator: str | None
    denominator: str | None
    definition: str
    owner: str | None
    review_date: date
    predecessor: str | None
    predecessor_name: str | None
    aliases: str | None
    note: str | None


class IndicatorClaimsRow(NamedTuple):
    """Mọi lần các văn bản nêu con số của một chỉ tiêu, kể cả những lần không được chọn."""

    indicator_id: str
    kind: str
    level: str
    year: int
    period: str
    op: str | None
    low: float | None
    high: float | None
    qualifier: str | None
    as_written: str
    document: str
    locator: str | None
    chosen: bool
    standing: str
    inherited: bool
    note: str | None
    upload_id: int
    row_number: int
    basis: str | None
    as_of: date | None
    as_of_stated: bool | None
    stated_status: str | None
    title: str | None
    issuer: str | None
    issued_on: date | None
    seed: bool
    uploaded_by: str
    uploaded_at: datetime
    self_stated: bool
    unit_name: str


class IndicatorGalleryRow(NamedTuple):
    """Mỗi chỉ tiêu chính một thẻ: ở từng cấp, kết quả mới nhất, mục tiêu đang có hiệu lực, mục tiêu đã quá hạn."""

    indicator_id: str
    indicator_name: str
    short_name: str
    pillar: str
    pillar_name: str
    level: str
    unit_of_measure: str
    year: int
    period: str
    target_year: int | None
    target_op: str | None
    target_low: float | None
    target_high: float | None
    required: float | None
    lower_is_better: bool
    target_as_written: str | None
    has_result: bool
    actual: float | None
    actual_low: float | None
    actual_high: float | None
    actual_as_written: str | None
    actual_qualifier: str | None
    basis: str | None
    as_of: date | None
    as_of_stated: bool | None
    comparable: bool
    gap: float | None
    gap_share: float | None
    mark: str
    disputed: bool
    conflict: bool
    overdue: str | None
    due_on: date | None
    due_state: str
    next_period: str | None


class IndicatorListRow(NamedTuple):
    """Những chỉ tiêu mà một địa bàn có số liệu, theo nhóm."""

    indicator_id: str
    name: str
    targets: int
    results: int


class IndicatorPathRow(NamedTuple):
    """Từ kết quả gần nhất đến các mục tiêu năm sau: từ hôm nay mỗi năm cần thêm bao nhiêu, mục tiêu nào đã quá hạn."""

    level: str
    year: int
    due_end: date
    overdue: bool
    required: float
    from_year: int
    from_period: str
    from_end: date
    from_value: float
    from_qualifier: str
    from_gap: float
    pace: float | None
    expected_now: float | None
    indicator_id: str


class IndicatorScheduleRow(NamedTuple):
    """Ở từng cấp, kỳ báo cáo tiếp theo của từng chỉ tiêu của một địa bàn và hạn báo cáo."""

    indicator_id: str
    level: str
    next_period: str | None
    due_on: date | None
    due_state: str


class IndicatorSearchRow(NamedTuple):
    """Những chỉ tiêu của một địa bàn cùng mọi tên gọi đã bỏ dấu, để tìm, và con số mới nhất của mỗi chỉ tiêu."""

    indicator_id: str
    name: str
    search_key: str
    unit_of_measure: str
    level: str
    year: int
    period: str
    target_year: int | None
    target_op: str | None
    target_low: float | None
    target_high: float | None
    required: float | None
    target_as_written: str | None
    has_result: bool
    actual: float | None
    actual_low: float | None
    actual_high: float | None
    actual_as_written: str | None
    actual_qualifier: str | None
    basis: str | None
    mark: str


class IndicatorTrendRow(NamedTuple):
    """Mục tiêu và kết quả của một chỉ tiêu qua các năm và kỳ, ở từng cấp."""

    level: str
    year: int
    period: str
    period_end: date
    unit_of_measure: str
    has_target: bool
    target_year: int | None
    target_op: str | None
    target_low: float | None
    target_high: float | None
    required: float | None
    lower_is_better: bool
    target_as_written: str | None
    target_document: str | None
    target_locator: str | None
    has_result: bool
    actual: float | None
    actual_low: float | None
    actual_high: float | None
    actual_as_written: str | None
    actual_qualifier: str | None
    basis: str | None
    numerator: float | None
    denominator: float | None
    as_of: date | None
    as_of_stated: bool | None
    actual_document: str | None
    actual_locator: str | None
    to_date: float | None
    comparable: bool
    still_running: bool | None
    gap: float | None
    status: str
    mark: str
    stated_status: str | None
    disputed: bool
    conflict: bool
    newest_in_year: bool
    target_self_stated: bool | None
    actual_self_stated: bool | None
    due_end: date | None
    decided_by: str
    compared: float | None
    compared_share: float | None
    near_bound: float | None
    indicator_id: str


class KnownDayListRow(NamedTuple):
    """Những ngày mà kho số liệu biết thêm điều gì: có lần cập nhật, hoặc có lần thu hồi."""

    day: date
    uploads: int
    undone: int


class LevelComparisonRow(NamedTuple):
    """Các chỉ tiêu trong năm có mục tiêu khác nhau giữa các cấp: mỗi chỉ tiêu và cấp một dòng."""

    indicator_id: str
    indicator_name: str
    short_name: str
    unit_of_measure: str
    level: str
    year: int
    period: str
    target_year: int | None
    target_low: float | None
    target_high: float | None
    required: float | None
    target_as_written: str | None
    target_op: str | None
    target_document: str | None
    target_locator: str | None
    has_result: bool
    actual: float | None
    actual_low: float | None
    actual_high: float | None
    actual_as_written: str | None
    actual_qualifier: str | None
    actual_document: str | None
    actual_locator: str | None
    basis: str | None
    as_of: date | None
    as_of_stated: bool | None
    gap: float | None
    to_date: float | None
    status: str
    mark: str
    disputed: bool
    spread: float


class LevelListRow(NamedTuple):
    """Những cấp mà một địa bàn có số liệu và trong năm được chọn có đơn vị."""

    level: str


class LevelSumRow(NamedTuple):
    """Cộng các đơn vị của một cấp theo một chỉ tiêu trong một kỳ, bên cạnh số mà tỉnh báo cho cấp đó."""

    units: int
    summed: int
    numerator: float | None
    denominator: float | None
    total: float | None
    reason: str | None
    own: float | None
    difference: float | None


class LevelYearsRow(NamedTuple):
    """Những năm mà một địa bàn có chỉ tiêu với mục tiêu khác nhau giữa các cấp."""

    year: int
    indicators: int
    results: int


class LinkedIndicatorListRow(NamedTuple):
    """Những chỉ tiêu của một địa bàn mà bên cạnh có số liệu của chỉ tiêu gần nghĩa, cùng đơn vị tính."""

    indicator_id: str
    other_id: str


class LostUnitListRow(NamedTuple):
    """Những đơn vị của một kỳ mà không đơn vị nào của hôm nay nhận số liệu: cấp huyện đã kết thúc, hoặc không rõ nhập vào đâu."""

    unit_id: str
    unit_name: str


class MilestoneListRow(NamedTuple):
    """Kết quả của một phần năm so với mốc phải có để kịp mục tiêu cả năm: kịp hay chậm, bao nhiêu."""

    indicator_id: str
    level: str
    period: str
    milestone: float
    deviation: float
    pace: str


class MissingReportListRow(NamedTuple):
    """Những số liệu mà một đơn vị còn phải báo cho một kỳ, cùng mục tiêu của năm: nội dung của giấy nhắc."""

    indicator_id: str
    indicator_name: str
    pillar_name: str
    level: str
    unit_of_measure: str
    target_op: str | None
    target_low: float | None
    target_high: float | None
    target_as_written: str | None
    target_year: int | None
    target_document: str | None


class NearIndicatorListRow(NamedTuple):
    """Những chỉ tiêu chính gần giống tên mà danh mục để riêng: vì sao không đặt cạnh nhau như một."""

    indicator_id: str
    indicator_name: str
    definition: str
    numerator: str | None
    denominator: str | None
    unit_of_measure: str
    note: str | None
    pillar_order: int
    other_id: str
    other_name: str
    other_definition: str
    other_numerator: str | None
    other_denominator: str | None
    other_unit_of_measure: str
    other_note: str | None
    noted: bool
    alike: float


class NewerResultRow(NamedTuple):
    """Những kỳ sau một năm đã có kết quả: kỳ nào, bao nhiêu."""

    year: int
    period: str
    results: int


class NewestRemarkListRow(NamedTuple):
    """Nhận xét mới nhất về từng chỉ tiêu của một địa bàn, trừ loại kết quả: của văn bản hoặc của chính đơn vị."""

    indicator_id: str
    kind: str
    outlook: str | None
    text: str | None
    document: str | None
    locator: str | None
    author: str | None
    said_on: date


class OpenTargetRow(NamedTuple):
    """Mục tiêu của một năm mà chưa có kết quả nào để xét: kết quả gần nhất là bao nhiêu, còn cách bao xa."""

    indicator_id: str
    short_name: str
    pillar_name: str
    level: str
    unit_of_measure: str
    owner: str | None
    year: int
    due_end: date
    target_op: str | None
    target_low: float | None
    target_high: float | None
    required: float | None
    lower_is_better: bool
    target_as_written: str
    target_document: str
    target_locator: str | None
    last_year: int | None
    last_period: str | None
    actual: float | None
    actual_as_written: str | None
    actual_qualifier: str | None
    basis: str | None
    status: str
    gap: float | None
    lacks: bool | None
    actual_document: str | None
    actual_locator: str | None
    as_of: date | None
    as_of_stated: bool | None


class OverdueTargetRow(NamedTuple):
    """Mục tiêu đã quá hạn mà chưa có kết quả: quá hạn từ bao giờ, kết quả gần nhất là bao nhiêu."""

    indicator_id: str
    short_name: str
    pillar_name: str
    level: str
    unit_of_measure: str
    owner: str | None
    year: int
    due_end: date
    target_op: str | None
    target_low: float | None
    target_high: float | None
    required: float | None
    lower_is_better: bool
    target_as_written: str
    target_document: str
    target_locator: str | None
    last_year: int | None
    last_period: str
    actual: float | None
    actual_as_written: str | None
    actual_qualifier: str | None
    basis: str | None
    gap: float | None
    actual_document: str | None
    actual_locator: str | None
    as_of: date | None
    as_of_stated: bool | None


class PeriodListRow(NamedTuple):
    """Trong năm, mỗi kỳ (cả năm, quý, tháng, 6 tháng…) có bao nhiêu kết quả được báo cáo."""

    period: str
    results: int


class RankedIndicatorListRow(NamedTuple):
    """Những chỉ tiêu mà các đơn vị huyện, xã của một tỉnh có kết quả bằng số, theo cấp và kỳ: bao nhiêu đơn vị."""

    indicator_id: str
    indicator_name: str
    level: str
    year: int
    period: str
    units: int


class RelatedFigureListRow(NamedTuple):
    """Số liệu của những chỉ tiêu gần nghĩa mà danh mục nối với một chỉ tiêu, cùng đơn vị tính: đặt bên cạnh, không nối thành một."""

    other_id: str
    other_name: str
    relation: str
    level: str
    year: int
    period: str
    unit_of_measure: str
    has_target: bool
    target_year: int | None
    target_op: str | None
    target_low: float | None
    target_high: float | None
    required: float | None
    target_as_written: str | None
    target_document: str | None
    target_locator: str | None
    has_result: bool
    actual: float | None
    actual_low: float | None
    actual_high: float | None
    actual_as_written: str | None
    actual_qualifier: str | None
    actual_document: str | None
    actual_locator: str | None
    basis: str | None
    mark: str
    indicator_id: str


class RemarkListRow(NamedTuple):
    """Nhận xét trong các văn bản của một địa bàn: kết quả, tồn tại, nguyên nhân, giải pháp, kiến nghị, văn bản mới nhất đứng trước."""

    unit_id: str
    remark_id: str
    indicator_id: str | None
    pillar: str
    pillar_name: str
    kind: str
    text: str
    document: str
    document_on: date
    locator: str


class ReportListRow(NamedTuple):
    """Ai đã báo cáo, ai chưa: mỗi đơn vị và kỳ của một năm, phải báo bao nhiêu số liệu, đã báo bao nhiêu, trước hay sau hạn."""

    unit_id: str
    unit_name: str
    period: str
    due_on: date | None
    owed: int
    reported: int
    late: int
    undated: int
    last_on: date | None
    state: str


class ResultListRow(NamedTuple):
    """Kết quả của một năm mà chưa văn bản nào đặt mục tiêu: kỳ được chọn, hoặc kết quả mới nhất của năm."""

    indicator_id: str
    indicator_name: str
    short_name: str
    pillar_name: str
    level: str
    unit_of_measure: str
    rank: str
    year: int
    period: str
    actual: float | None
    actual_low: float | None
    actual_high: float | None
    actual_as_written: str
    actual_qualifier: str | None
    basis: str
    as_of: date | None
    as_of_stated: bool
    actual_document: str
    actual_locator: str | None
    conflict: bool


class SampleMarkRow(NamedTuple):
    """Kho số liệu này là số liệu thật hay số liệu minh họa."""

    is_sample: bool


class SourceListRow(NamedTuple):
    """Sổ văn bản của một địa bàn: số hiệu, ai ban hành, ngày nào, thay thế văn bản nào, và mỗi văn bản cho bao nhiêu số liệu."""

    number: str
    kind: str | None
    title: str | None
    issuer: str | None
    issued_on: date | None
    order_on: date | None
    unit_name: str | None
    unit_code: str | None
    replaces: str | None
    replaced_by: str | None
    note: str | None
    targets: int
    results: int
    in_force: int
    units: int
    tasks: int
    states: int
    cells: int
    remarks: int
    self_stated: int


class SubjectTrendRow(NamedTuple):
    """Mục tiêu và kết quả qua các năm của nhiều chỉ tiêu cùng một chủ đề, ở từng cấp."""

    indicator_id: str
    indicator_name: str
    short_name: str
    pillar_name: str
    level: str
    year: int
    period: str
    period_end: date
    unit_of_measure: str
    has_target: bool
    target_year: int | None
    target_op: str | None
    target_low: float | None
    target_high: float | None
    required: float | None
    target_as_written: str | None
    target_document: str | None
    target_locator: str | None
    has_result: bool
    actual: float | None
    actual_low: float | None
    actual_high: float | None
    actual_as_written: str | None
    actual_qualifier: str | None
    actual_document: str | None
    actual_locator: str | None
    as_of: date | None
    as_of_stated: bool | None
    basis: str | None
    status: str
    mark: str
    stated_status: str | None
    disputed: bool
    newest_in_year: bool
    hedged: bool


class TargetListRow(NamedTuple):
    """Các mục tiêu chính của một năm cùng kết quả của kỳ được chọn: đạt, chưa đạt, thiếu bao nhiêu, biết bằng cách nào."""

    indicator_id: str
    indicator_name: str
    short_name: str
    pillar: str
    pillar_name: str
    pillar_order: int
    level: str
    unit_of_measure: str
    owner: str | None
    year: int
    period: str
    target_year: int
    has_target: bool
    target_op: str | None
    target_low: float | None
    target_high: float | None
    required: float | None
    lower_is_better: bool
    target_as_written: str
    target_document: str
    target_locator: str | None
    has_result: bool
    actual: float | None
    actual_low: float | None
    actual_high: float | None
    actual_as_written: str | None
    actual_qualifier: str | None
    basis: str | None
    as_of: date | None
    as_of_stated: bool | None
    actual_document: str | None
    actual_locator: str | None
    to_date: float | None
    comparable: bool
    gap: float | None
    gap_share: float | None
    status: str
    mark: str
    stated_status: str | None
    disputed: bool
    conflict: bool
    target_self_stated: bool | None
    actual_self_stated: bool | None
    previous_year: int | None
    previous_period: str | None
    previous_actual: float | None
    previous_qualifier: str | None
    change: float | None


class TargetMoveListRow(NamedTuple):
    """Mục tiêu của từng chỉ tiêu đã đi qua các văn bản thế nào: văn bản nào đặt bao nhiêu, cho năm nào, nâng hay hạ."""

    indicator_id: str
    short_name: str
    pillar_name: str
    unit_of_measure: str
    level: str
    year: int
    period: str
    target_op: str | None
    target_low: float | None
    target_high: float | None
    target_as_written: str
    document: str
    locator: str | None
    issuer: str | None
    issued_on: date | None
    order_on: date
    chosen: bool
    standing: str
    upload_id: int
    row_number: int
    seed: bool
    uploaded_by: str
    uploaded_at: datetime
    moved: str
    change: float | None
    before_year: int | None
    before_as_written: str | None
    before_document: str | None
    province_bound: float | None
    province_document: str | None
    below_province: bool


class TaskLinkListRow(NamedTuple):
    """Nhiệm vụ nào phục vụ chỉ tiêu nào, kèm lý do, của các văn bản một địa bàn."""

    task_id: str
    indicator_id: str
    short_name: str
    reason: str


class TaskListRow(NamedTuple):
    """Mọi nhiệm vụ mà các văn bản của một địa bàn nêu: chậm nhất đứng trước, ai chủ trì, tình trạng mới nhất, bao nhiêu tiền."""

    task_id: str
    document: str
    document_on: date | None
    list: str
    number: str
    name: str | None
    outcome: str | None
    lead_agency: str | None
    partner_agencies: str | None
    start_year: int | None
    end_year: int | None
    years_as_written: str | None
    amount_as_written: str | None
    amount_vnd: float | None
    own_amount_vnd: float | None
    funding_source: str | None
    locator: str
    damaged: bool
    same_as: str | None
    same_reason: str | None
    told_from: str | None
    told_locator: str | None
    note: str | None
    status: str | None
    status_as_written: str | None
    as_of: date | None
    state_document: str | None
    state_locator: str | None
    due_on: date | None
    late: bool
    days_late: int | None
    urgency: int


class TaskMoneyRow(NamedTuple):
    """Kinh phí mà các danh mục nhiệm vụ của một địa bàn ghi, theo nhóm chỉ tiêu và theo cơ quan chủ trì: bao nhiêu nhiệm vụ, bao nhiêu có số tiền."""

    by_what: str
    document: str
    name: str | None
    tasks: int
    counted: int
    amount_vnd: float | None


class TaskStateShareRow(NamedTuple):
    """Trong từng báo cáo của một địa bàn, bao nhiêu nhiệm vụ ở tình trạng nào."""

    document: str
    as_of: date
    status: str
    tasks: int


class TerritoryListRow(NamedTuple):
    """Những địa bàn có số liệu: mọi tỉnh, các đơn vị trong tỉnh của một địa bàn, và những đơn vị được hỏi thêm."""

    unit_id: str
    unit_name: str
    label: str
    level: str
    province_code: str
    figures: int


class UnitIndicatorListRow(NamedTuple):
    """Kết quả của từng đơn vị một cấp theo từng chỉ tiêu của một nhóm trong một kỳ, cùng trung vị của cấp."""

    pillar: str
    unit_id: str
    unit_name: str
    indicator_id: str
    indicator_name: str
    short_name: str
    unit_of_measure: str
    level: str
    year: int
    period: str
    has_result: bool
    actual: float | None
    actual_low: float | None
    actual_high: float | None
    actual_as_written: str
    actual_qualifier: str | None
    basis: str
    actual_document: str
    target_year: int | None
    target_op: str | None
    target_low: float | None
    target_high: float | None
    required: float | None
    target_as_written: str | None
    lower_is_better: bool
    gap: float | None
    to_date: float | None
    mark: str
    disputed: bool
    median: float | None
    units: int | None
    as_of: date
    as_of_stated: bool


class UnitKinListRow(NamedTuple):
    """Đơn vị này từ đâu ra và thành đơn vị nào: đơn vị liền trước, liền sau, và địa bàn ấy hôm nay thuộc những xã, phường nào."""

    of_unit: str
    relation: str
    unit_id: str
    unit_name: str
    kind: str | None
    effective_on: date | None
    split: bool


class UnitListRow(NamedTuple):
    """Mọi đơn vị hành chính theo mã, với tên gần đây nhất."""

    code: str
    name: str
    unit_id: str
    level: str
    above: str | None
    ended_on: date | None


class UnitPillarListRow(NamedTuple):
    """Những nhóm mà các đơn vị huyện, xã của một tỉnh có kết quả, theo cấp và kỳ: bao nhiêu chỉ tiêu, nhiều nhất bao nhiêu đơn vị báo."""

    level: str
    year: int
    period: str
    pillar: str
    pillar_name: str
    indicators: int
    units: int


class UnitProfileRow(NamedTuple):
    """Hồ sơ một đơn vị: mỗi chỉ tiêu của cấp ấy, kết quả mới nhất cạnh mục tiêu, trung vị của cấp và thứ hạng; chưa báo cũng có dòng."""

    unit_id: str
    indicator_id: str
    indicator_name: str
    short_name: str
    pillar_name: str
    level: str
    unit_of_measure: str
    direction: str
    has_result: bool
    year: int | None
    period: str | None
    actual: float | None
    actual_as_written: str | None
    actual_qualifier: str | None
    basis: str | None
    actual_document: str | None
    actual_locator: str | None
    as_of: date | None
    as_of_stated: bool | None
    target_year: int | None
    target_op: str | None
    target_low: float | None
    target_high: float | None
    required: float | None
    target_as_written: str | None
    target_document: str | None
    target_locator: str | None
    target_from: str | None
    gap: float | None
    mark: str
    rank: int | None
    ranked: int | None
    median: float | None
    median_year: int | None
    median_period: str | None
    below_median: float | None
    rank_change: int | None
    change: float | None
    of_period: float | None
    to_date: float | None


class UnitProvinceRow(NamedTuple):
    """Mỗi đơn vị thuộc tỉnh nào."""

    unit_id: str
    province_code: str


class UnitRankingRow(NamedTuple):
    """Xếp hạng các đơn vị của một cấp theo một chỉ tiêu trong một kỳ, cả đơn vị chưa báo cáo."""

    unit_id: str
    unit_name: str
    parent_name: str | None
    rank: int | None
    ranked: int | None
    median: float | None
    lowest: float | None
    highest: float | None
    actual: float | None
    parts: int | None
    known: int
    reason: str | None
    previous_year: int | None
    previous_period: str | None
    change: float | None
    rank_change: int | None
    improvement_rank: int | None
    has_result: bool | None
    actual_as_written: str | None
    actual_qualifier: str | None
    basis: str | None
    actual_document: str | None
    unit_of_measure: str
    target_year: int | None
    target_op: str | None
    target_low: float | None
    target_high: float | None
    required: float | None
    target_as_written: str | None
    target_document: str | None
    target_from: str | None
    lower_is_better: bool | None
    gap: float | None
    to_date: float | None
    mark: str | None
    disputed: bool | None
    as_of: date | None
    as_of_stated: bool | None


class UnitRemarkListRow(NamedTuple):
    """Nhận xét mà cán bộ của một địa bàn tự nêu, mọi phiên bản, mới nhất đứng trước."""

    indicator_id: str
    year: int
    kind: str
    outlook: str | None
    text: str | None
    author: str
    uploaded_at: datetime
    upload_id: int
    newest: bool


class UnitStateListRow(NamedTuple):
    """Mọi huyện, xã của một tỉnh qua từng giai đoạn: còn hay đã kết thúc, thuộc đâu, đơn vị của hôm nay đứng trước."""

    unit_id: str
    code: str
    unit_name: str
    level: str
    parent_name: str | None
    valid_from: date
    valid_to: date | None
    legal_basis: str


class UnitTrendRow(NamedTuple):
    """Một đơn vị qua mười kỳ gần nhất: từng chỉ tiêu, kết quả và trung vị của cấp; trước lần sáp nhập thì tính lại từ các đơn vị cũ, có nói."""

    unit_id: str
    indicator_id: str
    level: str
    year: int
    period: str
    actual: float
    median: float
    recomputed: bool
    of_period: float | None


class UnitsOnDayRow(NamedTuple):
    """Các đơn vị còn hiệu lực trong một kỳ của một tỉnh, để chọn và để ghi vào tệp mẫu."""

    unit_id: str
    code: str
    name: str
    level: str
    parent_name: str | None


class UploadContentRow(NamedTuple):
    """Tệp gốc của một lần cập nhật: các mẩu đã nén, theo thứ tự."""

    file_name: str
    file_sha256: str
    size: int
    part: int
    content: bytes


class UploadDayListRow(NamedTuple):
    """Các lần cập nhật theo ngày, và ngày chúng bị thu hồi: để nói điều gì đổi vì lần nào."""

    upload_id: int
    kind: str
    day: date
    row_count: int
    undone_on: date | None


class UploadHistoryRow(NamedTuple):
    """Các lần cập nhật, mới nhất đứng trước: ai, lúc nào, tệp nào, bao nhiêu dòng, đã thu hồi chưa."""

    upload_id: int
    kind: str
    file_name: str
    file_sha256: str
    uploaded_at: datetime
    uploaded_by: str
    row_count: int
    units: str | None
    reason: str | None
    kept: bool
    undone_at: datetime | None
    undone_by: str | None
    undo_reason: str | None


class WorkStateListRow(NamedTuple):
    """Từng nhiệm vụ và từng ô kinh phí của một địa bàn như đang được biết, và lần cập nhật nào đưa vào; để so hai ngày với nhau."""

    kind: str
    subject: str
    document: str
    unit_name: str
    unit_id: str
    name: str | None
    year: int | None
    source: str | None
    lead_agency: str | None
    start_year: int | None
    end_year: int | None
    amount_vnd: float | None
    amount_as_written: str | None
    told_from: str | None
    status: str | None
    as_of: date | None
    state_document: str | None
    late: bool
    upload_id: int


class YearListRow(NamedTuple):
    """Những năm mà một địa bàn có mục tiêu hoặc kết quả, và năm mà trang tự mở."""

    year: int
    targets: int
    results: int
    headline: int
    answered: int
    opens: bool
