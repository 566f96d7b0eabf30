-- Tài khoản của người cập nhật số liệu và người quản trị; mỗi lần thay đổi là một dòng mới.
--
-- Never published, never exported, never a form that an upload may bring: hence no Vietnamese headers.
--
-- column: change_number | bigint    | - | 1, 2, 3 … in the order of writing; the greatest of a name is what counts
-- column: name          | text      | - | what is typed to sign in: lower-case letters, digits, . _ -
-- column: display_name  | text      | - | the person's name as shown
-- column: role          | text      | - | 'reader', 'staff' or 'admin'
-- column: territories   | text      | - | unit codes joined by commas; '*' = everything; empty = none
-- column: password_hash | text      | - | Argon2id in PHC form
-- column: one_time      | boolean   | - | true = the password must be changed before anything else
-- column: blocked       | boolean   | - | true = nobody signs in with it
-- column: changed_at    | timestamp | - | UTC
-- column: changed_by    | text      | - | account name; 'system' for the first start, 'shell' for the command line
-- column: second_factor | text      | - | secret of the codes that a phone computes (base32); null = a password suffices
-- column: password_at   | timestamp | - | UTC, when the password was set; null = in a row of an earlier version, then changed_at
-- default: one_time | false
-- default: blocked | false
-- key: change_number

create table account (
    change_number bigint not null,
    name varchar not null,
    display_name varchar not null,
    role varchar not null,
    territories varchar not null,
    password_hash varchar not null,
    one_time boolean not null,
    blocked boolean not null,
    changed_at timestamp not null,
    changed_by varchar not null,
    second_factor varchar,
    password_at timestamp
)
