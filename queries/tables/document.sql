-- Văn bản nêu mục tiêu hay kết quả.
--
-- column: upload_id | bigint | -          | upload that brought the row
-- column: number    | text   | so_hieu    | the document's number, or a short name where its text names none
-- column: kind      | text   | loai       | kế hoạch, đề án, báo cáo
-- column: title     | text   | ten        | short title in our own words
-- column: issuer    | text   | co_quan    | who issued it; null = the text does not say
-- column: issued_on | date   | ngay       | null = the text does not say
-- column: order_on  | date   | ngay_xep   | day by which documents are put in order; the issue date, or the latest day its text implies
-- column: unit_code | text   | ma_don_vi  | territory whose document it is; null = the central government
-- column: replaces  | text   | thay_the   | number of the document it replaces; null = none
-- column: note      | text   | ghi_chu    | how number and date were read; null = nothing to say
-- form:  documents | Sổ văn bản
-- label: so_hieu | Số hiệu; Số ký hiệu; Số văn bản
-- label: loai | Loại; Loại văn bản
-- label: ten | Tên; Trích yếu; Tên văn bản
-- label: co_quan | Cơ quan; Cơ quan ban hành
-- label: ngay | Ngày; Ngày ban hành
-- label: ngay_xep | Ngày xếp
-- label: ma_don_vi | Mã đơn vị; Địa bàn
-- label: thay_the | Thay thế
-- label: ghi_chu | Ghi chú
-- key: number

create table document (
    upload_id bigint not null,
    number varchar not null,
    kind varchar not null,
    title varchar not null,
    issuer varchar,
    issued_on date,
    order_on date not null,
    unit_code varchar,
    replaces varchar,
    note varchar
)
