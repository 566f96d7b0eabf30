-- Nhật ký truy cập đi cùng một bản sao lưu, mỗi dòng một tệp; trong kho đang dùng thì trống, vì nhật ký ấy nằm bên cạnh kho.
--
-- Filled in a copy once it is made, taken out again when the copy is put back. Never published, never exported, never a form that an
-- upload may bring: hence no Vietnamese headers.
--
-- column: file    | text | - | name of the file within the folder of the record
-- column: content | blob | - | its bytes, compressed (zlib)
-- key: file

create table kept_record (
    file varchar not null,
    content blob not null
)
