-- Chỉ tiêu thuộc nhóm không có, hoặc nối tiếp một chỉ tiêu không có.
--
-- severity: stop
-- param:  since_upload | bigint | first upload looked at; 0 = all
-- column: indicator_id | text   | the indicator
-- column: pillar       | text   | as in the row
-- column: predecessor  | text   | as in the row

select i.indicator_id, i.pillar, i.predecessor
from indicator as i
where i.upload_id >= $since_upload
    and (not exists (select 1 from pillar_list as p where p.pillar = i.pillar)
        or i.predecessor is not null
        and (i.predecessor = i.indicator_id
            or not exists (select 1 from indicator_catalogue as c where c.indicator_id = i.predecessor)))
order by i.indicator_id
