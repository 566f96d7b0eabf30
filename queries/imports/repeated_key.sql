-- Dấu của những số liệu mà tệp nêu ở hơn một dòng theo cùng một văn bản.
--
-- Hardly any file has some: whoever looks for rows that say the same figure twice looks at these rows only. Equal figures have equal hashes;
-- one that only shares its hash is looked at as well.
--
-- makes: repeated_key
-- column: mark | bigint | hash of province, indicator, unit, level, year, period and document

create temp table repeated_key as
select hash(province_code, indicator_id, unit_id, level, year, period, document) as mark
from sheet
where sound and (has_target or has_result)
group by mark
having count(*) > 1
