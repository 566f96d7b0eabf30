-- Kho số liệu này là số liệu thật hay số liệu minh họa.
--
-- Invented figures come in by uploads of kind 'sample'; one that counts marks the whole store.
--
-- column: is_sample | boolean | whether some figure on the screens may be invented
-- unique: is_sample

select count(*) > 0 as is_sample
from upload as u join live_upload as l on l.upload_id = u.upload_id
where u.kind = 'sample'
order by is_sample
