-- Thư mục chứa các dòng của kho chung.
--
-- column: data_path | text | folder or address, as it was given when the lake was made

select value as data_path from ducklake_options('app') where option_name = 'data_path'
