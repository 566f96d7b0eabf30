"""Dữ liệu mở: lấy số liệu thẳng vào Excel, Power BI hay một chương trình bằng liên kết nào?"""

from components import open_data
from components.accounts import guards
from components.tiles import messages
from data.vietnamese.dates import looking_back_to

guards.require_reading()
messages.headline(
    "Số liệu đi thẳng vào Excel, Power BI hay phần mềm khác",
    "Chọn bảng và phần cần lấy; liên kết bên dưới "
    + ("trả về số liệu như đã biết ngày ấy." if looking_back_to() else "luôn trả về số liệu mới nhất."),
)
choice = open_data.chooser()
open_data.addresses(choice)
open_data.how_to()
open_data.columns(choice)
