-- Các dòng sổ cái kết quả của phần đang dẫn xuất mà phải xét kỹ.
--
-- makes: contested_result
-- column: upload_id | bigint | upload that brought the row
-- column: row_number | bigint | row of the file, as Excel counts; of an unfolded table plus 2^21 times its column, counted from 1
-- column: province_code | text | province of the unit; facts are clustered by it
-- column: indicator_id | text | catalogue id
-- column: unit_id | text | unit as it was in the period
-- column: level | text | 'province' (tinh), 'district' (huyen), 'commune' (xa) or 'all' (chung)
-- column: year | int | calendar year
-- column: period | text | N, 2T..11T (cumulative months), Q1..Q4, T1..T12
-- column: value | decimal | in the indicator's unit; null = in words, a span, or numerator over denominator
-- column: low | decimal | lower end of a result given as a span; null otherwise
-- column: high | decimal | upper end of a result given as a span; null otherwise
-- column: numerator | decimal | count; null = not given
-- column: denominator | decimal | count; null = not given
-- column: qualifier | text | 'exact' (chinh_xac), 'about' (khoang), 'over' (tren), 'nearly' (gan) or 'estimate' (uoc)
-- column: as_of | date | day the figure stands for; null = not stated
-- column: as_written | text | short form as it stands in the document
-- column: stated_status | text | 'met' (dat) or 'missed' (chua_dat) where the document says so; null = it does not
-- column: basis | text | 'measured' (đo được), 'stated' (văn bản nêu: said to be met, no number of its own), 'words' (bằng lời); null = not said: measured where there is a number, words where there is none
-- column: document | text | number of the document that reports the result
-- column: locator | text | place in the document; null = not given
-- column: withdrawn | boolean | true = the claim is taken back by this row
-- column: note | text | doubts and contradictions; null = none

create or replace temp table contested_result as
select *
from result_in_slice
where hash('result', province_code, year, period, indicator_id, unit_id, level) in (select mark from contested_mark)
