-- Một mã đơn vị có hai trạng thái chồng thời gian lên nhau.
--
-- severity: stop
-- param:  since_upload | bigint | first upload looked at; 0 = all
-- column: code         | text   | the code
-- column: valid_from   | date   | start of the earlier state
-- column: valid_to     | date   | its end
-- column: next_from    | date   | start of the next state

select code, valid_from, valid_to, next_from
from (
    select code, valid_from, valid_to, lead(valid_from) over (partition by code order by valid_from) as next_from
    from unit
    where $since_upload <= (select max(upload_id) from unit_state)
) as states
where next_from < coalesce(valid_to, date '9999-12-31') or valid_to <= valid_from
order by code, valid_from
