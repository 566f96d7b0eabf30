-- Tài khoản như đang có hiệu lực: dòng mới nhất của mỗi tên.
--
-- internal: holds what a password is checked against
-- from: account
-- column: change_number | bigint    | the row that counts
-- column: name          | text      | what is typed to sign in
-- column: display_name  | text      | the person's name as shown
-- column: role          | text      | 'reader', 'staff' or 'admin'
-- column: territories   | text      | unit codes joined by commas; '*' = everything; empty = none
-- column: password_hash | text      | Argon2id in PHC form
-- column: one_time      | boolean   | true = the password must be changed before anything else
-- column: blocked       | boolean   | true = nobody signs in with it
-- column: changed_at    | timestamp | UTC
-- column: changed_by    | text      | who wrote the row
-- column: second_factor | text      | secret of the codes that a phone computes (base32); null = a password suffices
-- column: password_at   | timestamp | UTC, when the password was set; null = in a row of an earlier version, then changed_at
-- unique: name

create view account_now as
select change_number, name, display_name, role, territories, password_hash, one_time, blocked, changed_at, changed_by,
    second_factor, password_at
from account
qualify row_number() over (partition by name order by change_number desc) = 1
