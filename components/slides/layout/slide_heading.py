"""What heads a slide: its message as the title, and above it, small, what it is about, who, unit and when.

Decks made before 1.6.0 have it the other way: what and who are the title, the message is a text below (``Page.apart``).
"""

from __future__ import annotations

from components.charts import text_metrics
from components.charts.model import Line, Run
from components.charts.shapes import Box, Words
from components.slides.layout.slide_page import Page
from components.slides.slide import COVER, Slide
from components.theme import ACCENT, INK, MUTED

_ROOM = 0.97  # of a box's width, for programs that set letters a little wider
_BELOW = 14.0  # letters of who and when below an old title


AGENCY, DAY = "ct-agency", "ct-day"  # lines of a cover that only our own master has room for


def title(slide: Slide, page: Page) -> Words:
    """The text of the title placeholder: the message; what the slide is about where it has none, and on a cover."""
    if page.apart and slide.kind != COVER:
        return _apart(slide, page)
    head = ((Run(heading(slide), INK, bold=True),),)
    size = text_metrics.fitted(head, page.title.w * _ROOM, page.title.h, page.title_size, 12)
    return Words("ct-title", page.title, head, size, anchor="bottom" if page.own_title else "top")


def heading(slide: Slide) -> str:
    """The words of the title placeholder."""
    return slide.what if slide.kind == COVER else slide.message or slide.what


def texts(slide: Slide, page: Page) -> tuple[Words, ...]:
    """What stands beside the title: the topic above it; in an old deck the message below it; on a cover who and when."""
    if slide.kind == COVER:
        return (under_cover(slide, Box(page.area.x, page.area.y + 12, page.area.w, 90)),)
    if page.apart:
        return _message(slide, page)
    line = _topic(slide)
    box = page.topic or Box(page.area.x, page.area.y, page.area.w, 0)
    wide = box.w - (150 * len(slide.marks) if page.topic else 0)
    size = 12.0
    line = text_metrics.cut(line, wide * _ROOM, size, 2)
    high = text_metrics.height((line,), wide * _ROOM, size) + 2
    y = box.y + box.h - high if page.topic else box.y
    return (Words("ct-topic", Box(box.x, y, wide, high), (line,), size, anchor="bottom" if page.topic else "top"),)


def under_cover(slide: Slide, box: Box) -> Words:
    """Who and when of a cover that has no place of its own for them."""
    lines = tuple((Run(line),) for line in (slide.who, slide.message) if line)
    return Words("ct-subtitle", box, lines, text_metrics.fitted(lines, box.w * _ROOM, box.h, 18, 12))


def around_cover(slide: Slide, page: Page) -> tuple[Words, ...]:
    """Whose report it is and place and day, on the shipped cover; the room left of the name is the emblem's."""
    if page.own_title:
        return ()
    whose = ((Run(slide.who.split(" · ")[0].upper(), MUTED, bold=True),),)
    day = ((Run(slide.note, MUTED),),) if slide.note else ()
    return (
        Words(AGENCY, Box(150, 48, 730, 22), whose, 15),
        *((Words(DAY, Box(80, 440, 800, 22), day, 14),) if day else ()),
    )


def below(slide: Slide, page: Page) -> float:
    """Where the body of a slide begins."""
    placed = texts(slide, page)
    if not placed or (page.topic and not page.apart):
        return page.area.y
    return placed[-1].box.y + placed[-1].box.h + 6


def _topic(slide: Slide) -> Line:
    what = (Run(slide.what, MUTED, bold=True),) if slide.message else ()
    who = f"{' · ' if what else ''}{slide.who}" if slide.who else ""
    return (*what, Run(who, MUTED)) if who or not what else what


def _apart(slide: Slide, page: Page) -> Words:
    who = ((Run(slide.who, MUTED),),) if slide.who else ()
    head = ((Run(slide.what, INK, bold=True),),)
    room = page.title.h - (_BELOW * text_metrics.LEADING if who else 0)
    size = text_metrics.fitted(head, page.title.w * _ROOM, room, page.title_size, 13)
    return Words("ct-title", page.title, head + who, size, anchor="bottom")


def _message(slide: Slide, page: Page) -> tuple[Words, ...]:
    if not slide.message:
        return ()
    area, text = page.area, ((Run(slide.message, ACCENT, bold=True),),)
    size = text_metrics.fitted(text, area.w * _ROOM, 44, 17, 11)
    high = text_metrics.height(text, area.w * _ROOM, size) + 4
    return (Words("ct-message", Box(area.x, area.y, area.w, high), text, size),)
