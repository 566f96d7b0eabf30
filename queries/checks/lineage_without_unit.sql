-- Quan hệ trước, sau nói về một đơn vị không có vào ngày đó.
--
-- severity: stop
-- param:  since_upload | bigint | first upload looked at; 0 = all
-- column: from_code    | text   | code before
-- column: to_code      | text   | code after
-- column: effective_on | date   | day of the change

select l.from_code, l.to_code, l.effective_on
from unit_lineage as l
left join unit as before on before.code = l.from_code and before.name = l.from_name and before.valid_to = l.effective_on
left join unit as after on after.code = l.to_code and after.name = l.to_name and after.valid_from = l.effective_on
left join unit as going_on on going_on.code = l.to_code and going_on.name = l.to_name
    and going_on.valid_from < l.effective_on and coalesce(going_on.valid_to, date '9999-12-31') > l.effective_on
where $since_upload <= (select max(upload_id) from unit_change)
    and (before.code is null or after.code is null and going_on.code is null)
order by l.from_code, l.to_code
