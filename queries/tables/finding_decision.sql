-- Quyết định của cán bộ về một chỗ mâu thuẫn: chấp nhận, chọn một số, hỏi đơn vị, hoặc mở lại; kèm lý do.
--
-- A newer row of the same finding is a newer version; the older ones stay. It covers the finding only as long as both sides say what
-- they said then. Which figure counts is not changed by it.
--
-- column: upload_id  | bigint | -            | upload that brought the row; its account is who decided
-- column: finding_id | text   | ma_phat_hien | our own name of the finding, as the page and finding_known say it
-- column: unit_code  | text   | ma_don_vi    | unit that the finding is about
-- column: clash      | text   | hai_ben      | both sides as they stood when it was decided: '94 | 59'
-- column: decision   | text   | quyet_dinh   | 'accept' (chấp nhận), 'choose' (chọn một số), 'ask' (hỏi đơn vị) or 'reopen' (mở lại)
-- column: side       | text   | so_chon      | of a choice: 'said' (the first side) or 'other' (the second one); null = another decision
-- column: reason     | text   | ly_do        | why, at most 500 characters
-- form:  finding_decisions | Quyết định về mâu thuẫn
-- label: ma_phat_hien | Mã phát hiện; Mã mâu thuẫn
-- label: ma_don_vi | Mã đơn vị; Địa bàn
-- label: hai_ben | Hai bên ghi; Hai số
-- label: quyet_dinh | Quyết định
-- label: so_chon | Số được chọn; Chọn số
-- label: ly_do | Lý do
-- key: finding_id

create table finding_decision (
    upload_id bigint not null,
    finding_id varchar not null,
    unit_code varchar not null,
    clash varchar not null,
    decision varchar not null,
    side varchar,
    reason varchar not null
)
