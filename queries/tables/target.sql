-- Sổ cái mục tiêu: mỗi dòng là một lần một văn bản hay một tệp nêu một mục tiêu.
--
-- Append-only. Identity of a claim: (indicator, unit, level, year, period, document, locator); the
-- rows of the newest upload that was not undone stand for it.
--
-- column: upload_id     | bigint  | -            | upload that brought the row
-- column: row_number    | bigint  | -            | row of the file, as Excel counts; of an unfolded table plus 2^21 times its column, counted from 1
-- column: province_code | text    | -            | province of the unit; facts are clustered by it
-- column: indicator_id  | text    | ma_chi_tieu  | catalogue id
-- column: unit_id       | text    | don_vi       | unit as it was in the period
-- column: level         | text    | cap          | 'province' (tinh), 'district' (huyen), 'commune' (xa) or 'all' (chung)
-- column: year          | int     | nam          | calendar year
-- column: period        | text    | ky           | N, 2T..11T (cumulative months), Q1..Q4, T1..T12
-- column: op            | text    | dau          | >=, >, =, <=, <, range; null = a milestone without a number
-- column: low           | decimal | chi_tieu_tu  | lower end in the indicator's unit; null = none
-- column: high          | decimal | chi_tieu_den | upper end in the indicator's unit; null = none
-- column: as_written    | text    | chi_tieu     | short form as it stands in the document
-- column: document      | text    | nguon        | number of the document that sets the target
-- column: locator       | text    | vi_tri       | place in the document; null = not given
-- column: withdrawn     | boolean | rut_lai      | true = the claim is taken back by this row
-- column: note          | text    | ghi_chu      | doubts and contradictions; null = none
-- default: withdrawn | false
-- form:  figures | Số liệu mục tiêu và kết quả
-- label: ma_chi_tieu | Mã chỉ tiêu; Mã CT; Mã
-- label: cap | Cấp; Cấp hành chính
-- label: don_vi | Đơn vị; Địa bàn; Địa phương; Mã đơn vị
-- label: nam | Năm; Năm số liệu
-- label: ky | Kỳ; Kỳ báo cáo; Kỳ số liệu
-- label: nguon | Nguồn; Văn bản; Nguồn số liệu; Số văn bản
-- label: vi_tri | Vị trí; Vị trí trong văn bản
-- label: rut_lai | Rút lại; Rút
-- label: ghi_chu | Ghi chú
-- label: chi_tieu | Mục tiêu; Kế hoạch; KH; Mục tiêu kế hoạch
-- label: dau | Dấu
-- label: chi_tieu_tu | Mục tiêu từ
-- label: chi_tieu_den | Mục tiêu đến
-- key: province_code, year, period, indicator_id, unit_id, level, document, locator

create table target (
    upload_id bigint not null,
    row_number bigint not null,
    province_code varchar not null,
    indicator_id varchar not null,
    unit_id varchar not null,
    level varchar not null,
    year smallint not null,
    period varchar not null,
    op varchar,
    low decimal(18, 4),
    high decimal(18, 4),
    as_written varchar not null,
    document varchar not null,
    locator varchar,
    withdrawn boolean not null,
    note varchar
)
