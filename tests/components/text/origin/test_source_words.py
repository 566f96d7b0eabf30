"""Places stand in the order of the paper, and sentences about documents say no more than the rows."""

from types import SimpleNamespace

import pytest

from components.text.origin import source_words
from components.text.place_order import place_key

PLACES = (
    "Phần I.I", "Phần I.II.1.a", "Phần I.II.1.b", "Phần I.II.10.a", "Phần II.I", "Phần II.IX.2", "Phần II.X.1", "Phần XIV", "Phụ lục 1, mục 2",
    "Phụ lục 1, mục 10", "Phụ lục 1, dòng Tổng", "Phụ lục 2, mục 1", "Phụ lục 10, mục 1", None,
)  # fmt: skip


def test_places_stand_as_on_the_paper():
    assert sorted(reversed(PLACES), key=place_key) == list(PLACES)


def document(number, targets=0, results=0, **other):
    usual = {"in_force": targets + results, "tasks": 0, "states": 0, "cells": 0, "remarks": 0, "self_stated": 0}
    return SimpleNamespace(number=number, targets=targets, results=results, **{**usual, **other})


@pytest.mark.parametrize(
    "rows, sentence",
    [
        ([document("A", 2, 3), document("B", 9)], "Số liệu của tỉnh X đến từ 2 văn bản; nhiều nhất là B: 9 số"),
        ([document("A", 2, 3), document("B")], "Số liệu của tỉnh X đến từ một văn bản, A: 5 số"),
        ([document("B")], "Tỉnh X: 1 văn bản trong sổ, chưa văn bản nào cho số liệu"),
    ],
)
def test_the_headline_of_the_register(rows, sentence):
    assert source_words.headline(rows, "Tỉnh X") == sentence


def test_the_list_says_how_many_documents_the_headline_leaves_out():
    assert source_words.counted([document("A", 2), document("B"), document("C", 0, 1)]) == "3 văn bản, 1 văn bản không cho số nào"
    assert source_words.counted([document("A", 2), document("C", 0, 1)]) == "2 văn bản"
    assert source_words.counted([document("B")]) == "1 văn bản"


def test_the_headline_of_a_document_says_how_much_of_it_counts():
    lines = [SimpleNamespace()]
    assert source_words.document_headline(document("A", 2, 1), lines) == "A cho 3 số liệu, tất cả đang dùng"
    assert (
        source_words.document_headline(document("A", 2, 1, in_force=2, cells=1200), lines)
        == "A cho 3 số liệu, 2 số đang dùng; 1.200 ô kinh phí"
    )
    assert source_words.document_headline(document("A", tasks=4), lines) == "A: 4 nhiệm vụ"
    assert source_words.document_headline(document("A"), []) == "A: kho chưa ghi điều gì từ văn bản này"
