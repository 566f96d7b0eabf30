"""Đăng nhập: tôi là ai ở đây, được làm gì, và đổi mật khẩu thế nào?"""

from components import access, sign_in

known = access.person()
if known is None:
    sign_in.form("Cần tài khoản để cập nhật số liệu và để quản trị.")
else:
    sign_in.go_on_after_signing_in()
    sign_in.own_account(known)
