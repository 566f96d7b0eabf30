-- Tên văn bản như màn hình và biểu đồ dẫn: số hiệu, và đơn vị nào tự nêu con số ấy.
--
-- What a unit states itself is nobody else's word: wherever its source is named, the unit is named with it.
-- column: source | text | the document's number; of a unit's own word 'BC 12/BC-UBND (đơn vị tự nêu: Phường X)'; null = no document

create or replace macro cited(document, self_stated, unit_name) as
    case when self_stated then concat(document, ' (đơn vị tự nêu: ', unit_name, ')') else document end
