"""What a visit remembers between its runs: every key of ``st.session_state``, its type and who uses it, in one place.

A choice of a reader lives in the link, not here; what stands here is forgotten when the browser's tab is closed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import streamlit as st

if TYPE_CHECKING:
    from data.accounts.sign_in import SignedIn
    from data.ingest.preview import Preview, Receipt
    from queries.rows import Rows

T = TypeVar("T")
Seen = tuple[str, str, int]  # what a preview was made of: token of the file, answers and typed-over cells as JSON, data version


@dataclass(frozen=True)
class Key(Generic[T]):
    """One key: its name and its value as long as nothing was set."""

    name: str
    default: T

    def get(self) -> T:
        """The value."""
        return st.session_state.get(self.name, self.default)

    def set(self, value: T) -> T:
        """Set the value, and return it."""
        st.session_state[self.name] = value
        return value

    def pop(self) -> T:
        """The value, forgotten from now on."""
        return st.session_state.pop(self.name, self.default)

    def clear(self) -> None:
        """Forget the value."""
        st.session_state.pop(self.name, None)


@dataclass
class Choice:
    """A choice as the last run left it: the chosen code (kept over pages that do not know it), what stood in its box, and
    what stands in the link (None for what a bare link opens anyway).

    ``chosen``: a reader chose the code, no bare link opened it. ``asked``: what a link asked for and the page does not know.
    """

    code: str | None = None
    in_box: str | None = None
    in_link: str | None = None
    chosen: bool = False
    asked: str | None = None


@dataclass(frozen=True)
class Unanswered:
    """A choice that the page could not honour: its name in the link, the code, what could be chosen (code and name), and
    the code shown instead, None for none; ``waits``: the page shows nothing until something else is chosen; ``most``: there were
    more codes than the page can show, ``code`` names those left out."""

    name: str
    code: str
    options: tuple[tuple[str, str], ...]
    instead: str | None = None
    waits: bool = False
    most: int = 0


@dataclass
class ListChoice:
    """An ordered choice as the last run left it: its codes, those of a new visit, and what stands in the link."""

    codes: list[str] | None = None
    first: list[str] | None = None
    in_link: str | None = None


def choice(name: str) -> Choice:
    """What is kept of the choice that stands in the link under ``name``."""
    return _kept(f"choice.{name}", Choice)


def list_choice(name: str) -> ListChoice:
    """What is kept of the ordered choice that stands in the link under ``name``."""
    return _kept(f"list.{name}", ListChoice)


def opened_bare() -> dict[tuple[str, str], str]:
    """What each page opened where its link named nothing, by page and name of the choice: what Back brings there again."""
    return _kept("opened_bare", dict)


def box(name: str) -> Key[str | None]:
    """What stands in the select box with the key ``name``."""
    return Key(name, None)


def day_box(name: str) -> Key[Any]:
    """What stands in the box of a day with the key ``name``: a date, or None."""
    return Key(name, None)


def newest_slides() -> dict[str, list[Any]]:
    """The slides of the newest run by the briefing's name; a button of an earlier run finds them here."""
    return _kept("newest_slides", dict)


def _kept(name: str, make: type[T]) -> T:
    return st.session_state.setdefault(name, make())


# filters: choices of this run that are still to be written into the link, those that could not be honoured; what the search box found
TO_LINK: Key[dict[str, str] | None] = Key("to_link", None)
PAGE: Key[str] = Key("page", "")  # the page of the last run
ARRIVED_AT_PAGE: Key[bool] = Key("arrived_at_page", False)  # this run is the first of its page
UNANSWERED: Key[list[Unanswered] | None] = Key("unanswered", None)
CHOSEN: Key[list[str]] = Key("chosen", [])  # what was chosen so far in this run, in words
FOUND: Key[Rows | None] = Key("found", None)

# page: the past day of the link, '' for the present, and the page of the last run
KNOWN_ON: Key[str] = Key("known_on", "")
KNOWN_PAGE: Key[str] = Key("known_page", "")

# page: whether the invented figures are shown, as the link says it, and the page of the last run
SAMPLE_SHOWN: Key[str] = Key("sample_shown", "")
SAMPLE_PAGE: Key[str] = Key("sample_page", "")

# briefing: messages of one's own by choice of figures and page
MESSAGES: Key[dict[str, dict[str, str]] | None] = Key("messages", None)

# upload: how many files were dropped (each gets a new box), the preview of one, and what is to be said about it
DROPPED: Key[int] = Key("dropped", 0)
PREVIEW: Key[tuple[Seen, Preview] | None] = Key("preview", None)
OUTCOMES: Key[tuple[Seen, dict[tuple[str, str], str]] | None] = Key(
    "outcomes", None
)  # what each answer to its questions would lead to
REGISTERED: Key[str | None] = Key("registered", None)  # the document that was just added to the register
DOUBTED: Key[str] = Key("doubted", "")  # what came of a doubt or its answer
TYPED: Key[str] = Key("typed", "")  # what came of the row that was just typed on a page
ATTACHED: Key[str] = Key("attached", "")  # what came of the file that was just attached to a document
RECEIPT: Key[Receipt | None] = Key("receipt", None)
UPLOAD_REJECTED: Key[tuple[str, str] | None] = Key("upload_rejected", None)  # token of the file, and why it was not taken
UNDONE: Key[str | None] = Key("undone", None)
STALE_LINK: Key[bool] = Key("stale_link", False)

# accounts: the session; what the browser has to do; where a visitor came from; a password that was just made
NEEDED: Key[Callable[[Any], bool] | None] = Key("needed", None)  # whom the guard of the page that runs lets pass; None: everybody
SESSION: Key[str | None] = Key("session", None)
HALF_SIGNED: Key[tuple[SignedIn, float] | None] = Key(
    "half_signed", None
)  # a right password that waits for its code, and since when
NEW_SECRET: Key[str] = Key("new_secret", "")  # of a second factor that is being set up
REFUSED: Key[str] = Key("refused", "")  # why the last page was refused, so that it is recorded once
LEAVE_COOKIE: Key[bool] = Key("leave_cookie", False)
RETURNED: Key[bool] = Key("returned", False)
AT_SIGN_IN: Key[bool] = Key("at_sign_in", False)
ARRIVED: Key[bool] = Key("arrived", False)
CAME_FROM: Key[tuple[Any, dict[str, str]] | None] = Key("came_from", None)
HANDED_PASSWORD: Key[tuple[str, str] | None] = Key("handed_password", None)
BACKED_UP: Key[str] = Key("backed_up", "")
HANDED_COUNT: Key[int] = Key("handed_count", 0)
HANDED_TOKEN: Key[tuple[str, str] | None] = Key(
    "handed_token", None
)  # an access token that was just made: what it is for, and it
