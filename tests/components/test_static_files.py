"""Streamlit's files and the first document as a browser gets them."""

import asyncio
import gzip
import re
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli
import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import FileResponse, PlainTextResponse
from starlette.routing import Route

from components.page import first_document
from components.page.static_files import NEEDED, CompressedFiles, StaticFiles
from components.streamlit_private import static_folder

SHELL = """<html lang="en"><head><link rel="preload" href="./static/media/S.woff2" as="font" crossorigin /><title>Streamlit</title>
<script type="module" src="./static/js/index.a1.js"></script><link rel="modulepreload" href="./static/js/Shared.b2.js">
<link rel="stylesheet" href="./static/css/index.c3.css"></head><body><noscript>You need</noscript><div id="root"></div></body></html>"""
FILES = {
    "js/index.a1.js": 'import"./Shared.b2.js";' + "a" * 5000,
    "js/Shared.b2.js": "export const shared = 1;" * 100,
    "js/Html.d4.js": 'import{x}from"./Deeper.e5.js";import("./Later.f6.js")',
    "js/Deeper.e5.js": 'import"./Shared.b2.js";import"./Html.d4.js"',
    "js/Later.f6.js": "later",
    "css/index.c3.css": "p {color:red}" * 100,
    "media/S.woff2": "letters",
}


@pytest.fixture
def folder(tmp_path):
    """A folder like Streamlit's, small."""
    home = tmp_path / "streamlit"
    for name, text in FILES.items():
        (home / "static" / name).parent.mkdir(parents=True, exist_ok=True)
        (home / "static" / name).write_text(text, encoding="utf-8")
    (home / "index.html").write_text(SHELL, encoding="utf-8")
    return home


def answers(folder, kept_in, *asked):
    """The answers to (path, headers), one after the other, once everything is compressed."""

    async def shell(request):
        return FileResponse(folder / "index.html", headers={"Cache-Control": "no-cache"})

    async def other(request):
        return PlainTextResponse("của máy chủ")

    app = Starlette(
        routes=[Route("/bang/", shell), Route("/bang/chi-tieu", shell), Route("/bang/{rest:path}", other)],
        middleware=[Middleware(StaticFiles, folder=folder, base="/bang", kept_in=kept_in)],
    )

    async def ask():
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://bang.example") as client:
            found = [await client.get(asked[0][0], headers=asked[0][1])]  # the first request builds the middleware
            for thread in threading.enumerate():
                if thread.name == "compress-static":
                    await asyncio.to_thread(thread.join)
            return [*found, *[await client.get(path, headers=headers) for path, headers in asked[1:]]]

    with ThreadPoolExecutor(1) as thread:  # of its own: a browser test before this one leaves a running loop in the main thread
        return thread.submit(lambda: asyncio.run(ask())).result()[1:]


HTML = {"Accept": "text/html,*/*", "Accept-Encoding": "gzip"}
READY = ("/bang/x", {})


@pytest.mark.parametrize(
    "accepted, encoding", [("gzip, deflate, br, zstd", "br"), ("gzip, deflate", "gzip"), ("br;q=0, gzip", "gzip")]
)
def test_a_script_is_sent_in_the_smallest_form_that_the_browser_takes_and_may_be_kept(folder, tmp_path, accepted, encoding):
    (answer,) = answers(folder, tmp_path / "kept", READY, ("/bang/static/js/index.a1.js", {"Accept-Encoding": accepted}))
    assert answer.headers["Content-Encoding"] == encoding and answer.headers["Vary"] == "Accept-Encoding"
    assert "immutable" in answer.headers["Cache-Control"] and answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.text == FILES["js/index.a1.js"] and int(answer.headers["Content-Length"]) < 1000


@pytest.mark.parametrize(
    "path, accepted", [("js/index.a1.js", "identity"), ("js/index.a1.js", ""), ("js/unknown.js", "br"), ("../index.html", "br")]
)
def test_what_is_not_kept_in_that_form_is_left_to_the_server(folder, tmp_path, path, accepted):
    (answer,) = answers(folder, tmp_path / "kept", READY, (f"/bang/static/{path}", {"Accept-Encoding": accepted}))
    assert answer.text == "của máy chủ"


def test_a_font_is_sent_as_it_is(folder, tmp_path):
    (answer,) = answers(folder, tmp_path / "kept", READY, ("/bang/static/media/S.woff2", {"Accept-Encoding": "br"}))
    assert (
        answer.text == "letters" and answer.headers["Content-Type"] == "font/woff2" and "Content-Encoding" not in answer.headers
    )


def test_a_later_start_finds_what_was_compressed_and_compresses_nothing(folder, tmp_path, monkeypatch):
    first = CompressedFiles(folder / "static", tmp_path / "kept")
    first.compress(["js/index.a1.js"])
    assert gzip.decompress((tmp_path / "kept" / "js-index.a1.js.gzip").read_bytes()).decode() == FILES["js/index.a1.js"]
    assert brotli.decompress((tmp_path / "kept" / "css-index.c3.css.br").read_bytes()).decode() == FILES["css/index.c3.css"]
    monkeypatch.setattr(CompressedFiles, "_made", None)
    later = CompressedFiles(folder / "static", tmp_path / "kept")
    later.compress([])
    assert later.answer("js/index.a1.js", "br").body == first.answer("js/index.a1.js", "br").body


def test_where_the_folder_cannot_be_written_the_files_stay_in_memory(folder, tmp_path):
    (tmp_path / "kept").write_text("no folder")
    files = CompressedFiles(folder / "static", tmp_path / "kept")
    files.compress([])
    assert files.answer("js/index.a1.js", "gzip").headers["Content-Encoding"] == "gzip"


def test_a_script_brings_along_what_it_loads_before_it_runs_and_nothing_that_comes_later(folder):
    found = CompressedFiles(folder / "static", None).imported(["Html", "Nothing"])
    assert found == ["js/Html.d4.js", "js/Deeper.e5.js", "js/Shared.b2.js"]


@pytest.mark.parametrize("path", ["/bang/", "/bang/chi-tieu"])
def test_the_first_document_is_ours_and_the_browsers_copy_of_it_is_known(folder, tmp_path, path):
    (answer,) = answers(folder, tmp_path / "kept", READY, (path, HTML))
    assert answer.headers["Cache-Control"] == "no-cache" and "last-modified" not in answer.headers
    assert '<html lang="vi">' in answer.text and first_document.style() in answer.text
    mark = answer.headers["ETag"]
    same, other = answers(
        folder, tmp_path / "kept", READY, (path, {**HTML, "If-None-Match": mark}), (path, {**HTML, "If-None-Match": '"x"'})
    )
    assert (same.status_code, same.content) == (304, b"") and (other.status_code, other.text) == (200, answer.text)


def test_an_answer_that_is_no_document_of_streamlit_is_passed_on(folder, tmp_path):
    (answer,) = answers(folder, tmp_path / "kept", READY, ("/bang/api", HTML))
    assert answer.text == "của máy chủ"


def test_the_first_document_names_the_scripts_it_does_not_name_yet_and_speaks_vietnamese():
    document = first_document.first_document(SHELL, ["js/Html.d4.js", "js/Shared.b2.js"])
    assert re.findall(r'modulepreload[^>]*static/js/([\w.]+)"', document) == ["Shared.b2.js", "Html.d4.js"]
    assert 'as="font"' not in document and "You need" not in document and "<title>Chỉ tiêu chuyển đổi số</title>" in document
    assert document.index("<style>") > document.index('id="root"') and document.rstrip().endswith("</body></html>")


def test_every_style_sheet_and_script_of_a_page_stands_in_it():
    folder = Path(first_document.__file__).parent.parent
    sheets = [path for room in ("tiles", "filters", "accounts") for path in (folder / room).rglob("*.css")]
    assert len(sheets) > 15
    assert [path.name for path in sheets if path.read_text(encoding="utf-8") not in first_document.style()] == []
    scripts = [
        folder / "page" / "presentation_mode.js",
        folder / "tiles" / "origin" / "source_card.js",
        folder / "charts" / "images.js",
    ]
    assert [path.name for path in scripts if path.read_text(encoding="utf-8") not in first_document.script()] == []
    assert not re.search("</(script|style)", first_document.script() + first_document.style(), re.I)


def test_streamlits_own_document_is_one_that_can_be_made_ours():
    shell = (static_folder() / "index.html").read_text(encoding="utf-8")
    files = CompressedFiles(static_folder() / "static", None)
    needed = files.imported(NEEDED)
    assert {name.split("/")[1].split(".")[0] for name in needed} >= set(NEEDED)
    document = first_document.first_document(shell, needed)
    assert 'lang="vi"' in document and first_document.script() in document and "enable JavaScript" not in document
    assert all(f"./static/{name}" in document for name in needed) and 'as="font"' not in document
