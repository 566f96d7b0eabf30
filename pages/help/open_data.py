"""Dữ liệu mở: lấy số liệu thẳng vào Excel, Power BI hay một chương trình bằng liên kết nào?"""

from components import open_data
from components.accounts import guards
from components.tiles import messages

guards.require_reading()
messages.headline(
    "Số liệu đi thẳng vào Excel, Power BI hay phần mềm khác",
    open_data.promise(),
)
choice = open_data.chooser()
open_data.addresses(choice)
open_data.how_to()
open_data.columns(choice)
