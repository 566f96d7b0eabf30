-- Bộ điểm: mỗi dòng của một bộ chỉ số, tối đa bao nhiêu điểm, chấm theo cách nào, cho cấp nào, từ ngày nào, theo văn bản nào.
--
-- A set of points is the rows of one name, level and first day; a newer version of it is other rows with a later first day.
-- A row without an indicator is a part for which the catalogue has no indicator: it counts as missing for everybody.
--
-- column: upload_id      | bigint  | -              | upload that brought the row
-- column: index_id       | text    | ma_bo_chi_so   | short name of the set
-- column: index_name     | text    | ten_bo_chi_so  | name of the set
-- column: scale          | int     | thang_diem     | 100 or 1000
-- column: level          | text    | cap            | whose points: 'province' (tinh), 'district' (huyen) or 'commune' (xa); never 'all' (chung)
-- column: valid_from     | date    | tu_ngay        | first period that it is about ends on this day or later
-- column: valid_to       | date    | den_ngay       | last period that it is about ends before this day; null = still in force
-- column: line           | int     | thu_tu         | number of the row in its set
-- column: part           | text    | nhom_diem      | heading that the row belongs to
-- column: indicator_id   | text    | ma_chi_tieu    | catalogue id; null = the catalogue has none
-- column: points         | decimal | diem_toi_da    | most points of the row
-- column: form           | text    | cach_cham      | 'share' (ty_le): result / full_at of the points, at most all; 'steps' (bac)
-- column: full_at        | decimal | dat_toi_da_tai | share: result with which all points are given; null = 100
-- column: steps          | text    | cac_bac        | steps: 'result:points' from the best to the least, joined by '/'; what reaches none has 0
-- column: not_applicable | text    | khong_ap_dung  | kinds ('phường') or codes of units that the row is not for, joined by '/'; null = for all
-- column: document       | text    | nguon          | document that says so
-- column: locator        | text    | vi_tri         | place in it
-- column: note           | text    | ghi_chu        | what has to be said with every figure of the set; null = nothing
-- form:  weights | Bộ điểm của chỉ số
-- label: ma_bo_chi_so | Mã bộ chỉ số
-- label: ten_bo_chi_so | Tên bộ chỉ số
-- label: thang_diem | Thang điểm
-- label: cap | Cấp
-- label: tu_ngay | Từ ngày
-- label: den_ngay | Đến trước ngày; Đến ngày
-- label: thu_tu | Thứ tự
-- label: nhom_diem | Nhóm điểm
-- label: ma_chi_tieu | Mã chỉ tiêu
-- label: diem_toi_da | Điểm tối đa
-- label: cach_cham | Cách chấm
-- label: dat_toi_da_tai | Đạt tối đa tại
-- label: cac_bac | Các bậc
-- label: khong_ap_dung | Không áp dụng
-- label: nguon | Nguồn; Văn bản
-- label: vi_tri | Vị trí
-- label: ghi_chu | Ghi chú
-- key: index_id, level, valid_from, line

create table weight (
    upload_id bigint not null,
    index_id varchar not null,
    index_name varchar not null,
    scale integer not null,
    level varchar not null,
    valid_from date not null,
    valid_to date,
    line integer not null,
    part varchar not null,
    indicator_id varchar,
    points decimal(18, 4) not null,
    form varchar not null,
    full_at decimal(18, 4),
    steps varchar,
    not_applicable varchar,
    document varchar not null,
    locator varchar not null,
    note varchar
)
