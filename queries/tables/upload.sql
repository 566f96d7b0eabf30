-- Mỗi lần cập nhật là một dòng: ai, lúc nào, tệp nào.
--
-- column: upload_id   | bigint    | lan_cap_nhat | 1 is the seed: the five documents
-- column: kind        | text      | loai         | what was brought: 'seed' or the name of an upload form
-- column: file_name   | text      | tep          | as the user named it
-- column: file_sha256 | text      | ma_bam       | SHA-256 of the stored bytes, lower-case hex
-- column: uploaded_at | timestamp | luc          | UTC
-- column: uploaded_by | text      | nguoi        | account name; 'system' for the seed
-- column: row_count   | bigint    | so_dong      | ledger rows written
-- column: from_where  | text      | tu_dau       | address or place it came from; null = not known
-- column: seen_version | bigint   | phien_ban    | data version of the preview that was confirmed; null = none was shown
-- column: reason      | text      | ly_do        | why unlikely figures were confirmed; null = nothing to confirm
-- column: unchanged   | bigint    | khong_doi    | figures of the file that the store knew already; null = not counted
-- column: program_version | text | phien_ban_chuong_trinh | version of the program that wrote it; null = written before versions had numbers
-- column: territories | text     | dia_ban      | codes of the units that its uploader was in charge of then, joined by commas; '*' = everything; null = written before this was kept, counts as everything
-- known: uploaded_at
-- key: upload_id

create table upload (
    upload_id bigint not null,
    kind varchar not null,
    file_name varchar not null,
    file_sha256 varchar not null,
    uploaded_at timestamp not null,
    uploaded_by varchar not null,
    row_count bigint not null,
    from_where varchar,
    seen_version bigint,
    reason varchar,
    unchanged bigint,
    program_version varchar,
    territories varchar
)
