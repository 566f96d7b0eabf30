-- Một lần cập nhật chạm tới những đơn vị và năm nào: để tìm nhanh địa bàn và năm có số liệu.
--
-- column: upload_id      | bigint | lan_cap_nhat | the upload
-- column: province_code  | text   | ma_tinh      | province of the unit
-- column: unit_id        | text   | don_vi       | unit that has figures in this upload
-- column: year           | int    | nam          | calendar year
-- column: targets        | bigint | so_muc_tieu  | target rows
-- column: results        | bigint | so_ket_qua   | result rows
-- key: upload_id, unit_id, year

create table upload_scope (
    upload_id bigint not null,
    province_code varchar not null,
    unit_id varchar not null,
    year smallint not null,
    targets bigint not null,
    results bigint not null
)
