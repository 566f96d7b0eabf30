-- Con số bị báo có trong kho không: đơn vị, chỉ tiêu, cấp, kỳ, loại; hoặc nhiệm vụ, ô kinh phí nào.
--
-- param:  province_code | text | province of the unit
-- param:  unit_id       | text | whose figure
-- param:  indicator_id  | text | catalogue id
-- param:  level         | text | whose figure
-- param:  year          | int  | calendar year
-- param:  period        | text | its period
-- param:  kind          | text | 'target', 'result', 'task' or 'money'
-- param:  subject       | text | of a task its own name; of money document and line; null = a figure of an indicator
-- column: claims        | bigint | how many documents state it; 0 = nobody does

select (
    select count(*)
    from current_claim
    where province_code = $province_code and unit_id = $unit_id and indicator_id = $indicator_id and level = $level and year = $year and period = $period and kind = $kind
) + (
    select count(*) from current_task where $kind = 'task' and task_id = $subject and unit_code = string_split($unit_id, '-')[1]
) + (
    select count(*) from known_budget where $kind = 'money' and concat(document, '#', line) = $subject and unit_code = string_split($unit_id, '-')[1]
) as claims
order by 1
