-- Các bộ hạn báo cáo dùng được cho một tỉnh: của chính tỉnh trước, của trung ương sau.
--
-- param:  province_code | text | the province
-- column: deadline_set | text    | what the deadlines are called: the number of their document
-- column: document     | text    | document that says so
-- column: locator      | text    | place in it
-- column: since        | int     | year from which it sets them
-- column: national     | boolean | they are those of the provinces' reports to the government
-- unique: deadline_set

select deadline_set, any_value(document) as document, any_value(locator) as locator,
    year(min(valid_from))::int as since, bool_and(province_code is null) as national
from deadline_list
where province_code is null or province_code = $province_code
group by deadline_set
order by national, max(valid_from) desc, deadline_set
