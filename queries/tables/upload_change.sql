-- Các ô của tệp được sửa khi xem trước một lần cập nhật; tệp gốc giữ nguyên từng byte.
--
-- column: upload_id   | bigint | lan_cap_nhat | the upload that was read with these changes
-- column: row_number  | bigint | dong         | row of the file, as Excel counts
-- column: column_name | text   | cot          | header of the column, as the form names it
-- column: letter      | text   | o            | its column as Excel shows it; '' = one that the file does not have
-- column: was         | text   | ghi_trong_tep | what the file says, at most 60 letters; '' = blank
-- column: became      | text   | sua_thanh    | what was read instead; '' = blank
-- key: upload_id, row_number, column_name, letter

create table upload_change (
    upload_id bigint not null,
    row_number bigint not null,
    column_name varchar not null,
    letter varchar not null,
    was varchar not null,
    became varchar not null
)
