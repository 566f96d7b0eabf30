-- Đầu mối của các cơ quan ở một địa bàn: hỏi ai, số điện thoại, thư điện tử. Chỉ cho người đã đăng nhập.
--
-- param:  unit_id   | text   | territory
-- column: office    | text   | name of the office
-- column: person    | text   | whom to ask; null = not said
-- column: phone     | text   | null = not said
-- column: mail      | text   | null = not said
-- column: account   | text   | account that answers for the office; null = whoever answers for the territory
-- column: upload_id | bigint | upload that brought it
-- unique: office

select office, person, phone, mail, account, upload_id
from contact_now
where unit_code = string_split($unit_id, '-')[1]
order by office
