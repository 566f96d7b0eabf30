-- Các tệp nhật ký truy cập đi cùng bản sao này.
--
-- column: file    | text | name of the file within the folder of the record
-- column: content | blob | its bytes, compressed (zlib)
-- unique: file

select file, content
from kept_record
order by file
