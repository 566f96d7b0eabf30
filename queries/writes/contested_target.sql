-- Các dòng sổ cái mục tiêu của phần đang dẫn xuất mà phải xét kỹ.
--
-- makes: contested_target
-- column: upload_id | bigint | upload that brought the row
-- column: row_number | bigint | row of the file, as Excel counts; of an unfolded table plus 2^21 times its column, counted from 1
-- column: province_code | text | province of the unit; facts are clustered by it
-- column: indicator_id | text | catalogue id
-- column: unit_id | text | unit as it was in the period
-- column: level | text | 'province' (tinh), 'district' (huyen), 'commune' (xa) or 'all' (chung)
-- column: year | int | calendar year
-- column: period | text | N, 2T..11T (cumulative months), Q1..Q4, T1..T12
-- column: op | text | >=, >, =, <=, <, range; null = a milestone without a number
-- column: low | decimal | lower end in the indicator's unit; null = none
-- column: high | decimal | upper end in the indicator's unit; null = none
-- column: as_written | text | short form as it stands in the document
-- column: document | text | number of the document that sets the target
-- column: locator | text | place in the document; null = not given
-- column: withdrawn | boolean | true = the claim is taken back by this row
-- column: note | text | doubts and contradictions; null = none

create or replace temp table contested_target as
select *
from target_in_slice
where hash('target', province_code, year, period, indicator_id, unit_id, level) in (select mark from contested_mark)
