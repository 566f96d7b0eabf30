-- Lần cập nhật của người khác, với địa bàn rộng hơn của người nạp, mà các dòng của tệp so với.
--
-- makes: foreign_upload
-- column: upload_id   | bigint | the upload
-- column: uploaded_by | text   | account name

create temp table foreign_upload as
with theirs as (
    select u.upload_id, u.uploaded_by, unnest(string_split(coalesce(u.territories, '*'), ',')) as territory
    from upload as u
    where u.upload_id in (select existing.upload_id from existing_claim) and u.uploaded_by not in (select name from bringer)
)
select distinct t.upload_id, t.uploaded_by
from theirs as t
left join (select code, parent_code, province_code from unit qualify row_number() over (partition by code order by valid_from desc) = 1) as u
    on u.code = t.territory
where not exists (select 1 from bringer as b where b.territory in ('*', t.territory, u.parent_code, u.province_code))
