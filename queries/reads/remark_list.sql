-- Nhận xét trong các văn bản của một địa bàn: kết quả, tồn tại, nguyên nhân, giải pháp, kiến nghị, văn bản mới nhất đứng trước.
--
-- param:  province_code | text | province of the territory
-- param:  unit_id      | text | territory, or 'any' for every unit of the province, itself included
-- column: unit_id      | text | territory
-- column: remark_id    | text | our own name of the remark
-- column: indicator_id | text | indicator that it speaks of; null = none, or several
-- column: pillar       | text | code of the pillar
-- column: pillar_name  | text | as on the screen
-- column: kind         | text | 'result', 'shortcoming', 'cause', 'remedy', 'proposal'
-- column: text         | text | short, in our own words
-- column: document     | text | number of the document
-- column: document_on  | date | day by which the document is put in order
-- column: locator      | text | place in it
-- unique: remark_id

select r.unit_id, r.remark_id, r.indicator_id, r.pillar, p.name as pillar_name, r.kind, r.text, r.document, d.order_on as document_on, r.locator
from remark as r
join pillar_list as p on p.pillar = r.pillar
join document_register as d on d.number = r.document
where r.unit_id in (select unit_id from unit where province_code = $province_code) and ($unit_id = 'any' or r.unit_id = $unit_id)
order by d.order_on desc, r.document, p.sort_order, r.remark_id
