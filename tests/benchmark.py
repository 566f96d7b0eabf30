"""How fast it is, as ratios in one run; nothing here is asserted.

python -m tests.benchmark [--large FILE ...] [--without-browser]
"""

from __future__ import annotations

import argparse
import contextlib
import os
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

from data.store_location import build
from tests.websocket_client import WebsocketClient

ROOT = Path(__file__).parent.parent
PAGES = {
    "Tổng quan": ("", {"dia_ban": "42", "nam": 2022}),
    "Chỉ tiêu": ("chi-tieu", {"dia_ban": "42", "chi_tieu": "CQ.06"}),
    "So sánh các cấp": ("so-sanh-cac-cap", {"dia_ban": "42", "nam": 2022}),
    "Hướng dẫn": ("huong-dan", {}),
}
FIRST_TIMES = {  # views that nobody asked for before, each once
    "Tổng quan": [
        ("", {"dia_ban": "42", "nam": year, "cap": level})
        for year in (2023, 2025, 2030)
        for level in ("any", "all", "commune", "district")
    ],
    "Chỉ tiêu": [
        ("chi-tieu", {"dia_ban": "42", "chi_tieu": code})
        for code in ("CQ.01", "CQ.07", "HT.02", "CQ.03", "NL.02", "KT.10", "CQ.25", "HT.12")
    ],
    "So sánh các cấp": [("so-sanh-cac-cap", {"dia_ban": "42", "nam": year}) for year in (2023, 2025, 2030)],
}
EMPTY = """
import gc, duckdb, pandas, plotly, streamlit as st
@st.cache_resource
def settle():
    gc.collect(); gc.freeze()
settle()
st.html("<h1 class='say'>x</h1>")
"""
NAIVE = """
import duckdb, plotly.express as px, streamlit as st
st.set_page_config(layout="wide")
rows = duckdb.connect(PATH, read_only=True).execute("select * from target_vs_actual").df()
year = st.selectbox("Năm", [2022, 2023])
st.html(f"<h1 class='say'>Năm {year}</h1>")
shown = rows[(rows["unit_id"] == "42") & (rows["year"] == year)]
for column, (status, count) in zip(st.columns(6), shown["status"].value_counts().items()):
    column.metric(status, count)
for n, column in enumerate(st.columns(2) * 2):
    few = shown[shown["unit_of_measure"] == "%"].iloc[n * 8:(n + 1) * 8]
    column.plotly_chart(px.bar(few, x="indicator_name", y=["target_low", "actual"], barmode="group", title=f"Nhóm {n}"), key=f"c{n}")
st.dataframe(shown)
"""


def free_port() -> int:
    """A port that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def serving(script: Path, **environment: str) -> Iterator[tuple[int, subprocess.Popen]]:
    """A running Streamlit app: its port and its process."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", script.name, "--server.port", str(port), "--server.address", "127.0.0.1"],
        cwd=script.parent,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(600):
            try:
                urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).read()
                break
            except OSError:
                time.sleep(0.02)
        yield port, server
    finally:
        server.terminate()
        server.wait(timeout=30)


def script(folder: Path, name: str, text: str) -> Path:
    """An app of its own with the product's settings."""
    home = folder / name
    home.mkdir()
    shutil.copytree(ROOT / ".streamlit", home / ".streamlit")
    (home / "app.py").write_text(text, encoding="utf-8")
    return home / "app.py"


def median(measure: Callable[[], float], times: int = 30) -> float:
    """Median of several measurements."""
    return statistics.median(measure() for _ in range(times))


def say(what: str, ratio: float, aim: str) -> None:
    """One line of the report."""
    print(f"  {what:<58} {ratio:6.2f}   ({aim})", flush=True)


def reruns(port: int, empty: int) -> dict[str, tuple[float, float]]:
    """Per page the warm and the first-time rerun, as multiples of the empty page's, interleaved with it."""
    measured = {}
    for title, (page, choices) in PAGES.items():
        client, empty_client = WebsocketClient(port), WebsocketClient(empty)
        client.visit(page, **choices), empty_client.visit()
        pairs = [(client.visit(page, **choices), empty_client.visit()) for _ in range(40)]
        base = statistics.median(pair[1] for pair in pairs)
        first = [client.visit(p, **c) for p, c in FIRST_TIMES.get(title, [])]
        measured[title] = (
            statistics.median(pair[0] for pair in pairs) / base,
            statistics.median(first) / base if first else float("nan"),
        )
        client.close(), empty_client.close()
    return measured


def cold_start(app: Path, **environment: str) -> float:
    """Seconds from starting the process to the end of the first page's script."""
    started = time.perf_counter()
    with serving(app, **environment) as (port, _):
        WebsocketClient(port).visit()
        return time.perf_counter() - started


def memory(process: subprocess.Popen) -> float:
    """Resident memory of a process in MiB."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def browser_ratios(app: int, empty: int, naive: int) -> None:
    """First visit and change of year in Chromium."""
    from playwright.sync_api import sync_playwright

    quiet = """() => new Promise(done => { let last = performance.now();
        new MutationObserver(() => { last = performance.now(); }).observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
        const look = () => performance.now() - last > 400 ? done(last) : setTimeout(look, 20); look(); })"""
    with sync_playwright() as player:
        browser = player.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )

        def first_visit(port: int) -> float:
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{port}/", wait_until="commit")
            page.wait_for_selector("h1.say")
            settled = page.evaluate(quiet)
            context.close()
            return settled

        def change(port: int, years: tuple[str, str]) -> float:
            context = browser.new_context(viewport={"width": 1440, "height": 900})
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{port}/")
            page.wait_for_selector("h1.say")
            page.evaluate(quiet)
            taken = []
            for year in years * 4:
                page.get_by_label("Năm").first.click()
                option = page.get_by_role("option", name=year, exact=True)
                option.wait_for()
                page.wait_for_timeout(400)
                page.evaluate("() => { window.clicked = performance.now(); }")
                option.click()
                page.locator("h1.say", has_text=year).wait_for()
                taken.append(page.evaluate(quiet) - page.evaluate("window.clicked"))
            context.close()
            return statistics.median(taken[2:])

        first_visit(app), first_visit(empty), first_visit(naive)
        triples = [(first_visit(app), first_visit(empty), first_visit(naive)) for _ in range(7)]
        ours, bare, plain = (statistics.median(column) for column in zip(*triples, strict=True))
        say("first visit settled / empty page", ours / bare, "aim 2.5")
        say("naive page, first visit settled / empty page", plain / bare, "elsewhere 3.2")
        ours, plain = change(app, ("2023", "2022")), change(naive, ("2023", "2022"))
        say("change of year / the same on the naive page", ours / plain, "aim 0.33")
        browser.close()


def main() -> None:
    """Run everything and print ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--large", type=Path, action="append", default=[], help="a generated store, see tests/large_store.py")
    parser.add_argument("--without-browser", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        build(str(folder / "kho.duckdb"))
        build(str(folder / "khac.duckdb"))
        ours, empty = ROOT / "app.py", script(folder, "empty", EMPTY)
        naive = script(folder, "naive", NAIVE.replace("PATH", repr(str(folder / "khac.duckdb"))))
        url = {"DATA_URL": str(folder / "kho.duckdb")}

        print("Cold start: process to end of the first page, over an empty app")
        pairs = [(cold_start(ours, **url), cold_start(empty)) for _ in range(4)][1:]
        say("ours / empty", statistics.median(a for a, _ in pairs) / statistics.median(b for _, b in pairs), "no aim given")

        with serving(empty) as (bare, _), serving(ours, **url) as (port, process):
            WebsocketClient(port).visit()
            print("Server time of a rerun, over an empty page")
            shipped = reruns(port, bare)
            for title, (warm, first) in shipped.items():
                say(f"{title}, warm caches", warm, "aim 4")
                if first == first:
                    say(f"{title}, first time asked", first, "aim 8")
            held = memory(process)
            if not chosen.without_browser and shutil.which("chromium"):
                with serving(naive) as (plain, _):
                    print("In Chromium")
                    browser_ratios(port, bare, plain)
            for large in chosen.large:
                with serving(ours, DATA_URL=str(large.resolve())) as (big, its):
                    WebsocketClient(big).visit()
                    print(f"The store {large.name} over the shipped one")
                    for title, (warm, first) in reruns(big, bare).items():
                        say(f"{title}, warm caches", warm / shipped[title][0], "aim 1.5")
                        if first == first:
                            say(f"{title}, first time asked", first / shipped[title][1], "aim 1.5")
                    say("memory of the server", memory(its) / held, "aim 1.3 for 2 million facts")
    print(f"Highest memory of this benchmark itself: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
