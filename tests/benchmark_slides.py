"""How fast decks are made, as ratios in one run; nothing here is asserted.

python -m tests.benchmark_slides
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from functools import cache

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

from components.slides.content import kinds
from components.slides.content.context import SlideContext
from components.slides.flat import html_file, pdf_file
from components.slides.pptx import pptx_file
from components.slides.slide import Slide
from data.seed import load_seed
from queries import reads
from queries.store import Store
from tests.benchmark import compared

PLACE = {"province_code": "42", "unit_id": "42"}


def thirty(context: SlideContext, store: Store) -> list[Slide]:
    """Thirty slides with one chart each: indicators that have numbers at one level."""
    slides: list[Slide] = []
    for row in reads.indicator_list(store, **PLACE):
        made = kinds.make(context, "indicator", {"dia_ban": "42", "chi_tieu": row.indicator_id})
        slides += [slide for slide in made if len(slide.plots) == 1]
        if len(slides) == 30:
            return slides
    raise AssertionError("fewer than thirty charts in the store")


def plain(slides: list[Slide]) -> bytes:
    """The same number of charts with as many slots, as python-pptx writes them: no title, no label, no look, no notes."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(540)
    for slide in slides:
        slots = slide.plots[0].slots
        data = CategoryChartData()
        data.categories = [slot.name for slot in slots]
        data.add_series("Mục tiêu", [slot.height("target") for slot in slots])
        data.add_series("Kết quả", [slot.height("result", "estimate") for slot in slots])
        page = deck.slides.add_slide(deck.slide_layouts[6])
        page.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Pt(40), Pt(120), Pt(880), Pt(360), data)
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one piece of work."""
    started = time.process_time()
    work()
    return time.process_time() - started


def asked(store: Store) -> SlideContext:
    """Where slides are made from a store that nobody has asked yet: each question is asked once, as on the pages."""
    answers = cache(lambda read, **params: read(store, **params))
    return SlideContext(answers, "http://127.0.0.1/", store.data_version())


def main() -> None:
    """Print the ratios: median of pairs, measured in turn."""
    store = Store.create()
    load_seed(store)
    slides = thirty(asked(store), store)
    works = {
        "deck of 30 slides from Slide objects / 30 plain charts": lambda: pptx_file.deck(slides, "Thử"),
        "asking the store and the deck / 30 plain charts": lambda: pptx_file.deck(thirty(asked(store), store), "Thử"),
        "PDF of the same / 30 plain charts": lambda: pdf_file.pdf(slides, "Thử"),
        "HTML of the same / 30 plain charts": lambda: html_file.html(slides, "Thử"),
    }
    plain(slides)
    print("Decks of 30 slides over 30 plain charts, processor time", flush=True)
    for name, work in works.items():
        work()
        pairs = [(1000 * seconds(work), 1000 * seconds(lambda: plain(slides))) for _ in range(5)]
        compared(name, pairs, "ms", "aim 2" if name.startswith("deck") else "no aim given")
    print(f"  sizes in kB: ours {len(pptx_file.deck(slides, 'Thử')) // 1024}, plain {len(plain(slides)) // 1024}")


if __name__ == "__main__":
    main()
