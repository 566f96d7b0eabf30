-- Nhận xét của các văn bản: kết quả, tồn tại, nguyên nhân, giải pháp, kiến nghị, viết lại bằng lời của chúng ta.
--
-- column: upload_id    | bigint | -             | upload that brought the row
-- column: remark_id    | text   | ma_nhan_xet   | our own name of the remark
-- column: document     | text   | nguon         | document that says so
-- column: unit_code    | text   | ma_don_vi     | territory whose document it is
-- column: kind         | text   | loai_nhan_xet | 'result' (kết quả), 'shortcoming' (tồn tại), 'cause' (nguyên nhân), 'remedy' (giải pháp) or 'proposal' (kiến nghị)
-- column: pillar       | text   | nhom          | code of the pillar
-- column: indicator_id | text   | ma_chi_tieu   | indicator that it clearly speaks of; null = none, or several
-- column: text         | text   | noi_dung      | short, in our own words
-- column: locator      | text   | vi_tri        | place in the document
-- form:  remarks | Nhận xét của văn bản
-- label: ma_nhan_xet | Mã nhận xét
-- label: nguon | Văn bản; Nguồn; Số hiệu văn bản
-- label: ma_don_vi | Mã đơn vị; Địa bàn
-- label: loai_nhan_xet | Loại nhận xét
-- label: nhom | Nhóm; Mã nhóm
-- label: ma_chi_tieu | Mã chỉ tiêu; Mã CT
-- label: noi_dung | Nội dung
-- label: vi_tri | Vị trí; Vị trí trong văn bản
-- key: remark_id

create table document_remark (
    upload_id bigint not null,
    remark_id varchar not null,
    document varchar not null,
    unit_code varchar not null,
    kind varchar not null,
    pillar varchar not null,
    indicator_id varchar,
    text varchar not null,
    locator varchar not null
)
