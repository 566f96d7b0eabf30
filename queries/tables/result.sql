-- Sổ cái kết quả: mỗi dòng là một lần một văn bản hay một tệp báo một kết quả.
--
-- Append-only, like the targets. A result in words has no value; it keeps the status its document states.
--
-- column: upload_id     | bigint  | -                | upload that brought the row
-- column: row_number    | bigint  | -                | row of the file, as Excel counts; of an unfolded table plus 2^21 times its column, counted from 1
-- column: province_code | text    | -                | province of the unit; facts are clustered by it
-- column: indicator_id  | text    | ma_chi_tieu      | catalogue id
-- column: unit_id       | text    | don_vi           | unit as it was in the period
-- column: level         | text    | cap              | 'province' (tinh), 'district' (huyen), 'commune' (xa) or 'all' (chung)
-- column: year          | int     | nam              | calendar year
-- column: period        | text    | ky               | N, 2T..11T (cumulative months), Q1..Q4, T1..T12
-- column: value         | decimal | gia_tri          | in the indicator's unit; null = in words, a span, or numerator over denominator
-- column: low           | decimal | ket_qua_tu       | lower end of a result given as a span; null otherwise
-- column: high          | decimal | ket_qua_den      | upper end of a result given as a span; null otherwise
-- column: numerator     | decimal | tu_so            | count; null = not given
-- column: denominator   | decimal | mau_so           | count; null = not given
-- column: qualifier     | text    | dinh_tinh        | 'exact' (chinh_xac), 'about' (khoang), 'over' (tren), 'nearly' (gan) or 'estimate' (uoc)
-- column: as_of         | date    | so_lieu_den_ngay | day the figure stands for; null = not stated
-- column: as_written    | text    | ket_qua          | short form as it stands in the document
-- column: stated_status | text    | danh_gia         | 'met' (dat) or 'missed' (chua_dat) where the document says so; null = it does not
-- column: basis         | text    | can_cu           | 'measured' (đo được), 'stated' (văn bản nêu: said to be met, no number of its own), 'words' (bằng lời); null = not said: measured where there is a number, words where there is none
-- column: document      | text    | nguon            | number of the document that reports the result
-- column: locator       | text    | vi_tri           | place in the document; null = not given
-- column: withdrawn     | boolean | rut_lai          | true = the claim is taken back by this row
-- column: note          | text    | ghi_chu          | doubts and contradictions; null = none
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
-- label: ket_qua | Kết quả; Thực hiện; TH; Kết quả thực hiện
-- label: gia_tri | Giá trị
-- label: ket_qua_tu | Kết quả từ
-- label: ket_qua_den | Kết quả đến
-- label: tu_so | Tử số
-- label: mau_so | Mẫu số
-- label: dinh_tinh | Định tính
-- label: so_lieu_den_ngay | Số liệu đến ngày; Tính đến ngày; Đến ngày
-- label: danh_gia | Đánh giá; Văn bản đánh giá
-- label: can_cu | Căn cứ; Căn cứ số liệu; Biết bằng cách nào
-- key: province_code, year, period, indicator_id, unit_id, level, document, locator

create table result (
    upload_id bigint not null,
    row_number bigint not null,
    province_code varchar not null,
    indicator_id varchar not null,
    unit_id varchar not null,
    level varchar not null,
    year smallint not null,
    period varchar not null,
    value decimal(18, 4),
    low decimal(18, 4),
    high decimal(18, 4),
    numerator decimal(18, 4),
    denominator decimal(18, 4),
    qualifier varchar not null,
    as_of date,
    as_written varchar not null,
    stated_status varchar,
    basis varchar,
    document varchar not null,
    locator varchar,
    withdrawn boolean not null,
    note varchar
)
