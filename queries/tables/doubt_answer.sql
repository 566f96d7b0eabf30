-- Trả lời một lần báo số sai; trả lời lại là thêm một dòng, dòng mới nhất được tính.
--
-- Brought by a button of the desk, never by a file: hence no Vietnamese headers.
--
-- column: answer_id   | bigint    | - | 1, 2, 3 … in the order of writing
-- column: doubt_id    | bigint    | - | what is answered
-- column: answered_at | timestamp | - | UTC
-- column: answered_by | text      | - | account name
-- column: verdict     | text      | - | 'stands' (số đúng), 'corrected' (đã sửa) or 'passed_on' (đã chuyển cơ quan ban hành)
-- column: text        | text      | - | one sentence, at most 500 characters
-- known: answered_at
-- key: answer_id

create table doubt_answer (
    answer_id bigint not null,
    doubt_id bigint not null,
    answered_at timestamp not null,
    answered_by varchar not null,
    verdict varchar not null,
    text varchar not null
)
