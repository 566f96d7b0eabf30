"""What the notes beside the code say of words and columns is what the program takes."""

import re

from data.ingest.table.forms import WORDS, forms
from data.seed import FOLDER
from data.vietnamese.terms import LEVEL_WORDS

INGEST = (FOLDER.parent / "ingest" / "README.md").read_text(encoding="utf-8")


def test_the_note_on_uploads_lists_every_word_that_a_column_takes():
    table = dict(re.findall(r"^\| `(\w+)` \| ([^|]+) \|$", INGEST, re.M))
    listed = {header: dict(re.findall(r"([^,(]+?) \((\w+)\)", line)) for header, line in table.items() if header != "cac_cap"}
    listed = {header: {word.strip(): meaning for word, meaning in words.items()} for header, words in listed.items()}
    assert listed == {header: words for header, words in WORDS.items() if header in listed} and listed["cap"] == LEVEL_WORDS
    assert set(listed) == {header for header, words in WORDS.items() if any(word != means for word, means in words.items())}


def test_the_note_on_uploads_names_every_column_that_figures_need():
    named = set(re.findall(r"\w+", INGEST.split("Figures: ")[1].split("\n\n")[0]))
    assert set(forms()["figures"].needed) <= named


def test_the_seed_files_have_the_mark_and_the_line_ends_that_the_note_says():
    assert "byte order mark (BOM)" in INGEST and "CR LF" in INGEST
    for path in sorted(FOLDER.glob("*.csv")):
        data = path.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf"), path.name
        assert data.endswith(b"\r\n") and data.count(b"\n") == data.count(b"\r\n"), path.name
