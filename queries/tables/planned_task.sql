-- Nhiệm vụ, dự án mà một văn bản nêu trong danh mục của nó.
--
-- A task that several documents speak of stands once for each; same_as names the row of the scheme that it carries on, with the reason.
-- Of a row that the scan has damaged only what can be read is there.
--
-- column: upload_id         | bigint  | -              | upload that brought the row
-- column: task_id           | text    | ma_nhiem_vu    | our own name of the row: document, list, number: '424.PL3.3'
-- column: document          | text    | nguon          | document that lists it
-- column: unit_code         | text    | ma_don_vi      | territory whose document it is
-- column: list              | text    | danh_muc       | list within the document: 'Phụ lục 3'
-- column: number            | text    | so_tt          | number in the list, as printed
-- column: name              | text    | ten_nhiem_vu   | as printed, misprints kept; null = lost with a page of the scan
-- column: outcome           | text    | ket_qua_du_kien | what it is to bring about, as printed; null = not said, or lost
-- column: lead_agency       | text    | chu_tri        | who leads, as printed; null = not said, or lost
-- column: partner_agencies  | text    | phoi_hop       | who takes part, as printed; null = not said
-- column: start_year        | int     | nam_dau        | first year, printed or the first with money; null = not said
-- column: end_year          | int     | nam_cuoi       | last year, printed or the last with money; null = not said
-- column: years_as_written  | text    | thoi_gian_ghi  | the time as printed; null = only the years of its money are printed
-- column: amount_as_written | text    | kinh_phi_ghi   | money as printed, words kept as words; null = not said
-- column: amount_vnd        | decimal | so_tien        | the same in đồng, of all its years; null = words, or not said
-- column: funding_source    | text    | nguon_von      | where the money comes from, as printed; null = not said
-- column: locator           | text    | vi_tri         | place in the document
-- column: damaged           | boolean | hong           | the scan has damaged the row; the note says what cannot be read
-- column: same_as           | text    | cung_viec      | the task of an older list that this row carries on; null = none, or not certain
-- column: same_reason       | text    | vi_sao_cung    | why it is the same; null = same_as is null
-- column: note              | text    | ghi_chu        | how the row was read; null = nothing to say
-- form:  tasks | Nhiệm vụ
-- label: ma_nhiem_vu | Mã nhiệm vụ; Mã NV
-- label: nguon | Văn bản; Nguồn; Số hiệu văn bản
-- label: ma_don_vi | Mã đơn vị; Địa bàn
-- label: danh_muc | Danh mục; Phụ lục
-- label: so_tt | Số thứ tự; TT; STT
-- label: ten_nhiem_vu | Tên nhiệm vụ; Nhiệm vụ; Tên dự án
-- label: ket_qua_du_kien | Kết quả dự kiến; Dự kiến kết quả
-- label: chu_tri | Cơ quan chủ trì; Chủ trì; Đơn vị chủ trì
-- label: phoi_hop | Cơ quan phối hợp; Phối hợp
-- label: nam_dau | Năm đầu; Năm bắt đầu
-- label: nam_cuoi | Năm cuối; Năm kết thúc
-- label: thoi_gian_ghi | Thời gian, nguyên văn
-- label: kinh_phi_ghi | Kinh phí, nguyên văn
-- label: so_tien | Số tiền (đồng); Số tiền; Kinh phí (đồng)
-- label: nguon_von | Nguồn vốn; Nguồn kinh phí
-- label: vi_tri | Vị trí; Vị trí trong văn bản
-- label: hong | Dòng hỏng
-- label: cung_viec | Cùng việc với
-- label: vi_sao_cung | Vì sao cùng việc
-- label: ghi_chu | Ghi chú
-- key: task_id

create table planned_task (
    upload_id bigint not null,
    task_id varchar not null,
    document varchar not null,
    unit_code varchar not null,
    list varchar not null,
    number varchar not null,
    name varchar,
    outcome varchar,
    lead_agency varchar,
    partner_agencies varchar,
    start_year integer,
    end_year integer,
    years_as_written varchar,
    amount_as_written varchar,
    amount_vnd decimal(18, 0),
    funding_source varchar,
    locator varchar not null,
    damaged boolean not null,
    same_as varchar,
    same_reason varchar,
    note varchar
)
