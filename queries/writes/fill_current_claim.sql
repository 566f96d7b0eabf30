-- Dẫn xuất lại các lần nêu của phần kho đang được xét.
--
-- What is stated once stands as its row says; ``contested_claim`` is the view ``claim`` over the few other rows.
--
-- writes: current_claim

insert into current_claim by name
select 'target' as kind, province_code, indicator_id, unit_id, level, year, period, op, low, high, as_written, document, locator,
    upload_id, row_number, false as inherited, note, true as chosen, 'current' as standing, self_stated
from live_target
where not withdrawn and hash('target', province_code, year, period, indicator_id, unit_id, level) not in (select mark from contested_mark)
union all by name
select 'result' as kind, province_code, indicator_id, unit_id, level, year, period, coalesce(low, actual) as low, high, as_written, document,
    locator, upload_id, row_number, false as inherited, actual, qualifier, numerator, denominator, as_of, as_of_stated, stated_status, note,
    true as chosen, 'current' as standing, basis, self_stated
from live_result
where not withdrawn and hash('result', province_code, year, period, indicator_id, unit_id, level) not in (select mark from contested_mark)
union all by name
select * from contested_claim
order by province_code, year, period, indicator_id, unit_id, level
