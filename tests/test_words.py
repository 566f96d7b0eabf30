"""Words of the screen: one spelling of each syllable, none of the expressions that readers stumbled over."""

import re
import subprocess

import pytest

from data.vietnamese.misprints import marked, misprints
from tests.navigation import ROOT

# tone marks on the first vowel where the syllable is open (xóa, khỏe, hủy), as official texts have it; 'quý' is another sound
OLD_SPELLING = re.compile(
    r"(?<=[^\W\d_])o[àáảãạèéẻẽẹ](?![^\W\d_])|(?<=[^\W\d_qQ])u[ỳýỷỹỵ](?![^\W\d_])|(?<=[^\W\d_])O[ÀÁẢÃẠ](?![^\W\d_])"
)
OLD_WORDS = [
    "Cần chú ý trước", "còn nợ", "Còn nợ", "Vị thế", "Mọi lần văn bản nêu", "Chỉ tiêu này đo gì", "Rút lại lần cập nhật",
    "Lý do những điều bất thường", "Bỏ tệp này", "Câu truy vấn", "Đã cũ\"", "phần chung",
]  # fmt: skip
AS_WRITTEN = (
    "data/seed/figures.csv",
    "data/seed/tasks.csv",
    "data/seed/task_states.csv",
    "data/seed/budgets.csv",
)  # as documents wrote it
NOT_OURS = (*AS_WRITTEN, "data/changelog.toml")  # also as it was called in its time
SHIPPED = [
    name
    for name in subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    if name.startswith(("app.py", "components/", "pages/", "data/", "queries/", "README.md"))
    and name.endswith((".py", ".js", ".css", ".toml", ".csv", ".sql", ".md"))
]


def text(name):
    """A shipped file, without the lines that explain how documents themselves spell."""
    return (ROOT / name).read_text(encoding="utf-8").replace("'Hoà'", "")


def test_there_are_texts_to_look_at():
    assert len(SHIPPED) > 150


@pytest.mark.parametrize("word", ["xoá", "khoá", "thoả", "minh hoạ", "HOẠ", "huỷ", "khoẻ"])
def test_an_old_spelling_would_be_found(word):
    assert OLD_SPELLING.search(word)


@pytest.mark.parametrize("word", ["xóa", "khóa", "hủy", "quý", "quỹ", "tài khoản", "hoàn thành", "Hòa", "toàn", "thuộc"])
def test_a_new_spelling_is_left_alone(word):
    assert not OLD_SPELLING.search(word)


def test_every_shipped_text_has_one_spelling():
    assert {name: wrong for name in SHIPPED if name not in AS_WRITTEN and (wrong := OLD_SPELLING.findall(text(name)))} == {}


def test_no_shipped_text_has_a_word_that_was_replaced():
    assert {
        name: wrong for name in SHIPPED if name not in NOT_OURS and (wrong := [word for word in OLD_WORDS if word in text(name)])
    } == {}


def test_a_misprint_of_a_document_keeps_its_words_and_is_marked_once():
    assert misprints() and marked("chưa đầu thầu thành công") == "chưa đầu thầu [đấu thầu] thành công"
    assert marked(marked("chưa đầu thầu thành công")) == marked("chưa đầu thầu thành công")
    assert marked("đang đấu thầu") == "đang đấu thầu"
