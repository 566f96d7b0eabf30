-- Mỗi lần báo số sai gửi cơ quan nào: cơ quan chủ trì của chỉ tiêu hay của nhiệm vụ, và tài khoản trả lời thay cơ quan ấy.
--
-- The catalogue names the office of an indicator, the document that of a task; the contacts of the unit, of the unit above and of the province say
-- which account answers for it. One row an account; where nobody does, one row without an account.
--
-- internal: to whose desk a doubt goes
-- from: contact_now, current_task, doubt, indicator_catalogue, unit
-- column: doubt_id | bigint | our own number of it
-- column: office   | text   | who is in charge, as catalogue or document names it; null = nobody is named
-- column: account  | text   | account that answers for the office; null = whoever answers for the territory
-- unique: doubt_id, account
-- example: doubt(doubt_id=1, kind=result, unit_id=42) unit(unit_id=42, code=42) indicator_catalogue(indicator_id=X, owner=Sở A; Sở B) contact_now(unit_code=42, office=Sở A, account=so-a) contact_now(unit_code=42, office=Sở C, account=so-c) => office=Sở A; Sở B, account=so-a
-- example: doubt(doubt_id=1, kind=result, unit_id=440) unit(unit_id=440, code=440, parent_code=42) indicator_catalogue(indicator_id=X, owner=SỞ A) contact_now(unit_code=42, office=Sở A, account=so-a) => account=so-a
-- example: doubt(doubt_id=1, kind=result, unit_id=42) unit(unit_id=42) indicator_catalogue(indicator_id=X, owner=Sở A) contact_now(unit_code=75, office=Sở A, account=so-a) => office=Sở A, account=null
-- example: doubt(doubt_id=1, kind=task, unit_id=42, indicator_id=, subject=T1) unit(unit_id=42) current_task(task_id=T1, lead_agency=Sở A) => office=Sở A, account=null

create view doubt_office as
with named as (
    select d.doubt_id, case when d.kind = 'task' then t.lead_agency else i.owner end as office, u.code, u.parent_code, u.province_code
    from doubt as d
    join unit as u on u.unit_id = d.unit_id
    left join indicator_catalogue as i on i.indicator_id = d.indicator_id
    left join current_task as t on d.kind = 'task' and t.task_id = d.subject
)
select distinct n.doubt_id, n.office, c.account
from named as n
left join contact_now as c
    on c.account is not null and c.unit_code in (n.code, n.parent_code, n.province_code)
    and contains(lower(strip_accents(nfc_normalize(n.office))), lower(strip_accents(nfc_normalize(c.office))))
