-- Đầu mối của các cơ quan như đang có hiệu lực: bản mới nhất của mỗi cơ quan ở mỗi địa bàn.
--
-- internal: whom to ask, for signed-in people alone, and to whose desk doubts go
-- from: contact, live_upload
-- column: unit_code | text   | territory of the office
-- column: office    | text   | name of the office
-- column: person    | text   | whom to ask; null = not said
-- column: phone     | text   | null = not said
-- column: mail      | text   | null = not said
-- column: account   | text   | account that answers for the office; null = whoever answers for the territory
-- column: upload_id | bigint | upload that brought it
-- unique: unit_code, office
-- example: contact(unit_code=42, office=Sở A, phone=1) contact(upload_id=2, unit_code=42, office=Sở A, phone=2) live_upload(upload_id=1) live_upload(upload_id=2) => phone=2
-- example: contact(unit_code=42, office=Sở A, phone=1) => no row

create view contact_now as
select c.unit_code, c.office, c.person, c.phone, c.mail, c.account, c.upload_id
from contact as c join live_upload as l using (upload_id)
qualify row_number() over (partition by c.unit_code, c.office order by c.upload_id desc) = 1
