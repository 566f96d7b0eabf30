-- Nhiệm vụ nào phục vụ chỉ tiêu nào, và vì sao nói được như vậy.
--
-- Only where the text itself makes it certain: the task names what the indicator measures.
--
-- column: upload_id    | bigint | -           | upload that brought the row
-- column: task_id      | text   | ma_nhiem_vu | task of a list
-- column: indicator_id | text   | ma_chi_tieu | indicator that it is to move
-- column: reason       | text   | ly_do       | why, in our own words
-- form:  task_links | Nhiệm vụ phục vụ chỉ tiêu
-- label: ma_nhiem_vu | Mã nhiệm vụ; Mã NV
-- label: ma_chi_tieu | Mã chỉ tiêu; Mã CT
-- label: ly_do | Lý do; Vì sao
-- key: task_id, indicator_id

create table task_link (
    upload_id bigint not null,
    task_id varchar not null,
    indicator_id varchar not null,
    reason varchar not null
)
