-- Cách đọc một loại bảng không theo mẫu, như người nạp đã trả lời: giữ lại để lần sau đề nghị.
--
-- Append-only; the newest of an upload that was not undone is proposed for files with the same headings.
--
-- column: upload_id   | bigint | lan_cap_nhat | the upload whose file was read so
-- column: form        | text   | loai         | name of the upload form
-- column: territories | text   | dia_ban      | territories of the uploader: unit codes joined by commas, in order; '*' = everything
-- column: fingerprint | text   | dau_van_tay  | headings of the file: each row's cells folded, digits as '#', joined by '|', rows by '/'
-- column: mapping     | text   | cach_doc     | JSON: key of an answer -> answer, as data/ingest/README.md lists them; no years, no sources
-- key: upload_id

create table layout (
    upload_id bigint not null,
    form varchar not null,
    territories varchar not null,
    fingerprint varchar not null,
    mapping varchar not null
)
