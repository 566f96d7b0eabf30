-- Điều cho biết quy tắc nào của bước "after" có thể thấy gì: xem ``only`` của quy tắc.
--
-- column: beside    | boolean | a row of the file stands beside what is shown
-- column: replaced  | boolean | a figure that was shown is another one now, or taken back
-- column: restated  | boolean | a row says what is shown already
-- column: turned    | boolean | a status is another one than before

with told as (
    select bool_or(change = 'beside') as beside, bool_or(change in ('changed', 'withdrawn')) as replaced, bool_or(change = 'restated') as restated,
        bool_or(before_status is not null and after_status <> before_status) as turned
    from difference
)
select told.* from told
