-- Bảng giữ tệp gốc thành từng mẩu nhỏ đã nén.
--
-- writes: file_piece

create table file_piece (
    upload_id bigint not null,
    file_sha256 varchar not null,
    size bigint not null,
    part integer not null,
    content blob not null
)
