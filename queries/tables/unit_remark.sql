-- Nhận xét mà cán bộ của một đơn vị tự nêu về một chỉ tiêu trong một năm: kết quả, tồn tại, nguyên nhân, giải pháp, kiến nghị, khả năng đạt.
--
-- A newer row of the same key is a newer version; the older ones stay, and a page shows them all.
--
-- column: upload_id    | bigint | -            | upload that brought the row; its account is the author
-- column: unit_code    | text   | ma_don_vi    | unit whose staff say so
-- column: indicator_id | text   | ma_chi_tieu  | indicator that it speaks of
-- column: year         | int    | nam          | year that it speaks of
-- column: kind         | text   | loai_y_kien  | 'result' (kết quả), 'shortcoming' (tồn tại), 'cause' (nguyên nhân), 'remedy' (giải pháp), 'proposal' (kiến nghị) or 'outlook' (khả năng đạt)
-- column: outlook      | text   | kha_nang     | of an outlook: 'certain' (chắc chắn), 'possible' (có thể), 'needs_help' (cần hỗ trợ) or 'hard' (khó); null = another kind
-- column: text         | text   | noi_dung     | at most 1,000 characters; null = an outlook without words
-- form:  unit_remarks | Nhận xét của đơn vị
-- label: ma_don_vi | Mã đơn vị; Địa bàn
-- label: ma_chi_tieu | Mã chỉ tiêu; Mã CT
-- label: nam | Năm
-- label: loai_y_kien | Loại ý kiến; Loại nhận xét
-- label: kha_nang | Khả năng đạt; Khả năng
-- label: noi_dung | Nội dung
-- key: unit_code, indicator_id, year, kind

create table unit_remark (
    upload_id bigint not null,
    unit_code varchar not null,
    indicator_id varchar not null,
    year integer not null,
    kind varchar not null,
    outlook varchar,
    text varchar
)
