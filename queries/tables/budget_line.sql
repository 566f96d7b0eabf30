-- Một ô tiền trong bảng kinh phí hay danh mục nhiệm vụ của một văn bản.
--
-- Every cell that is printed, rows of sums too; what does not add up is kept as it stands (view budget_gap).
--
-- column: upload_id         | bigint  | -            | upload that brought the row
-- column: document          | text    | nguon        | document that prints it
-- column: line              | int     | dong         | our own number of the cell within the document
-- column: unit_code         | text    | ma_don_vi    | territory whose document it is
-- column: table_name        | text    | bang         | table or list: 'Phụ lục 3', 'Phần II.IV.1, bảng'
-- column: part              | text    | phan         | table and row as printed
-- column: task_id           | text    | ma_nhiem_vu  | task whose money it is; null = a row of no task
-- column: year              | int     | nam          | year of the money; null = all years of the table or task
-- column: source            | text    | nguon_von    | 'trung ương', 'địa phương', 'ODA và khác', 'tổng' (all sources), else as printed
-- column: amount_as_written | text    | kinh_phi_ghi | as printed, words kept as words
-- column: unit_as_written   | text    | don_vi_ghi   | unit of money as printed
-- column: amount_vnd        | decimal | so_tien      | the same in đồng; null = words, or a number that the scan has repeated
-- column: locator           | text    | vi_tri       | place in the document
-- column: is_total          | boolean | dong_tong    | a sum that the document itself states
-- column: sums              | text    | cong_tu      | tables whose rows it adds up, joined by '; '; null = it adds up no rows
-- column: note              | text    | ghi_chu      | how the cell was read; null = nothing to say
-- form:  budgets | Kinh phí
-- label: nguon | Văn bản; Nguồn; Số hiệu văn bản
-- label: dong | Số dòng; Dòng
-- label: ma_don_vi | Mã đơn vị; Địa bàn
-- label: bang | Bảng; Bảng, danh mục
-- label: phan | Phần; Bảng và dòng
-- label: ma_nhiem_vu | Mã nhiệm vụ; Mã NV
-- label: nam | Năm
-- label: nguon_von | Nguồn vốn; Nguồn kinh phí
-- label: kinh_phi_ghi | Kinh phí, nguyên văn
-- label: don_vi_ghi | Đơn vị tiền, nguyên văn
-- label: so_tien | Số tiền (đồng); Số tiền; Kinh phí (đồng)
-- label: vi_tri | Vị trí; Vị trí trong văn bản
-- label: dong_tong | Dòng tổng
-- label: cong_tu | Cộng từ
-- label: ghi_chu | Ghi chú
-- key: document, line

create table budget_line (
    upload_id bigint not null,
    document varchar not null,
    line integer not null,
    unit_code varchar not null,
    table_name varchar not null,
    part varchar not null,
    task_id varchar,
    year integer,
    source varchar not null,
    amount_as_written varchar not null,
    unit_as_written varchar,
    amount_vnd decimal(18, 0),
    locator varchar not null,
    is_total boolean not null,
    sums varchar,
    note varchar
)
