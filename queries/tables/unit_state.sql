-- Đơn vị hành chính qua thời gian: mỗi lần đổi tên, loại, cấp trên hay địa giới là một dòng mới.
--
-- Identity is (code, valid_from): codes are re-used and names wander. A state that the first known
-- list already holds starts at 2016-01-01, the first year any figure speaks of; the list
-- does not say since when the unit has been so.
--
-- column: upload_id     | bigint | -            | upload that brought the row
-- column: unit_id       | text   | -            | code, and for a later state '-yyyymm' of valid_from behind it
-- column: code          | text   | ma_don_vi    | official code with leading zeros: 2, 3 or 5 digits
-- column: name          | text   | ten          | with its prefix, which is part of the name
-- column: kind          | text   | loai         | tỉnh, thành phố, huyện, thị xã, xã, phường, thị trấn
-- column: level         | text   | cap          | 'province', 'district', 'commune'
-- column: parent_code   | text   | ma_cap_tren  | code of the unit above; null for a province
-- column: province_code | text   | ma_tinh      | code of the province
-- column: valid_from    | date   | hieu_luc_tu  | first day of this state
-- column: valid_to      | date   | hieu_luc_den | first day after this state; null = still valid
-- column: legal_basis   | text   | can_cu_phap_ly | resolution, or the list the state was read from
-- key: code, valid_from

create table unit_state (
    upload_id bigint not null,
    unit_id varchar not null,
    code varchar not null,
    name varchar not null,
    kind varchar not null,
    level varchar not null,
    parent_code varchar,
    province_code varchar not null,
    valid_from date not null,
    valid_to date,
    legal_basis varchar not null
)
