-- Nhận xét trong các văn bản của một địa bàn: kết quả, tồn tại, nguyên nhân, giải pháp, kiến nghị, văn bản mới nhất đứng trước.
--
-- param:  unit_id      | text | territory
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

select r.remark_id, r.indicator_id, r.pillar, p.name as pillar_name, r.kind, r.text, r.document, d.order_on as document_on, r.locator
from remark as r
join pillar_list as p on p.pillar = r.pillar
join document_register as d on d.number = r.document
where r.unit_id = $unit_id
order by d.order_on desc, r.document, p.sort_order, r.remark_id
