-- Ô kết quả hay mục tiêu để trống trong khi kho đang có số.
--
-- Only for a column that the file fills elsewhere, and for the document that the row names.
--
-- stage: before
-- only:  blanks and figures_before > 0
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: before | text | what is shown now

select s.row_number, v.header, v.before
from sheet as s
join figure_before as b
    on b.province_code = s.province_code and b.indicator_id = s.indicator_id and b.unit_id = s.unit_id
    and b.level = s.level and b.year = s.year and b.period = s.period
cross join lateral (
    select unnest(['chi_tieu', 'ket_qua']) as header,
        unnest([case when not s.has_target then b.target_as_written end, case when not s.has_result then b.actual_as_written end]) as before,
        unnest([s.brings_targets, s.brings_results]) as brought
) as v
where v.before is not null and v.brought and not s.withdrawn and s.sound
    and (v.header = 'chi_tieu' and b.target_document = s.document or v.header = 'ket_qua' and b.actual_document = s.document)
order by s.row_number
