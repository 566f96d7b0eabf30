-- Bỏ những dòng mà một lần thu hồi về sau mới ghi dưới tên lần cập nhật nêu lại chúng.
--
-- For a store as it was known on a day. A row that an upload only stated again stands in the ledger under its name from the moment on
-- at which every upload that it repeats was taken back; before that the row of the other upload says it.
--
-- writes: any_table
-- param:  kind | text | 'target' or 'result': what the table holds

delete from any_table
where (upload_id, row_number) in (
    select upload_id, row_number from reaffirmed where kind = $kind and of_upload not in (select upload_id from upload_undo))
