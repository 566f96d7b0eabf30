"""Become a process that may no longer do everything: rights of files then hold for root, too. Used by tests, in a process of their own."""

from __future__ import annotations

import ctypes

_VERSION_3 = 0x20080522


class _Header(ctypes.Structure):
    _fields_ = [("version", ctypes.c_uint32), ("pid", ctypes.c_int)]


def obey_file_rights() -> None:
    """Give up all capabilities; a no-op for an ordinary user. Raises OSError."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.capset(ctypes.byref(_Header(_VERSION_3, 0)), (ctypes.c_uint32 * 6)()):
        raise OSError(ctypes.get_errno(), "capset")
