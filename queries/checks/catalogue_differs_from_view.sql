-- Một danh mục dẫn xuất không khớp với khung nhìn định nghĩa nó.
--
-- Every column of every row counts: the rows are summed up by their hashes. A write has just put the views' rows into the tables, so this
-- runs when the whole store is looked at, not inside a write.
--
-- severity: stop
-- stage: whole store
-- column: catalogue   | text   | table
-- column: rows_is     | bigint | rows of the table
-- column: rows_should | bigint | rows of the view that defines it

with summed as (
    select 'live_upload' as catalogue, true as is_table, count(*) as n, sum(hash(t)::hugeint) as sum_of from live_upload as t
    union all select 'live_upload', false, count(*), sum(hash(t)::hugeint) from live_upload_by_ledger as t
    union all
    select 'current_lineage', true, count(*), sum(hash(t)::hugeint) from current_lineage as t
    union all select 'current_lineage', false, count(*), sum(hash(t)::hugeint) from unit_lineage_by_ledger as t
    union all
    select 'current_unit', true, count(*), sum(hash(t)::hugeint) from current_unit as t
    union all select 'current_unit', false, count(*), sum(hash(t)::hugeint) from unit_by_ledger as t
    union all
    select 'deadline_list', true, count(*), sum(hash(t)::hugeint) from deadline_list as t
    union all select 'deadline_list', false, count(*), sum(hash(t)::hugeint) from deadline_list_by_ledger as t
    union all
    select 'index_weight', true, count(*), sum(hash(t)::hugeint) from index_weight as t
    union all select 'index_weight', false, count(*), sum(hash(t)::hugeint) from index_weight_by_ledger as t
    union all
    select 'known_budget', true, count(*), sum(hash(t)::hugeint) from known_budget as t
    union all select 'known_budget', false, count(*), sum(hash(t)::hugeint) from known_budget_by_ledger as t
    union all
    select 'known_link', true, count(*), sum(hash(t)::hugeint) from known_link as t
    union all select 'known_link', false, count(*), sum(hash(t)::hugeint) from known_link_by_ledger as t
    union all
    select 'pillar_list', true, count(*), sum(hash(t)::hugeint) from pillar_list as t
    union all select 'pillar_list', false, count(*), sum(hash(t)::hugeint) from pillar_list_by_ledger as t
    union all
    select 'unit_remark_version', true, count(*), sum(hash(t)::hugeint) from unit_remark_version as t
    union all select 'unit_remark_version', false, count(*), sum(hash(t)::hugeint) from unit_remark_version_by_ledger as t
    union all
    select 'document_register', true, count(*), sum(hash(t)::hugeint) from document_register as t
    union all select 'document_register', false, count(*), sum(hash(t)::hugeint) from document_register_by_ledger as t
    union all
    select 'unit_today', true, count(*), sum(hash(t)::hugeint) from unit_today as t
    union all select 'unit_today', false, count(*), sum(hash(t)::hugeint) from unit_today_by_ledger as t
    union all
    select 'budget_gap', true, count(*), sum(hash(t)::hugeint) from budget_gap as t
    union all select 'budget_gap', false, count(*), sum(hash(t)::hugeint) from budget_gap_by_ledger as t
    union all
    select 'indicator_catalogue', true, count(*), sum(hash(t)::hugeint) from indicator_catalogue as t
    union all select 'indicator_catalogue', false, count(*), sum(hash(t)::hugeint) from indicator_catalogue_by_ledger as t
    union all
    select 'current_task', true, count(*), sum(hash(t)::hugeint) from current_task as t
    union all select 'current_task', false, count(*), sum(hash(t)::hugeint) from task_by_ledger as t
    union all
    select 'linked_indicator', true, count(*), sum(hash(t)::hugeint) from linked_indicator as t
    union all select 'linked_indicator', false, count(*), sum(hash(t)::hugeint) from linked_indicator_by_ledger as t
    union all
    select 'near_indicator', true, count(*), sum(hash(t)::hugeint) from near_indicator as t
    union all select 'near_indicator', false, count(*), sum(hash(t)::hugeint) from near_indicator_by_ledger as t
)
select i.catalogue, i.n as rows_is, s.n as rows_should
from summed as i join summed as s on s.catalogue = i.catalogue and not s.is_table
where i.is_table and (i.n <> s.n or i.sum_of is distinct from s.sum_of)
order by i.catalogue
