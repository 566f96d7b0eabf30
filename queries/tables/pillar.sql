-- Nhóm chỉ tiêu theo đề mục của các kế hoạch năm.
--
-- Headings of the plans, not the main indices of the ministry's DTI (922/QĐ-BTTTT), which know
-- neither "dữ liệu số" nor "nền tảng số".
--
-- column: upload_id  | bigint | -        | upload that brought the row
-- column: pillar     | text   | ma_nhom  | two capital letters
-- column: name       | text   | ten_nhom | as shown on the screen
-- column: sort_order | int    | thu_tu   | order of the plans' headings
-- key: pillar

create table pillar (
    upload_id bigint not null,
    pillar varchar not null,
    name varchar not null,
    sort_order smallint not null
)
