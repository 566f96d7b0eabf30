-- Tệp gốc của các lần cập nhật, giữ nguyên từng byte theo mã băm.
--
-- Written in the transaction of its upload, so that file, figures and audit are never apart.
--
-- column: upload_id   | bigint    | lan_cap_nhat | first upload that brought the file
-- column: file_sha256 | text      | ma_bam       | SHA-256 of the bytes, lower-case hex
-- column: size        | bigint    | so_byte      | bytes
-- column: content     | blob      | noi_dung     | the bytes
-- key: file_sha256

create table upload_file (
    upload_id bigint not null,
    file_sha256 varchar not null,
    size bigint not null,
    content blob not null
)
