"""How fast it is, as ratios in one run; nothing here is asserted.

python -m tests.benchmark [--large FILE ... [--over FILE] [--only-large]] [--without-browser] [--turns N]

Each measurement of ours is taken in turn with one of its base, so that what else the machine does meets both. A line holds the median
of the ratios, the base's own median, the quarter of ratios below and above (spread; of fewer than four the least and the most), and the aim. Processor time is that of the server,
user and system, its children included; what is measured by the clock says so, and other work on the machine shows in it.
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
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.request import urlopen

from data.store_location import build
from tests.server_time import Visit, of_visit, processor_ms, settled
from tests.websocket_client import WebsocketClient

ROOT = Path(__file__).parent.parent
PAGES = {
    "Tổng quan": ("", {"dia_ban": "42", "nam": 2022}),
    "Chỉ tiêu": ("chi-tieu", {"dia_ban": "42", "chi_tieu": "CQ.06"}),
    "So sánh các cấp": ("so-sanh-cac-cap", {"dia_ban": "42", "nam": 2022}),
    "Hướng dẫn": ("huong-dan", {}),
}
MANY = tuple(PAGES)  # pages that are measured most closely; of the others the first view of FIRST_TIMES is asked again
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
    "So sánh địa bàn": [("so-sanh-dia-ban", {"dia_ban": "42", "so_voi": unit}) for unit in ("75", "440", "436")],
    "Xếp hạng": [("xep-hang", {"dia_ban": "42", "chi_tieu": code}) for code in ("CQ.01", "CQ.07", "HT.02", "CQ.03")],
    "Bảng đơn vị": [("bang-don-vi", {"dia_ban": "42", "nhom": group}) for group in ("CQ", "HT", "KT", "XH")],
    "Bản đồ ô": [("ban-do-o", {"dia_ban": "42", "chi_tieu": code}) for code in ("CQ.02", "CQ.08", "HT.01", "CQ.04")],
    "Hồ sơ đơn vị": [("ho-so-don-vi", {"dia_ban": "42", "don_vi": unit}) for unit in ("440", "436", "449", "18073")],
    "Điểm tổng hợp": [("diem-tong-hop", {"dia_ban": unit}) for unit in ("42", "75", "440")],
    "Nhiệm vụ": [("nhiem-vu", {"dia_ban": unit}) for unit in ("42", "75", "440")],
    "Kinh phí": [("kinh-phi", {"dia_ban": unit}) for unit in ("42", "75", "440")],
    "Vì sao chưa đạt": [("vi-sao", {"dia_ban": "42", "chi_tieu": code}) for code in ("HT.01", "DL.12", "CQ.06", "NL.03")],
    "Mâu thuẫn": [("mau-thuan", {"dia_ban": unit}) for unit in ("42", "75", "440")],
    "Nguồn số liệu": [("nguon-so-lieu", {"dia_ban": unit}) for unit in ("42", "75", "440")],
}
FIRST_VISITS = {
    "Tổng quan": "?dia_ban=42&nam=2022",
    "Chỉ tiêu": "chi-tieu?dia_ban=42&chi_tieu=CQ.06",
    "So sánh các cấp": "so-sanh-cac-cap?dia_ban=42&nam=2022",
}
EMPTY = """
import gc, duckdb, pandas, plotly, streamlit as st
@st.cache_resource
def settle():
    gc.collect(); gc.freeze()
settle()
st.html("<h1 class='say'>x</h1>")
"""
TEXTS = (
    EMPTY + "for number in range(20):\n    st.markdown(f'Dòng {number}')\n"
)  # Streamlit sends what it has every 5 ms: 1 element hits or misses that
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
def serving(script: Path, waiting: bool = True, **environment: str) -> Iterator[tuple[int, subprocess.Popen]]:
    """A Streamlit app that runs, or without ``waiting`` begins to: its port and its process."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", script.name, "--server.port", str(port), "--server.address", "127.0.0.1"],
        cwd=script.parent,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(600 if waiting else 0):
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


def say(what: str, ratios: Sequence[float], base: Sequence[float], unit: str, aim: str) -> None:
    """One line of the report: median ratio, the base's median, spread of the ratios, aim."""
    middle = statistics.median(ratios)
    low, high = (min(ratios), max(ratios)) if len(ratios) < 4 else (statistics.quantiles(ratios, n=4)[at] for at in (0, 2))
    print(
        f"  {what:<52} {middle:6.2f}   base {statistics.median(base):7.1f} {unit:<4} spread {low:.2f} to {high:.2f}   ({aim})",
        flush=True,
    )


def compared(what: str, pairs: Sequence[tuple[float, float]], unit: str, aim: str) -> None:
    """A line about pairs of ours and base."""
    say(what, [ours / base for ours, base in pairs], [base for _, base in pairs], unit, aim)


Server = tuple[int, subprocess.Popen]  # its port and its process


def reruns(
    ours: Server, *bases: Server, turns: int, same: bool = False
) -> Iterator[tuple[str, list[list[float]], list[list[float]]]]:
    """Page by page, as they are measured: its title, the warm and the first-time reruns in processor ms, each followed by those of the bases, in turn.

    ``turns``: warm ones of the pages of MANY, of the others a third; ``same``: the bases are asked for the same page, otherwise they have only one.
    """
    pages = {title: visits[0] for title, visits in FIRST_TIMES.items()} | PAGES
    for title, visit in pages.items():
        client, others = WebsocketClient(ours[0]), [WebsocketClient(port) for port, _ in bases]
        client.visit("huong-dan")
        for other in others:
            other.visit("huong-dan") if same else other.visit()

        def turn(visit: Visit, client=client, others=others) -> list[float]:
            asked = visit if same else ("", {})
            each = ((ours, client, visit), *((server, other, asked) for server, other in zip(bases, others, strict=True)))
            return [of_visit(reader, server[1], page, **choices) for server, reader, (page, choices) in each]

        first = [turn(of_first) for of_first in FIRST_TIMES.get(title, [])]
        client.visit(visit[0], **visit[1])
        warm = [turn(visit) for _ in range(turns if title in MANY else max(turns // 3, 3))]
        for each in (client, *others):
            each.close()
        yield title, warm, first


def cold_start(app: Path, **environment: str) -> tuple[float, float, float]:
    """Of a process from its start: ms to the first byte of the first document by the clock, its processor ms to there, and to the end of the
    first page's script."""
    started = time.perf_counter()
    with serving(app, waiting=False, **environment) as (port, server):
        while True:
            try:
                urlopen(f"http://127.0.0.1:{port}/", timeout=30).read(1)
                break
            except OSError:
                time.sleep(0.005)
        first, taken = time.perf_counter() - started, processor_ms(server)
        WebsocketClient(port).visit()
        return 1000 * first, taken, processor_ms(server)


def together(server: Server, visits: Sequence[Visit], sessions: int = 60, pause: float = 4.0) -> tuple[float, float]:
    """So many sessions at once, each of them three pages with pauses between: the 95th percentile in ms of what a page takes by the clock, and
    the server's processor ms for a page."""
    port, process = server
    took: list[float] = []
    before = processor_ms(process)

    def visitor(number: int) -> None:
        client = WebsocketClient(port, patience=60)
        for turn in range(3):
            time.sleep(pause * ((7 * number + 3 * turn) % sessions) / sessions)
            page, choices = visits[(number + turn) % len(visits)]
            took.append(1000 * client.visit(page, **choices))
        client.close()

    people = [threading.Thread(target=visitor, args=(number,)) for number in range(sessions)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    return statistics.quantiles(took, n=20)[18], (processor_ms(process) - before) / len(took)


def memory(process: subprocess.Popen) -> float:
    """Resident memory of a process in MiB."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def browser_ratios(app: int, empty: int, naive: int, turns: int) -> None:
    """First visit and change of year in Chromium."""
    from playwright.sync_api import Browser, sync_playwright

    quiet = """() => new Promise(done => { let last = performance.now();
        new MutationObserver(() => { last = performance.now(); }).observe(document.body, {subtree: true, childList: true, attributes: true, characterData: true});
        const look = () => performance.now() - last > 400 ? done(last) : setTimeout(look, 20); look(); })"""
    moved = """window.moved = 0; new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.moved += entry.value; }).observe({type: 'layout-shift', buffered: true})"""

    def first_visit(browser: Browser, port: int, address: str) -> tuple[float, float, float, float]:
        """Until nothing changes any more (ms), the main thread's work (ms), what came over the wire (MB), how far things jumped."""
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        page = context.new_page()
        page.add_init_script(moved)
        wire, session = [0.0], context.new_cdp_session(page)
        session.send("Network.enable"), session.send("Performance.enable")
        session.on("Network.loadingFinished", lambda event: wire.append(event["encodedDataLength"]))
        session.on("Network.webSocketFrameReceived", lambda event: wire.append(len(event["response"]["payloadData"]) * 3 / 4))
        page.goto(f"http://127.0.0.1:{port}/{address}", wait_until="commit")
        page.wait_for_selector("h1.say")
        settled = page.evaluate(quiet)
        work = {entry["name"]: entry["value"] for entry in session.send("Performance.getMetrics")["metrics"]}["TaskDuration"]
        shifts = page.evaluate("window.moved")
        context.close()
        return settled, 1000 * work, sum(wire) / 1e6, shifts

    def change(browser: Browser, port: int, years: tuple[str, str]) -> list[float]:
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
        return taken[2:]

    with sync_playwright() as player:
        browser = player.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        for title, address in FIRST_VISITS.items():
            first_visit(browser, app, address), first_visit(browser, empty, ""), first_visit(browser, naive, "")
            visits = [
                (first_visit(browser, app, address), first_visit(browser, empty, ""), first_visit(browser, naive, ""))
                for _ in range(turns)
            ]
            compared(f"{title}, first visit settled / empty page", [(a[0], b[0]) for a, b, _ in visits], "ms", "aim 1.5")
            compared(f"{title}, main thread's own time / empty page", [(a[1], b[1]) for a, b, _ in visits], "ms", "no aim given")
            compared(f"{title}, over the wire / empty page", [(a[2], b[2]) for a, b, _ in visits], "MB", "aim 2.5 MB")
            wire, jump = (statistics.median(a[column] for a, _, _ in visits) for column in (2, 3))
            print(f"  {title}: {wire:.2f} MB over the wire (aim 2.5), layout shift {jump:.3f} (aim 0.1)", flush=True)
        compared("naive page, first visit settled / empty page", [(c[0], b[0]) for _, b, c in visits], "ms", "elsewhere 3.2")
        pairs = list(zip(change(browser, app, ("2023", "2022")), change(browser, naive, ("2023", "2022")), strict=True))
        compared("change of year / the same on the naive page", pairs, "ms", "aim 0.33")
        browser.close()


def compare_large(large: Path, over: Path, turns: int) -> None:
    """Each page of a large store over the same page of another one, taken in turn, and the memory of both servers."""
    ours = ROOT / "app.py"
    with (
        serving(ours, DATA_URL=str(large.resolve())) as big,
        serving(ours, DATA_URL=str(over.resolve())) as small,
    ):
        for port, process in (big, small):
            WebsocketClient(port).visit()
            settled(process, patience=60)
        print(f"The store {large.name} over {over.name}, freshly opened, taken in turn, processor time", flush=True)
        for title, warm, first in reruns(big, small, turns=turns, same=True):
            compared(f"{title}, warm caches", [(turn[0], turn[1]) for turn in warm], "ms", "aim 1.5")
            if first:
                compared(f"{title}, first time asked", [(turn[0], turn[1]) for turn in first], "ms", "aim 1.5")
        of_small = memory(small[1])
        say("memory of the server", [memory(big[1]) / of_small] * 2, [of_small] * 2, "MiB", "aim 1.3 for 2 million facts")


def starts(ours: Path, empty: Path, url: dict[str, str], turns: int) -> None:
    """The start of the process, over an empty app."""
    print("Start of the process, over an empty app", flush=True)
    taken = [(cold_start(ours, **url), cold_start(empty)) for _ in range(turns + 1)][1:]
    for at, what, aim in (
        (0, "first byte of the first document, by the clock", "aim 1"),
        (1, "first byte of the first document, processor time", "aim 1"),
        (2, "end of the first page's script, processor time", "no aim given"),
    ):
        compared(what, [(a[at], b[at]) for a, b in taken], "ms", aim)


def pages(ours: Server, full: Server, bare: Server, turns: int) -> None:
    """What each page asks of the server, over an empty page, and its memory."""
    print("Processor time of a page on the server, over an empty page with 20 texts and over one with 1", flush=True)
    for title, warm, first in reruns(ours, full, bare, turns=turns):
        for name, taken, aim in (("warm caches", warm, "aim 4"), ("first time asked", first, "aim 3")):
            if taken:
                compared(f"{title}, {name} / 20 texts", [(turn[0], turn[1]) for turn in taken], "ms", aim)
                compared(f"{title}, {name} / 1 text", [(turn[0], turn[2]) for turn in taken], "ms", "no aim given")


def crowds(ours: Server, full: Server, turns: int) -> None:
    """Sixty sessions at once, over sixty at an empty page with 20 texts: by the clock, and in memory."""
    print("Sixty sessions at once, over sixty at an empty page with 20 texts", flush=True)
    before = [memory(process) for _, process in (ours, full)]
    pairs = [(together(ours, list(PAGES.values())), together(full, [("", {})])) for _ in range(max(turns // 2, 3))]
    compared("a page, processor time", [(a[1], b[1]) for a, b in pairs], "ms", "aim 4, as warm")
    compared("95th percentile of a page, by the clock", [(a[0], b[0]) for a, b in pairs], "ms", "105 ms when it was called good")
    grown = [max(memory(process) - at, 0.1) for (_, process), at in zip((ours, full), before, strict=True)]
    print(
        f"  memory: {before[0]:.0f} MiB before, {grown[0] / 60:.2f} MiB a session; the empty page {before[1]:.0f} and {grown[1] / 60:.2f}"
    )
    compared("memory of the server / the empty app", [(before[0], before[1])] * 2, "MiB", "no aim given")


def main() -> None:
    """Run everything and print ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--large", type=Path, action="append", default=[], help="a generated store, see tests/large_store.py")
    parser.add_argument("--over", type=Path, help="the store that a large one is compared with; the shipped one unless given")
    parser.add_argument("--only-large", action="store_true", help="nothing but the large stores")
    parser.add_argument("--without-browser", action="store_true")
    parser.add_argument("--turns", type=int, default=30, help="warm visits of a page; of what takes seconds a sixth of them")
    chosen = parser.parse_args()
    if chosen.only_large:
        with tempfile.TemporaryDirectory() as temporary:
            over = chosen.over or Path(temporary) / "kho.duckdb"
            chosen.over or build(str(over))
            for large in chosen.large:
                compare_large(large, over, chosen.turns)
        return
    few = max(chosen.turns // 6, 2)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        build(str(folder / "kho.duckdb"))
        build(str(folder / "khac.duckdb"))
        build(str(folder / "nho.duckdb"))
        ours, empty = ROOT / "app.py", script(folder, "empty", EMPTY)
        naive = script(folder, "naive", NAIVE.replace("PATH", repr(str(folder / "khac.duckdb"))))
        url = {"DATA_URL": str(folder / "kho.duckdb")}

        starts(ours, empty, url, few)
        texts = script(folder, "texts", TEXTS)
        with serving(empty) as bare, serving(texts) as full, serving(ours, **url) as served:
            for port, process in (bare, full, served):
                WebsocketClient(port).visit()
                settled(process, patience=60)
            pages(served, full, bare, chosen.turns)
            crowds(served, full, few)
            if not chosen.without_browser and shutil.which("chromium"):
                with serving(naive) as plain:
                    print("In Chromium, by the clock where it does not say otherwise", flush=True)
                    browser_ratios(served[0], bare[0], plain[0], few)
        for large in chosen.large:
            compare_large(large, chosen.over or folder / "nho.duckdb", chosen.turns)
    print(f"Highest memory of this benchmark itself: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
