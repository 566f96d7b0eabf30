-- Mục tiêu mà một tỷ lệ không thể đạt: trên 100%, dưới 0%.
--
-- What a document wrote and the store knows stays; only something new is refused.
--
-- stage: before
-- only:  strict_targets
-- column: row_number | bigint | row of the file
-- column: header | text | column of the form
-- column: found | text | what the row says

select i.row_number, 'chi_tieu' as header, i.as_written as found
from incoming_claim as i
join indicator_catalogue as c on c.indicator_id = i.indicator_id and c.kind = 'ratio'
where i.kind = 'target' and not i.explicit and not i.unchanged and not i.withdrawn
    and (i.op = '>' and i.low >= 100 or i.op = '<' and i.high <= 0)
order by i.row_number
