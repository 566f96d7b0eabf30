-- Những tài khoản trả lời thay cơ quan mà một lần báo số sai gửi đến.
--
-- param:  doubt_id | bigint | the doubt
-- column: account  | text   | account name
-- unique: account

select account from doubt_office where doubt_id = $doubt_id and account is not null order by 1
