"""Of two files of one font the one with more letters is measured; a shape that a customer's font lacks has room."""

import shutil

from components.charts import font_files, text_metrics


def test_the_larger_file_of_a_name_is_taken_wherever_it_lies(tmp_path, monkeypatch):
    shipped = text_metrics.FOLDER / text_metrics.FILES[False]
    for folder, more in (("a", 0), ("b", 64), ("c", 0)):
        (tmp_path / folder).mkdir()
        shutil.copy(shipped, tmp_path / folder / "chu.ttf")
        with (tmp_path / folder / "chu.ttf").open("ab") as file:
            file.write(b"\0" * more)
    monkeypatch.setattr(font_files, "_FOLDERS", (str(tmp_path),))
    font_files._known.cache_clear()
    try:
        assert font_files.of("Arimo")[False] == tmp_path / "b" / "chu.ttf"
        text_metrics._advances.cache_clear()
        with text_metrics.measured_in("Arimo"):
            assert text_metrics.width("\u4e00", 10) >= 8.5 and text_metrics.width("ạ", 10) == text_metrics.width("a", 10)
    finally:
        font_files._known.cache_clear()
        text_metrics._advances.cache_clear()
        text_metrics._width.cache_clear()
