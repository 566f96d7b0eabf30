-- Mỗi lần một văn bản đặt mục tiêu, bên cạnh mục tiêu nó nối tiếp: của chính năm ấy ở văn bản trước, nếu không thì của năm trước đó.
--
-- bound = the end that must be reached. moved: 'lowered' = asks for less than what it follows (lower is better: allows more), 'raised' =
-- asks for more, 'kept' = the same, 'words' = one of them has no number, 'first' = follows nothing.
-- It follows, of the same year, the latest older document that says something else of it; else what counts for the nearest earlier year.
-- A unit's own target stands beside the province's for its level and year: below_province = it asks for less.
--
-- internal: how targets went through documents
-- from: target_line
-- column: province_code      | text    | province of the unit
-- column: unit_id            | text    | unit
-- column: indicator_id       | text    | catalogue id
-- column: level              | text    | 'province', 'district', 'commune' or 'all'
-- column: year               | int     | year by whose end it is to be reached
-- column: op                 | text    | null = a milestone
-- column: low                | decimal | null = none
-- column: high               | decimal | null = none
-- column: bound              | decimal | null = no number
-- column: as_written         | text    | words of the document
-- column: document           | text    | number
-- column: locator            | text    | null = not given
-- column: order_on           | date    | day by which its document is put in order; of none in the register, of its upload
-- column: chosen             | boolean | the claim that counts for its year
-- column: standing           | text    | 'current', 'superseded', 'conflicting' or 'beside'
-- column: self_stated        | boolean | the unit states it itself
-- column: upload_id          | bigint  | upload that brought it
-- column: row_number         | bigint  | row of its file
-- column: moved              | text    | see above
-- column: change             | decimal | bound minus the bound that it follows; null = not two numbers
-- column: before_year        | int     | year of the target that it follows; null = none
-- column: before_as_written  | text    | null = none
-- column: before_document    | text    | as it is cited; null = none
-- column: province_bound     | decimal | what the province asks of the level in that year; null = nothing, or it is the province's own
-- column: province_document  | text    | where the province says so; null = nowhere
-- column: below_province     | boolean | the unit asks for less than the province
-- unique: province_code, unit_id, indicator_id, level, year, upload_id, row_number
-- example: target_line(op=>=, year=2022, low=70, bound=70, lower_is_better=false, as_written=70%, chosen=true, standing=current, self_stated=false, unit_level=province) target_line(op=>=, year=2023, low=60, bound=60, lower_is_better=false, as_written=60%, chosen=true, standing=current, self_stated=false, unit_level=province, row_number=3) => year=2023, moved=lowered, change=-10, before_year=2022, before_as_written=70%
-- example: target_line(op=<=, year=2022, high=5, bound=5, lower_is_better=true, as_written=5, chosen=false, standing=superseded, self_stated=false, document=A, order_on=2021-01-01, unit_level=province) target_line(op=<=, year=2022, high=7, bound=7, lower_is_better=true, as_written=7, chosen=true, standing=current, self_stated=false, document=B, order_on=2022-01-01, unit_level=province, row_number=3) => row_number=3, moved=lowered, change=2, before_document=A
-- example: target_line(op=>=, year=2022, low=70, bound=70, lower_is_better=false, chosen=true, standing=current, self_stated=false, unit_level=province) => moved=first, change=null
-- example: target_line(op=>=, low=70, bound=70, lower_is_better=false, chosen=true, standing=current, self_stated=false, document=KH tỉnh, unit_level=province) target_line(op=>=, low=60, bound=60, lower_is_better=false, chosen=true, standing=current, self_stated=false, unit_id=436, unit_level=district) => unit_id=436, province_bound=70, province_document=KH tỉnh, below_province=true

create view target_move as
with followed as (
    select n.*, e.year as before_year, e.bound as before_bound, e.as_written as before_as_written,
        cited(e.document, e.self_stated, e.unit_name) as before_document
    from target_line as n
    left join target_line as e
        on e.province_code = n.province_code and e.unit_id = n.unit_id and e.indicator_id = n.indicator_id and e.level = n.level
        and (e.chosen and e.year < n.year
            or e.year = n.year and e.document <> n.document and e.order_on < n.order_on and e.bound is distinct from n.bound)
    qualify row_number() over (
        partition by n.province_code, n.unit_id, n.indicator_id, n.level, n.year, n.upload_id, n.row_number
        order by e.year desc nulls last, e.order_on desc, e.document, e.row_number) = 1
),
of_province as (
    select province_code, indicator_id, level, year, bound, document from target_line
    where unit_level = 'province' and chosen and not self_stated and level in ('district', 'commune') and kind <> 'count'
    qualify row_number() over (partition by province_code, indicator_id, level, year order by document) = 1
)
select f.province_code, f.unit_id, f.indicator_id, f.level, f.year::int as year, f.op, f.low, f.high, f.bound, f.as_written, f.document, f.locator,
    f.order_on, f.chosen, f.standing, f.self_stated, f.upload_id, f.row_number,
    case
        when f.before_year is null then 'first'
        when f.bound is null or f.before_bound is null then 'words'
        when f.bound = f.before_bound then 'kept'
        when (f.bound < f.before_bound) <> coalesce(f.lower_is_better, false) then 'lowered'
        else 'raised'
    end as moved,
    (f.bound - f.before_bound)::decimal(18, 4) as change, f.before_year::int as before_year, f.before_as_written, f.before_document,
    p.bound as province_bound, p.document as province_document,
    coalesce(case when f.lower_is_better then f.bound > p.bound else f.bound < p.bound end, false) as below_province
from followed as f
left join of_province as p
    on f.unit_level <> 'province' and p.province_code = f.province_code and p.indicator_id = f.indicator_id and p.level = f.level
    and p.year = f.year
