-- Số liệu mà một lần cập nhật nêu lại y như một lần trước đã nêu, nên không ghi lần thứ hai.
--
-- When the earlier upload is undone, its row is written anew under the later one: figures then are what they would be
-- if the earlier upload had never been. Rows of the seed cannot be undone and are not noted.
--
-- column: upload_id  | bigint | lan_cap_nhat | upload that says it again
-- column: row_number | bigint | dong         | row of its file
-- column: kind       | text   | loai         | 'target' or 'result'
-- column: of_upload  | bigint | cua_lan      | upload whose row it repeats
-- column: of_row     | bigint | cua_dong     | row of that upload's file
-- key: upload_id, row_number, kind

create table reaffirmed (
    upload_id bigint not null,
    row_number bigint not null,
    kind varchar not null,
    of_upload bigint not null,
    of_row bigint not null
)
