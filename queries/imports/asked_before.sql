-- Điều cho biết quy tắc nào của bước "before" có thể thấy gì: xem ``only`` của quy tắc.
--
-- One look at the claims, one at the rows of the sheet, and how many rows the tables beside them have: most rules of most files need
-- not be asked after it. Put together by a union: a cross join of the parts takes three times as long to plan.
--
-- param:  today | date | the day in Viet Nam
-- column: results           | bigint  | results with a number
-- column: zeros             | bigint  | results of zero
-- column: targets           | bigint  | targets
-- column: new_results       | boolean | a result that the store does not say already
-- column: new_targets       | boolean | a target that the store does not say already
-- column: old_results       | boolean | a new result of a year long past
-- column: old_targets       | boolean | a new target of a year long past
-- column: new_days          | boolean | a new result with a day
-- column: split_results     | boolean | a new result with a fraction
-- column: odd_bases         | boolean | a result whose basis does not fit what it has
-- column: of_districts      | boolean | something new of the level of districts
-- column: new_places        | boolean | a claim of which the document says nothing in the store
-- column: strict_targets    | boolean | a target above or below a number
-- column: worded            | boolean | something new in words
-- column: bare_targets      | boolean | a new target of the full form without a number in its columns
-- column: withdrawals       | boolean | a claim is taken back
-- column: blanks            | boolean | a row leaves a cell blank that other rows fill
-- column: early_days        | boolean | a day before the period
-- column: late_days         | boolean | a day that has not come
-- column: unfinished        | boolean | a result of a period that is not over
-- column: fractions         | boolean | a numerator or a denominator
-- column: below_zero        | boolean | a number below zero
-- column: above_hundred     | boolean | a number above a hundred
-- column: reversed          | boolean | a span whose low end is not the lower
-- column: upper_levels      | boolean | a row of the level of the province or of the districts
-- column: explicit_targets  | boolean | a target of the full form
-- column: registered        | boolean | a row cites a document of the register
-- column: figures_before    | bigint  | figures of the store in the provinces and years of the file
-- column: results_before    | bigint  | of them with a result that is a number
-- column: targets_before    | bigint  | of them with a target that is a number
-- column: compared          | bigint  | results of the file before which the store knows one
-- column: known             | bigint  | claims of the file of which the store has one
-- column: several_places    | boolean | the document says one of them at several places
-- column: foreign_claims    | bigint  | claims under a document that the bringer may not speak for
-- column: foreign_uploads   | bigint  | uploads of people in charge of more that rows are held against
-- column: duplicates        | bigint  | figures that the file says in more than one row at one place
-- column: repeats           | bigint  | figures that the file says in more than one row

with told as (
    select any_value(columns(*))
    from (
        select count(*) filter (kind = 'result' and not withdrawn and actual is not null) as results,
            count(*) filter (kind = 'result' and not withdrawn and actual = 0) as zeros,
            count(*) filter (kind = 'target') as targets,
            bool_or(kind = 'result' and not unchanged and not withdrawn) as new_results,
            bool_or(kind = 'target' and not unchanged and not withdrawn) as new_targets,
            bool_or(kind = 'result' and not unchanged and not withdrawn and year < year($today) - 3) as old_results,
            bool_or(kind = 'target' and not unchanged and not withdrawn and year < year($today) - 1) as old_targets,
            bool_or(kind = 'result' and not unchanged and not withdrawn and as_of is not null) as new_days,
            bool_or(kind = 'result' and not unchanged and actual % 1 <> 0) as split_results,
            bool_or(kind = 'result' and not withdrawn
                and (basis = 'words' and coalesce(actual, low, high) is not null or basis = 'measured' and coalesce(actual, low, high) is null)) as odd_bases,
            bool_or(level = 'district' and not unchanged and not withdrawn) as of_districts,
            bool_or(places = 0 and not withdrawn) as new_places,
            bool_or(kind = 'target' and op in ('>', '<')) as strict_targets,
            bool_or(not explicit and not unchanged and not withdrawn
                and (kind = 'target' and op is null or kind = 'result' and actual is null and numerator is null)) as worded,
            bool_or(kind = 'target' and explicit and not unchanged and not withdrawn and op is null and low is null and high is null) as bare_targets,
            bool_or(withdrawn) as withdrawals
        from incoming_claim
        union all by name
        select bool_or(not has_target and brings_targets or not has_result and brings_results) as blanks,
            bool_or(has_result and as_of < period_begin - interval 31 day) as early_days,
            bool_or(as_of > $today) as late_days,
            bool_or(has_result and not withdrawn and period_end >= $today) as unfinished,
            bool_or(numerator is not null or denominator is not null) as fractions,
            bool_or(least(low, high, value, span_low, span_high, numerator, denominator) < 0) as below_zero,
            bool_or(greatest(low, high, value, span_low, span_high) > 100) as above_hundred,
            bool_or(low >= high or span_low > span_high) as reversed,
            bool_or(level in ('province', 'district')) as upper_levels,
            bool_or(explicit_target and has_target and not withdrawn) as explicit_targets
        from typed_sheet
        union all by name
        select bool_or(registered) as registered from cited_document
        union all by name
        select count(*) as figures_before, count(actual) as results_before, count(required) as targets_before from figure_before
        union all by name
        select count(*) as compared from result_before
        union all by name
        select count(*) as known, bool_or(places > 1) as several_places from existing_claim
        union all by name
        select count(*) as foreign_claims from foreign_claim
        union all by name
        select count(*) as foreign_uploads from foreign_upload
        union all by name
        select count(*) as duplicates from duplicate_claim
        union all by name
        select count(*) as repeats from repeated_key
    )
)
select told.* from told
