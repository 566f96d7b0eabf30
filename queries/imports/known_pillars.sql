-- Mã của các nhóm chỉ tiêu.
--
-- column: pillar | text | code
-- unique: pillar

select pillar from pillar_list order by pillar
