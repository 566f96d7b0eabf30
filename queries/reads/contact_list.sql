-- Đầu mối của các cơ quan ở một địa bàn: hỏi ai, số điện thoại, thư điện tử. Chỉ cho người đã đăng nhập.
--
-- param:  unit_id   | text   | territory
-- column: office    | text   | name of the office
-- column: person    | text   | whom to ask; null = not said
-- column: phone     | text   | null = not said
-- column: mail      | text   | null = not said
-- column: upload_id | bigint | upload that brought it
-- unique: office

select c.office, c.person, c.phone, c.mail, c.upload_id
from contact as c join live_upload as l using (upload_id)
where c.unit_code = string_split($unit_id, '-')[1]
qualify row_number() over (partition by c.office order by c.upload_id desc) = 1
order by c.office
