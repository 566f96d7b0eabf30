-- Tình trạng của một nhiệm vụ, như một văn bản nói vào một ngày.
--
-- column: upload_id         | bigint | -           | upload that brought the row
-- column: task_id           | text   | ma_nhiem_vu | task of the list
-- column: status            | text   | tinh_trang  | our reading of the words: 'not_started' (chưa thực hiện), 'preparing' (đang chuẩn bị), 'tendering' (đang lựa chọn nhà thầu), 'running' (đang thực hiện), 'finished' (hoàn thành) or 'unclear' (không rõ)
-- column: status_as_written | text   | nguyen_van  | the words of the document; null = it left the cell blank
-- column: as_of             | date   | den_ngay    | day of the state: that of the document, or the end of the quarter that it reports
-- column: document          | text   | nguon       | document that says so
-- column: locator           | text   | vi_tri      | place in it
-- column: note              | text   | ghi_chu     | how the words were read; null = nothing to say
-- form:  task_states | Tình trạng nhiệm vụ
-- label: ma_nhiem_vu | Mã nhiệm vụ; Mã NV
-- label: tinh_trang | Tình trạng; Tiến độ
-- label: nguyen_van | Nguyên văn; Lời văn bản
-- label: den_ngay | Đến ngày; Tính đến ngày
-- label: nguon | Văn bản; Nguồn; Số hiệu văn bản
-- label: vi_tri | Vị trí; Vị trí trong văn bản
-- label: ghi_chu | Ghi chú
-- key: task_id, as_of, document

create table task_state (
    upload_id bigint not null,
    task_id varchar not null,
    status varchar not null,
    status_as_written varchar,
    as_of date not null,
    document varchar not null,
    locator varchar not null,
    note varchar
)
