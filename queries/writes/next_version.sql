-- Tăng phiên bản của kho thêm một, vì sắp có số liệu mới.
--
-- The row serialises writers: of two transactions that change it one fails and tries again.
--
-- writes: data_version
-- param:  now | timestamp | UTC

update data_version
set version = version + 1, changed_at = $now
