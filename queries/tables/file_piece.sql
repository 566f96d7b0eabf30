-- Tệp gốc của các lần cập nhật theo mã băm: nén lại, cắt thành từng mẩu nhỏ; ghép lại được đúng từng byte.
--
-- Written in the transaction of its upload, so that file, figures and audit are never apart. Small pieces: an engine that keeps the least and
-- the greatest value of each column must not keep whole files so. ``queries/originals.py`` makes them and puts them together again.
--
-- column: upload_id   | bigint    | lan_cap_nhat | first upload that brought the file
-- column: file_sha256 | text      | ma_bam       | SHA-256 of the file's bytes, lower-case hex
-- column: size        | bigint    | so_byte      | bytes of the file
-- column: part        | int       | mau          | 1, 2, 3 …: the order of the pieces
-- column: content     | blob      | noi_dung     | piece of the compressed bytes (zlib), at most 4 KiB
-- key: file_sha256, part

create table file_piece (
    upload_id bigint not null,
    file_sha256 varchar not null,
    size bigint not null,
    part integer not null,
    content blob not null
)
