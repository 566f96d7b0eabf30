-- Đầu mối của một cơ quan ở một địa bàn: hỏi ai, số điện thoại, thư điện tử; bản mới nhất được tính.
--
-- Shown to signed-in people alone; in no published view and in no file of the export, and never in the seed.
--
-- column: upload_id | bigint | -              | upload that brought the row
-- column: unit_code | text   | ma_don_vi      | territory of the office
-- column: office    | text   | co_quan        | name of the office, as the catalogue names who answers for an indicator
-- column: person    | text   | nguoi_lien_he  | whom to ask; null = not said
-- column: phone     | text   | dien_thoai     | null = not said
-- column: mail      | text   | thu_dien_tu    | null = not said
-- column: account   | text   | tai_khoan      | account that answers for the office, and to whose desk doubts about its figures go; null = whoever answers for the territory
-- form:  contacts | Đầu mối liên hệ
-- label: ma_don_vi | Mã đơn vị; Địa bàn
-- label: co_quan | Cơ quan
-- label: nguoi_lien_he | Người liên hệ; Đầu mối
-- label: dien_thoai | Điện thoại; Số điện thoại
-- label: thu_dien_tu | Thư điện tử; Email
-- label: tai_khoan | Tài khoản; Tài khoản trả lời
-- key: unit_code, office

create table contact (
    upload_id bigint not null,
    unit_code varchar not null,
    office varchar not null,
    person varchar,
    phone varchar,
    mail varchar,
    account varchar
)
