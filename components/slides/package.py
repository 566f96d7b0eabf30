"""Opening presentations that somebody handed in, within limits that keep the server safe."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree
from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.opc.packuri import PackURI
from pptx.presentation import Presentation as Deck

from components.slides.errors import BadDeck
from components.words import number

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
            self._last[template] = max((int(found[1]) for name in self._taken if (found := form.fullmatch(name))), default=0)
        self._last[template] += 1
        return PackURI(template % self._last[template])


def opened(blob: bytes, name: str) -> Deck:
    """The presentation in ``blob``. Raises BadDeck for anything else, and for one that is too large."""
    try:
        checked = _checked(blob, name)
        deck = Presentation(io.BytesIO(checked))
        count = len(deck.slides._sldIdLst)
        if not deck.slide_width or not deck.slide_height:
            raise BadDeck(f"Tệp “{name}” không nói khổ trang chiếu. Mở bằng PowerPoint và lưu lại dạng .pptx.")
    except (PythonPptxError, etree.LxmlError, zipfile.BadZipFile, OSError, EOFError) as error:
        raise BadDeck(_unreadable(name)) from error
    except (KeyError, ValueError, AttributeError, TypeError, IndexError, NotImplementedError, RuntimeError) as error:
        raise BadDeck(_unreadable(name)) from error  # what python-pptx raises for parts that are missing or of the wrong kind
    if count > MAX_SLIDES:
        raise BadDeck(f"Tệp “{name}” có {count} trang chiếu; nhiều nhất là {MAX_SLIDES}. Tách tệp ra rồi thử lại.")
    return deck


def _checked(blob: bytes, name: str) -> bytes:
    """The bytes when their packing is harmless; a template (.potx) comes back as a presentation."""
    if len(blob) > MAX_FILE:
        raise BadDeck(
            f"Tệp “{name}” lớn {number(len(blob) / MIB, 1)} MB; nhiều nhất là {MAX_FILE // MIB} MB. Nén hình ảnh trong tệp rồi thử lại."
        )
    if not blob.startswith(b"PK"):
        raise BadDeck(_unreadable(name))
    with zipfile.ZipFile(io.BytesIO(blob)) as packed:
        parts = packed.infolist()
        unpacked = sum(part.file_size for part in parts)
        markup = sum(part.file_size for part in parts if part.filename.lower().endswith((".xml", ".rels", ".vml")))
        if len(parts) > MAX_PARTS or unpacked > MAX_UNPACKED or markup > MAX_XML:
            raise BadDeck(
                f"Tệp “{name}” bung ra quá lớn ({number(unpacked / MIB, 0)} MB, {number(len(parts), 0)} phần); "
                "tệp trình chiếu bình thường không như vậy. Không mở tệp này."
            )
        names = [part.filename for part in parts]
        if len(set(names)) != len(names):
            raise BadDeck(f"Tệp “{name}” có phần trùng tên; tệp trình chiếu bình thường không như vậy. Không mở tệp này.")
        if "[Content_Types].xml" not in names or not any(part.startswith("ppt/") for part in names):
            raise BadDeck(_unreadable(name))
        kinds = packed.read("[Content_Types].xml")
        if b"macroEnabled" in kinds:
            raise BadDeck(f"Tệp “{name}” có chứa macro. Lưu lại dạng .pptx không có macro rồi thử lại.")
        return _as_presentation(packed, kinds) if _TEMPLATE in kinds else blob


def _as_presentation(packed: zipfile.ZipFile, kinds: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as copy:
        for part in packed.infolist():
            content = kinds.replace(_TEMPLATE, _MAIN) if part.filename == "[Content_Types].xml" else packed.read(part)
            copy.writestr(part.filename, content)
    return buffer.getvalue()


def _unreadable(name: str) -> str:
    return f"Tệp “{name}” không đọc được như một tệp PowerPoint (.pptx). Mở bằng PowerPoint, lưu lại dạng .pptx rồi thử lại."
