-- Mục tiêu của mẫu đầy đủ có con số trong lời văn mà các cột số để trống.
--
-- stage: before
-- only:  bare_targets
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: found | text | what the row says

select i.row_number, 'chi_tieu' as header, i.as_written as found
from incoming_claim as i
join indicator_catalogue as c on c.indicator_id = i.indicator_id and c.kind <> 'milestone'
where i.kind = 'target' and i.explicit and not i.unchanged and not i.withdrawn
    and i.op is null and i.low is null and i.high is null and regexp_matches(i.as_written, '[0-9]')
order by i.row_number
