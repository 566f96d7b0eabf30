-- Đặt tên cho đời của kho chung.
--
-- ``any_life`` stands for the name: hexadecimal.

comment on table data_version is 'any_life'
