"""Opening presentations that somebody handed in, within limits that keep the server safe."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from lxml import etree
from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.presentation import Presentation as Deck

from components.slides.pptx.errors import BadDeck
from components.slides.pptx.pptx_adapter import RT, PackURI, element, qn, slide_list
from components.text.formats import number

MIB = 1024 * 1024
MAX_FILE, MAX_UNPACKED, MAX_XML, MAX_PARTS, MAX_SLIDES = 20 * MIB, 200 * MIB, 40 * MIB, 4000, 200
_MAIN = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_TEMPLATE = b"application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"


class Names:
    """Names for new parts of a deck, counted on from those that are there; python-pptx walks the whole deck for each."""

    def __init__(self, deck: Deck) -> None:
        self._taken = [str(part.partname) for part in deck.part.package.iter_parts()]
        self._last: dict[str, int] = {}

    def next(self, template: str) -> PackURI:
        """A free name; ``template`` is python-pptx's, with %d for the number."""
        if template not in self._last:
            form = re.compile(re.escape(template).replace("%d", r"(\d+)"))
            self._last[template] = max((int(match[1]) for name in self._taken if (match := form.fullmatch(name))), default=0)
        self._last[template] += 1
        return PackURI(template % self._last[template])


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Whatever a damaged presentation makes its readers raise becomes a BadDeck."""
    try:
        yield
    except (PythonPptxError, etree.LxmlError, zipfile.BadZipFile, zlib.error, OSError, EOFError) as error:
        raise BadDeck(_unreadable(name)) from error
    except (LookupError, ValueError, AttributeError, TypeError, NotImplementedError, RuntimeError, AssertionError) as error:
        raise BadDeck(_unreadable(name)) from error  # what python-pptx raises for parts that are missing or of the wrong kind


def opened(blob: bytes, name: str) -> Deck:
    """The presentation in ``blob``. Raises BadDeck for anything else, and for one that is too large."""
    with reading(name):
        deck = Presentation(io.BytesIO(_checked(blob, name)))
        _without_orphans(deck)
        count, wide, high = len(slide_list(deck)), deck.slide_width, deck.slide_height
    if not wide or not high:
        raise BadDeck(f"Tệp “{name}” không nói khổ trang chiếu. Mở bằng PowerPoint và lưu lại dạng .pptx.")
    if count > MAX_SLIDES:
        raise BadDeck(f"Tệp “{name}” có {count} trang chiếu; nhiều nhất là {MAX_SLIDES}. Tách tệp ra rồi thử lại.")
    return deck


def _without_orphans(deck: Deck) -> None:
    """Let go of slides that were taken out of the list only; they would be saved under the name of a slide that stayed.

    One that a slide still links to stays in the package, under a name that no listed slide can have.
    """
    root = deck.part
    listed = {entry.rId for entry in slide_list(deck)}
    gone = {
        key: relation.target_part for key, relation in root.rels.items() if relation.reltype == RT.SLIDE and key not in listed
    }
    if not gone:
        return
    for shown in element(root).xpath("./p:custShowLst/p:custShow/p:sldLst/p:sld"):
        if shown.get(qn("r:id")) in gone:
            shown.getparent().remove(shown)
    for key in gone:
        root.rels.pop(key)
    for index, part in enumerate(gone.values(), start=MAX_SLIDES + 1):
        if part not in {root.related_part(key) for key in listed}:
            part.partname = PackURI(f"/ppt/slides/slide{index}.xml")


def _checked(blob: bytes, name: str) -> bytes:
    """The bytes packed anew when their packing is harmless; a template (.potx) comes back as a presentation.

    Sizes that a package declares of itself may lie, so every part is unpacked here, in small steps, up to the limits.
    """
    if len(blob) > MAX_FILE:
        large, most = number(len(blob) / MIB, 1), MAX_FILE // MIB
        raise BadDeck(f"Tệp “{name}” lớn {large} MB; nhiều nhất là {most} MB. Nén hình ảnh trong tệp rồi thử lại.")
    if not blob.startswith(b"PK"):
        raise BadDeck(_unreadable(name))
    parts: dict[str, bytes] = {}
    unpacked = markup = 0
    with zipfile.ZipFile(io.BytesIO(blob)) as packed:
        entries = [entry for entry in packed.infolist() if not entry.is_dir()]
        if len(entries) > MAX_PARTS:
            raise BadDeck(_oversized(name))
        for entry in entries:
            is_markup = entry.filename.lower().endswith((".xml", ".rels", ".vml"))
            room = min(MAX_UNPACKED - unpacked, MAX_XML - markup if is_markup else MAX_UNPACKED)
            parts[entry.filename] = content = _unpacked(packed, entry, room, name)
            unpacked += len(content)
            markup += len(content) if is_markup else 0
    if len(parts) != len(entries):
        raise BadDeck(f"Tệp “{name}” có phần trùng tên; tệp trình chiếu bình thường không như vậy. Không mở tệp này.")
    kinds = parts.get("[Content_Types].xml", b"")
    if not kinds or not any(part.startswith("ppt/") for part in parts):
        raise BadDeck(_unreadable(name))
    if b"macroEnabled" in kinds:
        raise BadDeck(f"Tệp “{name}” có chứa macro. Lưu lại dạng .pptx không có macro rồi thử lại.")
    parts["[Content_Types].xml"] = kinds.replace(_TEMPLATE, _MAIN)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as anew:
        for part, content in parts.items():
            anew.writestr(part, content)
    return buffer.getvalue()


def _unpacked(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, room: int, name: str) -> bytes:
    """One part, unpacked step by step. Raises BadDeck when it is larger than ``room``."""
    content = bytearray()
    with packed.open(entry) as part:
        while step := part.read(65_536):
            content += step
            if len(content) > room:
                raise BadDeck(_oversized(name))
    return bytes(content)


def _oversized(name: str) -> str:
    return f"Tệp “{name}” bung ra quá lớn; tệp trình chiếu bình thường không như vậy. Không mở tệp này."


def _unreadable(name: str) -> str:
    return f"Tệp “{name}” không đọc được như một tệp PowerPoint (.pptx). Mở bằng PowerPoint, lưu lại dạng .pptx rồi thử lại."
