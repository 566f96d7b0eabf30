"""What makes a PDF a tagged one: a tree that says what each piece of a page is and in which order the pieces are read.

reportlab 5.1 writes no such tree; its documents take one, and this is the only place that puts it there. Checked by poppler
(``pdfinfo -struct-text``) and pypdf in tests. No claim of PDF/UA is written: nothing that proves it is at hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from components.slides.flat.parts import HEAD, Part

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


class _Element:
    """An element of the tree: written once, its children added while pages are drawn."""

    def __init__(self, document: Any, role: str, parent: Any, **more: Any) -> None:
        kids = pdfdoc.PDFArray([])
        self.kids: list[Any] = kids.sequence
        facts = {"Type": pdfdoc.PDFName("StructElem"), "S": pdfdoc.PDFName(role), "P": parent, "K": kids}
        self.reference = document.Reference(pdfdoc.PDFDictionary(facts | more))


class Structure:
    """The tree of one document, which its pages and links are numbered for: pages from 0, then links. ``canvas`` is reportlab's."""

    def __init__(self, canvas: Any, name: str, language: str, pages: int) -> None:
        self._canvas = canvas
        self._document = self._canvas._doc
        self._pages = [[] for _ in range(pages)]  # type: list[list[Any]]
        self._links: list[Any] = []
        self._page, self._open = -1, list[_Element]()
        root = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructTreeRoot")})
        at = self._document.Reference(root)
        self._whole = _Element(self._document, "Document", at)
        root["K"], root["ParentTree"] = self._whole.reference, _ParentTree(self._pages, self._links)
        catalog = self._document.Catalog
        catalog.StructTreeRoot, catalog.MarkInfo = root, pdfdoc.PDFDictionary({"Marked": pdfdoc.PDFtrue})
        xmp = _XMP.format(title=escape(name), language=language).encode()
        catalog.Metadata = pdfdoc.XMP(creator=lambda _document: xmp)

    @contextmanager
    def page(self) -> Iterator[None]:
        """One page: a section of the document. Ends the page of the canvas as well."""
        self._page += 1
        with self._element("Sect", self._whole):
            yield
        self._canvas.showPage()
        made = self._document.Pages.pages[-1]
        made.__NoDefault__ = [*made.__NoDefault__, "StructParents", "Tabs"]
        made.StructParents, made.Tabs = self._page, pdfdoc.PDFName("S")

    @contextmanager
    def part(self, part: Part) -> Iterator[None]:
        """Everything that is drawn inside belongs to a part of the page."""
        if not part.role:
            yield
            return
        more: dict[str, Any] = {"Alt": pdfdoc.PDFString(part.alt)} if part.alt else {}
        if part.scope:
            more["A"] = _of_table(part)
        with self._element(part.role, self._open[-1], **more):
            yield

    @contextmanager
    def content(self, part: Part) -> Iterator[None]:
        """What is drawn inside is the content of the part that is open; without a role it is for the eye alone."""
        if part.role:
            self._begin(self._open[-1], part.role)
        else:
            self._canvas._code.append("/Artifact BMC")
        yield
        self._canvas._code.append("EMC")

    @contextmanager
    def link(self, role: str, text: str) -> Iterator[dict[str, Any]]:
        """A link in the middle of a text of the given role; yields what its annotation has to say, which is to be made inside."""
        self._canvas._code.append("EMC")
        number = len(self._pages) + len(self._links)
        with self._element("Link", self._open[-1]):
            own = self._open[-1]
            self._links.append(own.reference)
            self._begin(own, "Link")
            yield {"Contents": pdfdoc.PDFString(text), "StructParent": number}
            self._canvas._code.append("EMC")
            target = {"Type": pdfdoc.PDFName("OBJR"), "Obj": self._canvas._annotationrefs[-1], "Pg": self._document.thisPageRef()}
            own.kids.append(pdfdoc.PDFDictionary(target))
        self._begin(self._open[-1], role)

    @contextmanager
    def _element(self, role: str, parent: _Element, **more: Any) -> Iterator[None]:
        made = _Element(self._document, role, parent.reference, Pg=self._document.thisPageRef(), **more)
        parent.kids.append(made.reference)
        self._open.append(made)
        yield
        self._open.pop()

    def _begin(self, element: _Element, role: str) -> None:
        """Begin a piece of the page that belongs to an element."""
        number = len(self._pages[self._page])
        self._pages[self._page].append(element.reference)
        element.kids.append(number)
        self._canvas._code.append(f"/{role} <</MCID {number}>> BDC")


class _ParentTree(pdfdoc.PDFDictionary):
    """From pages and links to the elements that they belong to; written when all of them are known."""

    def __init__(self, pages: list[list[Any]], links: list[Any]) -> None:
        super().__init__()
        self._pages, self._links = pages, links

    def format(self, document: Any, IND: bytes = b"\n ") -> bytes:
        numbered = [*(pdfdoc.PDFArray(own) for own in self._pages), *self._links]
        self["Nums"] = pdfdoc.PDFArray([entry for number, own in enumerate(numbered) for entry in (number, own)])
        return bytes(super().format(document, IND))


def _of_table(part: Part) -> Any:
    scope = pdfdoc.PDFName("Column" if part.scope == HEAD else "Row")
    facts = {"O": pdfdoc.PDFName("Table"), "Scope": scope} | ({"ColSpan": part.span} if part.span > 1 else {})
    return pdfdoc.PDFDictionary(facts)
