-- Danh mục chỉ tiêu: mỗi chỉ tiêu đo gì, bằng đơn vị nào, tăng hay giảm là tốt.
--
-- How a value relates to its period, how often it is due and how late it may come are stated only where a definition or a
-- document makes them certain: the last three columns are blank wherever nobody has said so, and nothing is guessed from them.
-- Plan 525/KH-UBND wants a report each quarter, before the 10th of its last month: 'Q' and 0 months for what that plan aims at in 2023.
-- The level of a training class is that of its participants as the document names them; several levels, or none named: 'all'.
--
-- column: upload_id       | bigint | -              | upload that brought the row
-- column: indicator_id    | text   | ma_chi_tieu    | text, never a number: 'CQ.10' is not 'CQ.1'
-- column: name            | text   | ten            | full name
-- column: short_name      | text   | ten_ngan       | for chart labels, at most 48 characters
-- column: pillar          | text   | nhom           | code of the pillar
-- column: unit_of_measure | text   | don_vi_tinh    | '%', 'người', 'hồ sơ', 'mốc' (a milestone without a number) ...
-- column: direction       | text   | chieu          | 'higher' (tang: more is better), 'lower' (giam: less is better) or 'none' (khong: background)
-- column: kind            | text   | loai_so_lieu   | 'ratio' (ty_le), 'count' (so_luong), 'rate' (mat_do), 'money' (tien), 'rank' (hang) or 'milestone' (moc)
-- column: numerator       | text   | tu_so_la       | what the numerator counts; null = the text does not name it
-- column: denominator     | text   | mau_so_la      | what the denominator counts; null = the text does not name it
-- column: levels          | text   | cac_cap        | levels it is measured at, joined by '/': tinh, huyen, xa, chung, as in tinh/huyen/xa
-- column: definition      | text   | dinh_nghia     | what counts and what does not
-- column: owner           | text   | don_vi_chu_tri | who answers for the figure; null = no document names one
-- column: review_date     | date   | ngay_ra_soat   | when the definition is to be looked at again
-- column: predecessor     | text   | chi_tieu_truoc | indicator it continues under a new name; null = none
-- column: rank            | text   | hang           | 'headline' (chinh), 'supporting' (phu) or 'context' (boi_canh)
-- column: aliases         | text   | ten_khac       | other names in the documents, joined by '; '
-- column: note            | text   | ghi_chu        | why it is bridged to or kept apart from another; null = nothing to say
-- column: accumulation    | text   | cach_cong      | 'at_date' (tai_thoi_diem: the state on a day), 'cumulative' (luy_ke: since the year's begin), 'within_period' (trong_ky: what happened in the period, so that quarters add up); null = not known
-- column: reporting_period | text  | ky_bao_cao     | how often it is due: T (month), Q (quarter), 6T (half-year), N (year); null = not scheduled
-- column: reporting_delay_months | int | tre_so_lieu | months after the period's end until it is due; null = not scheduled
-- form:  indicators | Danh mục chỉ tiêu
-- label: ma_chi_tieu | Mã chỉ tiêu; Mã CT; Mã
-- label: ten | Tên; Tên chỉ tiêu
-- label: ten_ngan | Tên ngắn
-- label: nhom | Nhóm; Mã nhóm
-- label: don_vi_tinh | Đơn vị tính; ĐVT
-- label: chieu | Chiều
-- label: loai_so_lieu | Loại số liệu
-- label: tu_so_la | Tử số là
-- label: mau_so_la | Mẫu số là
-- label: cac_cap | Các cấp
-- label: dinh_nghia | Định nghĩa
-- label: don_vi_chu_tri | Đơn vị chủ trì
-- label: ngay_ra_soat | Ngày rà soát
-- label: chi_tieu_truoc | Chỉ tiêu trước
-- label: hang | Hạng
-- label: ten_khac | Tên khác
-- label: ghi_chu | Ghi chú
-- label: cach_cong | Cách cộng; Cách cộng dồn
-- label: ky_bao_cao | Kỳ báo cáo
-- label: tre_so_lieu | Trễ số liệu; Trễ số liệu (tháng)
-- key: indicator_id

create table indicator (
    upload_id bigint not null,
    indicator_id varchar not null,
    name varchar not null,
    short_name varchar not null,
    pillar varchar not null,
    unit_of_measure varchar not null,
    direction varchar not null,
    kind varchar not null,
    numerator varchar,
    denominator varchar,
    levels varchar not null,
    definition varchar not null,
    owner varchar,
    review_date date not null,
    predecessor varchar,
    rank varchar not null,
    aliases varchar,
    note varchar,
    accumulation varchar,
    reporting_period varchar,
    reporting_delay_months integer
)
