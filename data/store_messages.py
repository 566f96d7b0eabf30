"""What the program says to people when something is wrong: one Vietnamese catalogue, by code."""

from __future__ import annotations

from collections.abc import Sequence

from queries.engine import REFUSED, SHARED_ADDRESS

ACCOUNT = {
    "wait": "Tên này đã bị nhập sai mật khẩu hoặc mã nhiều lần từ máy hay địa chỉ mạng của bạn. Hãy đợi {seconds} giây rồi thử lại.",
    "wait_name": "Tên này đang bị thử mật khẩu nhiều lần từ nơi khác, không phải do bạn. Hãy đợi {seconds} giây rồi thử lại; "
    "ở trình duyệt đã từng đăng nhập thì không phải đợi.",
    "busy": "Có quá nhiều lần đăng nhập cùng lúc từ địa chỉ mạng của bạn, máy chủ đang kiểm tra lần lượt. Hãy thử lại sau ít giây.",
    "one_time_over": "Mật khẩu dùng một lần này đã quá 72 giờ nên không còn hiệu lực. Hãy xin người quản trị cấp lại.",
    "wrong_code": "Mã xác thực không đúng hoặc đã dùng. Hãy nhập mã sáu số mới nhất trên điện thoại; giờ của điện thoại phải đúng.",
    "wrong": "Tên hoặc mật khẩu không đúng.",
    "blocked": "Tài khoản này đang bị khóa. Hãy liên hệ người quản trị.",
    "short": "Mật khẩu mới quá ngắn: cần ít nhất 12 ký tự. Một câu vài từ dễ nhớ và an toàn hơn một từ lạ.",
    "long": "Mật khẩu mới quá dài: nhiều nhất 200 ký tự.",
    "simple": "Mật khẩu mới quá đơn giản: cần ít nhất 5 ký tự khác nhau.",
    "own_name": "Mật khẩu mới không được chứa tên tài khoản.",
    "worn": "Mật khẩu mới quá dễ đoán: nằm trong, hoặc gần như chỉ gồm, những mật khẩu và cụm từ quen thuộc "
    "như “matkhau” hay “123456”.",
    "same": "Mật khẩu mới phải khác mật khẩu đang dùng.",
    "differ": "Hai lần nhập mật khẩu mới không giống nhau.",
    "meanwhile": "Tài khoản vừa được thay đổi ở nơi khác; chưa ghi gì. Hãy đăng nhập lại.",
    "not_admin": "Chỉ người quản trị được làm việc này; chưa ghi gì.",
    "bad_name": "Tên tài khoản “{name}” không dùng được: cần 2 đến 40 ký tự gồm chữ thường không dấu, chữ số, dấu chấm, "
    "gạch dưới, gạch nối, bắt đầu bằng chữ hoặc số (ví dụ: vanphong.ductho).",
    "taken": "Đã có tài khoản “{name}”. Hãy chọn tên khác.",
    "unknown": "Không có tài khoản “{name}”.",
    "unknown_admin": "Không có tài khoản “{name}”; chưa thay đổi gì. Nếu đúng là muốn tạo một người quản trị mới với tên này thì thêm --new.",
    "bad_display_name": "Tên hiển thị phải có từ 1 đến 80 ký tự.",
    "bad_role": "Không có vai trò “{role}”.",
    "bad_territory": "Không có đơn vị nào mang mã {codes}.",
    "no_territory": "Cán bộ cập nhật cần ít nhất một địa bàn.",
    "oneself": "Không thể tự khóa, tự hạ quyền hoặc tự cấp lại mật khẩu cho mình; hãy nhờ một người quản trị khác.",
    "disk": "Không ghi được vào kho số liệu: ổ đĩa đầy. Tài khoản chưa thay đổi gì; hãy giải phóng chỗ trên ổ đĩa rồi thử lại.",
    "memory": "Máy không đủ bộ nhớ cho việc này. Tài khoản chưa thay đổi gì; hãy thử lại sau.",
    "read_only": "Kho số liệu đang mở chỉ để xem: ổ đĩa hoặc thư mục không cho ghi. Tài khoản chưa thay đổi gì; hãy báo người quản trị hệ thống.",
    "unreachable": "Kho dùng chung không trả lời. Tài khoản chưa thay đổi gì; hãy thử lại sau ít phút.",
    "locked": "Kho dùng chung đang bận ghi quá lâu. Tài khoản chưa thay đổi gì; hãy thử lại sau ít phút.",
    "token_wrong": "Mã truy cập không đúng, đã hết hạn hoặc đã bị thu hồi.",
    "token_label": "Hãy ghi mã truy cập dùng để làm gì: từ 1 đến 80 ký tự.",
    "token_scope": "Không có quyền “{scope}” cho mã truy cập.",
    "token_days": "Mã truy cập phải có hạn từ hôm nay đến nhiều nhất {days} ngày nữa.",
    "token_owner": "Mã truy cập để nạp cần một tài khoản đang dùng và được cập nhật số liệu.",
    "token_no_factor": "Mã truy cập để nạp cần tài khoản đã bật mã xác thực; tài khoản “{name}” chưa bật.",
    "token_beyond": "Tài khoản “{name}” không phụ trách địa bàn {codes}.",
    "token_unknown": "Không có mã truy cập này, hoặc đã bị thu hồi.",
    "last_admin": "“{name}” là người quản trị duy nhất; hãy đặt một người quản trị khác trước.",
}

STORE = {
    "missing": "Chưa có kho số liệu tại {path}. Chạy lệnh “python -m data init” để tạo.",
    "locked": "Kho số liệu {path} đang được một chương trình khác mở. Hãy đóng chương trình đó (hoặc dừng "
    "bảng số liệu đang chạy) rồi thử lại; số liệu không bị ảnh hưởng.",
    "damaged": "Tệp {path} không đọc được như một kho số liệu: tệp hỏng hoặc là tệp khác. Hãy đổi tên tệp này để giữ "
    "lại, khôi phục bản sao lưu gần nhất vào chỗ đó, hoặc để trống để chương trình tạo kho mới.",
    "newer": "Kho số liệu {path} do một phiên bản mới hơn của chương trình ghi, phiên bản này không đọc được; số liệu không bị ảnh hưởng. "
    "Hãy chạy lại bằng phiên bản mới. Muốn ở lại phiên bản này thì khôi phục một bản sao lưu làm trước khi nâng cấp "
    "(“python -m data restore TỆP”; tệp {path}.before-upgrade là kho ngay trước lần nâng cấp); những lần cập nhật sau bản đó phải nạp lại.",
    "not_upgraded": "Kho số liệu {path} chưa chuyển được sang phiên bản này vì có dòng không hợp; kho vẫn nguyên như cũ. Hãy chạy tiếp bằng "
    "phiên bản trước đó, chạy “python -m data check” của phiên bản ấy để biết dòng nào, rồi báo cho người phụ trách chương trình.",
    "read_only": "Kho số liệu {path} đang mở chỉ để xem: ổ đĩa hoặc thư mục không cho ghi. Chưa ghi gì, số liệu đang có vẫn nguyên; hãy cấp "
    "quyền ghi cho tài khoản chạy chương trình (cả tệp và thư mục chứa tệp) rồi khởi động lại.",
    "read_only_old": "Kho số liệu {path} của phiên bản trước cần được chuyển sang phiên bản này, nhưng ổ đĩa hoặc thư mục không cho ghi. Hãy cấp "
    "quyền ghi cho tài khoản chạy chương trình rồi khởi động lại, hoặc xem tiếp bằng phiên bản trước.",
    "folder": "Không tạo được kho số liệu tại {path}: không tạo được thư mục, hoặc thư mục không cho ghi. Hãy tạo thư mục ấy và cấp quyền ghi "
    "cho tài khoản chạy chương trình, hoặc đặt biến DATA_URL tới chỗ ghi được, rồi tải lại trang.",
    "disk": "Không ghi được vào kho số liệu {path}: ổ đĩa đầy hoặc không cho ghi. Chưa ghi gì, số liệu đang có vẫn nguyên; "
    "hãy giải phóng chỗ trên ổ đĩa rồi thử lại.",
    "memory": "Việc này cần nhiều bộ nhớ hơn mức máy cho phép. Chưa ghi gì vào kho {path}; hãy chia tệp thành nhiều phần nhỏ hơn.",
    "past_disk": "Chưa dựng lại được kho số liệu {path} của ngày đã qua: ổ đĩa đầy hoặc không cho ghi. Số liệu hiện tại không bị ảnh hưởng; "
    "hãy giải phóng chỗ trên ổ đĩa rồi tải lại trang, hoặc bỏ “biet_den” khỏi liên kết để xem như hôm nay.",
    "past_memory": "Chưa dựng lại được kho số liệu {path} của ngày đã qua: máy không đủ bộ nhớ. Số liệu hiện tại không bị ảnh hưởng; hãy thử lại "
    "khi ít người xem hơn, hoặc bỏ “biet_den” khỏi liên kết để xem như hôm nay.",
    "past_locked": "Kho số liệu {path} đang được thay bằng một bản khác. Hãy tải lại trang sau ít giây.",
    "unsupported": "Biến DATA_URL có giá trị “{path}”, chưa được hỗ trợ. Hãy ghi đường dẫn tới một tệp .duckdb, hoặc "
    f"{SHARED_ADDRESS} của một kho dùng chung.",
    "unreachable": "Kho dùng chung {path} không trả lời: máy chủ PostgreSQL hoặc thư mục số liệu chưa sẵn sàng. Chưa ghi gì; số liệu đang xem là "
    "bản sao trên máy này. Hãy thử lại sau ít phút, nếu vẫn vậy thì báo người quản trị hệ thống.",
    REFUSED: "Kho dùng chung {path} trả lời nhưng không cho máy này vào. Chưa ghi gì. Hãy xem lại tên, mật khẩu, chứng thư, khóa trong các tệp mà PGSERVICEFILE, "
    "PGPASSFILE và AWS_SHARED_CREDENTIALS_FILE nêu, và pg_hba.conf ở máy PostgreSQL.",
    "no_files": "Chưa có kho dùng chung tại {path}. Để tạo, hãy đặt biến DATA_FILES là thư mục chung mà mọi máy cùng ghi được, hoặc s3://KHO/THƯ_MỤC.",
    "other_files": "Kho dùng chung {path} có thư mục số liệu khác với biến DATA_FILES. Hãy bỏ biến ấy hoặc ghi đúng thư mục đã dùng khi tạo.",
    "other_program": "Kho dùng chung {path} thuộc một phiên bản khác của chương trình; số liệu không bị ảnh hưởng. Hãy dừng mọi máy, cài cùng một "
    "phiên bản rồi chạy “python -m data upgrade” ở một máy.",
    "keys": "Kho dùng chung {path} để số liệu ở kho S3, nhưng chưa có khóa: biến AWS_SHARED_CREDENTIALS_FILE phải nêu một tệp chỉ tài khoản chạy chương trình "
    "đọc được (chmod 600), có mục [default] và các dòng aws_access_key_id, aws_secret_access_key, endpoint_url.",
    "extensions": "Thiếu phần mở rộng {path} của DuckDB để dùng kho chung. Hãy cài: pip install -r .requirements/shared.txt.",
}


def account_problem(code: str, **arguments: object) -> str:
    """The sentence for an AccountError."""
    return ACCOUNT[code].format(**arguments)


def store_problem(reason: str, path: str, detail: str = "") -> str:
    """The sentence for a StoreError; ``path`` is shown as configured. Of its ``detail`` only REFUSED makes a difference."""
    return STORE[detail if detail == REFUSED else reason].format(path=path)


def store_lost(upload_id: int) -> str:
    """Said when the store's file is older than the last write that was noted beside it."""
    return (
        f"Kho số liệu đang mở cũ hơn lần ghi cuối cùng đã biết: từng có đến lần cập nhật số {upload_id}. Có thể tệp kho đã bị thay bằng một "
        "bản cũ; hãy khôi phục bản sao lưu mới hơn, hoặc nạp lại các tệp của những lần còn thiếu."
    )


RESTORED = {
    "sessions": "Mọi phiên đăng nhập đã kết thúc: ai cũng đăng nhập lại.",
    "as_before": "Tài khoản và mã truy cập giữ như ngay trước khi khôi phục: mật khẩu đã đổi, tài khoản đã khóa, mã đã thu hồi vẫn như vậy.",
    "unknown": "Không biết tài khoản và mã truy cập nào đã đổi sau khi làm bản sao: hãy xem lại ở trang Tài khoản. "
    "Có {waiting} mã truy cập chờ người quản trị kích hoạt lại ở đó.",
    "blocked": "Bị khóa vì nhật ký cho thấy đã bị khóa, đổi quyền hoặc đổi mật khẩu sau khi làm bản sao: {names}. Người quản trị mở lại ở trang Tài khoản.",
    "record": "Nhật ký truy cập của bản sao đã được thêm vào; không dòng nào đang có bị mất.",
}


def restored(as_before: bool, waiting: int, blocked: Sequence[str]) -> list[str]:
    """What became of sign-ins, accounts, tokens and the record when a copy was put back."""
    codes = ["sessions", "as_before" if as_before else "unknown", *(["blocked"] if blocked else []), "record"]
    return [RESTORED[code].format(waiting=waiting, names=", ".join(blocked)) for code in codes]


UPLOAD_REJECTED = {
    "overtaken": "Trong lúc xem trước đã có người khác cập nhật số liệu. Chưa ghi gì; hãy xem lại thay đổi mới nhất rồi xác nhận.",
    "not_previewed": "Tệp, câu trả lời hoặc ô sửa được gửi khác với khi xem trước. Chưa ghi gì; hãy xem trước lại rồi xác nhận.",
    "not_ready": "Tệp còn lỗi phải sửa hoặc câu hỏi chưa trả lời. Chưa ghi gì.",
    "unticked": "Còn điểm bất thường chưa được đánh dấu là đã kiểm tra. Chưa ghi gì.",
    "unconfirmed": "Tệp có điểm bất thường cần giải trình: hãy ghi lý do. Chưa ghi gì.",
    "no_right": "Tài khoản này không có quyền với số liệu này. Chưa ghi gì.",
    "brought_by_wider": "Lần cập nhật này do {detail} đưa vào, là người được giao địa bàn rộng hơn bạn: nhờ người đó hoặc người quản trị "
    "thu hồi. Chưa thay đổi gì.",
    "no_reason": "Hãy ghi lý do thu hồi. Chưa thay đổi gì.",
    "reason_long": "Lý do dài quá 2.000 ký tự: hãy ghi ngắn lại. Chưa thay đổi gì.",
    "unknown": "Không có lần cập nhật này, hoặc đã được thu hồi trước đó.",
    "seed": "Lần cập nhật số 1 là số liệu của năm văn bản gốc, không thu hồi được.",
    "check": "Không ghi được vì kho sẽ có dòng sai: {detail}. Chưa thay đổi gì.",
    "read_only": "Kho số liệu đang mở chỉ để xem: ổ đĩa hoặc thư mục không cho ghi. Chưa thay đổi gì; hãy báo người quản trị hệ thống.",
    "disk": "Không ghi được vào kho: đĩa đầy hoặc không ghi được. Chưa thay đổi gì; hãy dọn đĩa rồi thử lại.",
    "memory": "Tệp lớn hơn mức bộ nhớ máy cho phép. Chưa thay đổi gì; hãy chia tệp thành nhiều phần nhỏ hơn.",
    "unreachable": "Kho dùng chung không trả lời. Chưa thấy thay đổi nào được ghi; tệp vẫn còn ở đây. Hãy thử lại sau ít phút và xem lịch sử cập nhật.",
    "locked": "Kho dùng chung đang bận ghi quá lâu. Chưa thay đổi gì; hãy thử lại sau ít phút.",
}


def upload_rejected(reason: str, detail: str = "") -> str:
    """The sentence for a commit or an undo that was not carried out."""
    return UPLOAD_REJECTED[reason].format(detail=detail)
