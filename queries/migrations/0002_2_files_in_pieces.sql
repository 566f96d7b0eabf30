-- Nén từng tệp gốc và cắt thành mẩu, mỗi lần một tệp để không cần nhiều bộ nhớ.
--
-- ``pieces_of`` is ``queries.originals.pieces_of``.
--
-- writes: file_piece
-- each:   upload_file.file_sha256
-- param:  file_sha256 | text | SHA-256 of the file's bytes

insert into file_piece by name
select upload_id, file_sha256, size, generate_subscripts(pieces, 1)::integer as part, unnest(pieces) as content
from (
    select upload_id, file_sha256, size, pieces_of(content) as pieces
    from upload_file
    where file_sha256 = $file_sha256
)
order by part
