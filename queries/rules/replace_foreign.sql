-- Số khác cho con số mà người có địa bàn rộng hơn đã đưa vào theo cùng văn bản.
--
-- Under an unregistered report what somebody in charge of the province brought stays anyway: the row would stand beside it. The
-- seed was copied from the documents: who answers for a document corrects what was copied wrongly.
--
-- stage: before
-- only:  known > 0 and foreign_uploads > 0
-- column: row_number | bigint | row of the file
-- column: header     | text   | column of the form
-- column: found      | text   | what the row says
-- column: before     | text   | what the store says
-- column: document   | text   | number
-- column: by         | text   | account that brought it

select i.row_number, case i.kind when 'target' then 'chi_tieu' else 'ket_qua' end as header, i.as_written as found,
    k.existing.as_written as before, i.document, f.uploaded_by as "by"
from incoming_claim as i
join existing_claim as k on k.row_number = i.row_number and k.kind = i.kind and i.locator is not distinct from k.existing.locator
join foreign_upload as f on f.upload_id = k.existing.upload_id
where not i.unchanged and not i.withdrawn and i.self_stated
    and case when i.document in (select number from document_register)
        then k.existing.upload_id > 1 and (i.row_number, i.kind) not in (select row_number, kind from foreign_claim)
        else k.existing.self_stated end
order by i.row_number, header
