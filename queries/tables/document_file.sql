-- Bản quét hay tệp gốc của một văn bản, do cán bộ đính kèm; bản mới đứng trước, bản cũ không mất.
--
-- Each is an upload of its own (kind 'document_file'): who, when, name and hash stand there, the bytes in file_piece, and it is taken back as any
-- upload is.
--
-- column: upload_id | bigint  | lan_cap_nhat | upload that brought the file
-- column: document  | text    | so_hieu      | number of the document
-- column: media     | text    | loai         | what the bytes are: 'pdf', 'docx', 'jpg' or 'png'
-- column: size      | bigint  | so_byte      | bytes of the file
-- column: is_private | boolean | rieng        | only for who is signed in; false = for everybody who may read the figures
-- key: upload_id

create table document_file (
    upload_id bigint not null,
    document varchar not null,
    media varchar not null,
    size bigint not null,
    is_private boolean not null
)
