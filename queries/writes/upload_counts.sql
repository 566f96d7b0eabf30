-- Một lần cập nhật có trong kho và còn hiệu lực hay không.
--
-- param:  upload_id | bigint  | the upload
-- column: counts    | boolean | it is there and was not taken back

select count(*) > 0 as counts from live_upload where upload_id = $upload_id order by 1
