-- Các tài khoản đang có: vai trò, phạm vi, tình trạng.
--
-- column: name          | text      | what is typed to sign in
-- column: display_name  | text      | the person's name as shown
-- column: role          | text      | 'reader', 'staff' or 'admin'
-- column: territories   | text      | unit codes joined by commas; '*' = everything; empty = none
-- column: one_time      | boolean   | true = a one-time password that was not changed yet
-- column: blocked       | boolean   | true = nobody signs in with it
-- column: changed_at    | timestamp | UTC
-- column: changed_by    | text      | who changed it last
-- column: change_number | bigint    | grows with every change of any account
-- column: second_factor | boolean   | true = codes of a phone are asked as well
-- unique: name

select name, display_name, role, territories, one_time, blocked, changed_at, changed_by, change_number,
    second_factor is not null as second_factor
from account_now
order by case role when 'admin' then 1 when 'staff' then 2 else 3 end, name
