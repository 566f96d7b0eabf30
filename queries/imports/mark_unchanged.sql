-- Ghi vào từng dòng của tệp điều kho đã biết: chỗ nêu duy nhất, số chỗ nêu, có giữ nguyên hay không.
--
-- writes: incoming_claim

update incoming_claim as i
set locator = case when i.locator is null and k.places = 1 then k.existing.locator else i.locator end,
    places = k.places,
    unchanged = k.unchanged
from existing_claim as k
where k.row_number = i.row_number and k.kind = i.kind
