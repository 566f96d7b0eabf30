"""Đăng nhập: tôi là ai ở đây, được làm gì, và đổi mật khẩu thế nào?"""

from components.accounts import guards, own_account, sign_in_form

person = guards.person()
if person is None:
    sign_in_form.form("Cần tài khoản để cập nhật số liệu và để quản trị.")
else:
    sign_in_form.go_on_after_signing_in(person)
    own_account.own_account(person, sign_in_form.described(person))
