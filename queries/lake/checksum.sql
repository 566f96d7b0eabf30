-- Số dòng của một bảng hoặc khung nhìn, và hai tổng của mọi dòng: hai nơi bằng nhau thì giữ cùng các dòng.
--
-- ``any_name`` stands for its name. No order, and no more memory than a few numbers, however many rows there are.
-- column: rows   | bigint  | how many
-- column: sum_of | hugeint | sum of the rows' hashes
-- column: mixed  | hugeint | of other hashes, bit by bit

select count(*) as rows, coalesce(sum(hash(t)::hugeint), 0) as sum_of, coalesce(bit_xor(hash(t, 'x')), 0)::hugeint as mixed from any_name as t
