-- Bộ điểm sai hình thức: điểm không dương, cách chấm không đọc được, hoặc tổng điểm các dòng khác thang điểm.
--
-- Less is better only by steps: a share of the points would reward the wrong side.
--
-- severity: stop
-- param:  since_upload | bigint | first upload looked at; 0 = all
-- column: index_id     | text   | set
-- column: level        | text   | its level
-- column: valid_from   | date   | its version
-- column: line         | int    | row; null = the whole set

with looked_at as (
    select w.*, i.direction
    from index_weight as w
    left join indicator_catalogue as i on i.indicator_id = w.indicator_id
    where (w.index_id, w.level, w.valid_from) in (select (index_id, level, valid_from) from weight where upload_id >= $since_upload)
)
select index_id, level, valid_from, line
from looked_at
where points <= 0 or scale not in (100, 1000) or level not in ('province', 'district', 'commune') or indicator_id is not null and direction is null
    or not coalesce(case form
        when 'share' then coalesce(full_at, 100) > 0 and steps is null and coalesce(direction, 'higher') <> 'lower'
        when 'steps' then regexp_full_match(steps, '\d+(\.\d+)?:\d+(\.\d+)?(/\d+(\.\d+)?:\d+(\.\d+)?)*')
            and list_max(list_transform(string_split(steps, '/'), lambda step: try_cast(split_part(step, ':', 2) as decimal(18, 4)))) <= points
    end, false)
union all
select index_id, level, valid_from, null::integer
from looked_at
group by index_id, level, valid_from
having sum(points) <> any_value(scale) or min(scale) <> max(scale)
order by index_id, level, valid_from, line nulls first
