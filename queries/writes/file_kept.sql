-- Kho đã giữ tệp có mã băm này hay chưa.
--
-- param:  sha256 | text    | SHA-256 of the bytes, lower-case hex
-- column: kept   | boolean | the bytes are there

select count(*) > 0 as kept from file_piece where file_sha256 = $sha256 order by 1
