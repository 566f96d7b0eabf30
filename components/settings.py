"""What the operator has set: the variables READING, DOUBTS, IDLE_MINUTES, SECOND_FACTOR, SITE_ADDRESS, SAMPLE_STORE and ASK_AHEAD, and the sections [auth] and [access] of the secrets."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import streamlit as st

from data.accounts.sessions import IDLE, LONGEST


def private_reading() -> bool:
    """Whether a reader, too, must sign in first: READING is set to anything but 'open'."""
    return os.environ.get("READING", "").strip().lower() not in ("", "open")


def visitors_may_doubt() -> bool:
    """Whether who is not signed in may say that a figure is wrong: DOUBTS is 'everybody'; without it, signed-in people alone."""
    return os.environ.get("DOUBTS", "").strip().lower() == "everybody"


def site_address() -> str:
    """The address of the site for links in files, with a slash at its end: SITE_ADDRESS; '' unless it is a web address."""
    address = os.environ.get("SITE_ADDRESS", "").strip()
    return f"{address.rstrip('/')}/" if address.startswith(("http://", "https://")) else ""


def idle_seconds() -> float:
    """Seconds without use after which a sign-in is over: IDLE_MINUTES, 30 unless it is set; never less than 5 minutes or more than 8 hours."""
    try:
        minutes = float(os.environ.get("IDLE_MINUTES", ""))
    except ValueError:
        return IDLE
    return min(max(minutes * 60, 300), LONGEST)


def sample_store() -> str:
    """Path of a store of invented figures that visitors may look at beside the real one: SAMPLE_STORE; '' = they may not."""
    return os.environ.get("SAMPLE_STORE", "").strip()


def asks_ahead() -> bool:
    """Whether questions are asked before a visitor asks them; not when ASK_AHEAD is 'off', for a machine that has no processor to spare."""
    return os.environ.get("ASK_AHEAD", "").strip().lower() != "off"


def needs_second_factor(role: str) -> bool:
    """Whether accounts of the store with that role must have a second factor: SECOND_FACTOR is 'admin' or 'all'; without it, it is offered."""
    wanted = os.environ.get("SECOND_FACTOR", "").strip().lower()
    return wanted != "" and (role == "admin" or wanted != "admin")


def lacks_second_factor(account: Any) -> bool:
    """Whether an account (a row with ``role`` and ``second_factor``) has none although it must."""
    return needs_second_factor(account.role) and not account.second_factor


def provider() -> bool:
    """Whether an OpenID Connect provider is configured."""
    return bool(_section("auth"))


def access() -> Mapping[str, Any]:
    """The section [access]: how claims become roles."""
    return _section("access")


def local_accounts() -> bool:
    """Whether accounts of the store may sign in: always without a provider, beside one only with ``local = true``."""
    return not provider() or access().get("local") is True


def base_path() -> str:
    """The path under which the app is served: '' or '/something'."""
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""


def _section(name: str) -> Mapping[str, Any]:
    section: Any = st.secrets.get(name) if _are_secrets(id(st.secrets), int(time.monotonic())) else None
    return section.to_dict() if hasattr(section, "to_dict") else section or {}


@lru_cache(maxsize=2)
def _are_secrets(of: int, second: int) -> bool:
    """Whether the operator has written secrets: looked for in the files once a second, not at each of a page's questions."""
    return bool(st.secrets.load_if_toml_exists())
