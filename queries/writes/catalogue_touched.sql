-- Các lần cập nhật này có dòng của một danh mục nào không: nếu có thì mọi số liệu đều có thể đổi khác.
--
-- param:  since_upload | bigint  | first upload looked at
-- param:  undone       | list    | uploads that were taken back
-- column: touched      | boolean | one of them holds a row of a catalogue

select count(*) > 0 as touched
from (
    select upload_id from indicator
    union all select upload_id from document
    union all select upload_id from pillar
    union all select upload_id from unit_state
) as catalogues
where upload_id >= $since_upload or list_contains($undone, upload_id)
order by 1
