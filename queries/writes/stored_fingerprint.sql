-- Dấu vết của các khung nhìn đang có trong kho, để biết có phải của chương trình này không.
--
-- param:  view        | text | the view whose comment holds it
-- column: fingerprint | text | hash of the statements of all views; null = none was kept

select comment as fingerprint from duckdb_views() where view_name = $view order by 1
