-- Bảng tóm tắt địa bàn và năm không khớp với sổ cái.
--
-- severity: stop
-- param:  since_upload | bigint | first upload looked at; 0 = all
-- column: upload_id    | bigint | upload
-- column: noted        | bigint | rows as the summary says
-- column: counted      | bigint | rows as the ledger holds

select s.upload_id, s.noted, l.counted
from (select upload_id, sum(targets + results) as noted from upload_scope where upload_id >= $since_upload group by upload_id) as s
full join (
    select upload_id, count(*) as counted
    from (select upload_id from target where upload_id >= $since_upload union all select upload_id from result where upload_id >= $since_upload) as rows_of
    group by upload_id
) as l using (upload_id)
where s.noted is distinct from l.counted
order by s.upload_id
