-- Gộp các tệp nhỏ của kho chung.
--
-- column: tables | bigint | lines that the engine tells

select count(*) as tables from ducklake_merge_adjacent_files('app')
