-- Những chỗ mâu thuẫn đang có: một quyết định chỉ nói về một trong số đó.
--
-- column: finding_id | text | our own name of it
-- column: unit_code  | text | unit that it is about
-- column: clash      | text | both sides as they stand now
-- unique: finding_id

select finding_id, unit_code, clash from finding_known order by finding_id
