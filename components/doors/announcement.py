"""The note beside the open store by which the command line of this machine finds the dashboard; light: it is written as soon as the store is open."""

from __future__ import annotations

import streamlit as st

from components import settings
from components.store.open_stores import opened_store
from data.operations import running
from data.store_location import location

_EVERYWHERE = ("", "0.0.0.0", "::", "[::]")


def announce() -> None:
    """From now on the command line finds this dashboard by the note beside the store that it has open."""
    try:
        if opened_store() is not None:
            running.announce(location(), _own_address(), _own_name())
    except OSError as error:
        print(f"Dòng lệnh sẽ không tìm thấy bảng đang chạy: {error.strerror}", flush=True)


def withdraw() -> None:
    """The command line finds it no more."""
    running.withdraw(location())


def _own_address() -> str:
    """Where this server is reached from its own machine."""
    host, secure = str(st.get_option("server.address") or ""), bool(st.get_option("server.sslCertFile"))
    host = "127.0.0.1" if host in _EVERYWHERE else f"[{host}]" if ":" in host else host
    return f"http{'s' if secure else ''}://{host}:{st.get_option('server.port')}{settings.base_path()}"


def _own_name() -> str:
    """A name under which the server may be asked; '' where its address is one."""
    allowed = list(st.get_option("server.allowedHosts") or [])
    return "" if not allowed or "127.0.0.1" in allowed else str(allowed[0])
