-- Số liệu cấp huyện của một kỳ mà tỉnh không còn cấp huyện.
--
-- A result stands for the end of its period: the whole year 2025 ended without districts, its first half did not. A target that a plan of the districts' time set for later years is history and stays possible.
--
-- stage: before
-- only:  of_districts
-- column: row_number | bigint | row of the file
-- column: header     | text   | column of the form
-- column: period     | text   | the period: year and code
-- column: ended      | date   | first day without districts

select distinct i.row_number, 'cap' as header, i.period || '/' || i.year as period, e.ended
from incoming_claim as i
join sheet as s on s.row_number = i.row_number
join (select province_code, max(valid_to) as ended from unit where level = 'district' group by province_code having bool_and(valid_to is not null)) as e
    on e.province_code = i.province_code
left join document_register as d on d.number = i.document
where i.level = 'district' and not i.unchanged and not i.withdrawn and case i.kind
        when 'result' then s.period_end >= e.ended
        else s.period_begin >= e.ended and coalesce(d.order_on, e.ended) >= e.ended end
order by i.row_number
