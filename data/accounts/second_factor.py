"""The second factor: six digits that an app on a phone computes from a secret and the time (TOTP, RFC 6238)."""

from __future__ import annotations

import threading
from hmac import compare_digest

import pyotp
import segno

from data.vietnamese.dates import now

ISSUER = "Chỉ tiêu chuyển đổi số"
STEP = 30  # seconds
_DRIFT = 1  # steps by which a phone's clock may be off


def new_secret() -> str:
    """A random secret of 160 bits, as apps take it."""
    return pyotp.random_base32()


def address(secret: str, name: str) -> str:
    """What a phone's app reads from the picture: ``otpauth://…``."""
    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)


def picture(text: str) -> str:
    """A text as a QR code: the address of an SVG that holds itself (``data:``)."""
    return segno.make(text, error="m").svg_data_uri(scale=4, border=4, dark="#000", light="#fff")


class Codes:
    """Which codes were used: each is good for one time. Kept in the memory of the process; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._last: dict[str, int] = {}

    def accept(self, secret: str, code: str) -> bool:
        """Whether the code is that of this moment, of the one before or of the next, and newer than the last accepted one."""
        told, present = "".join(code[:40].split()), int(now().timestamp()) // STEP
        totp = pyotp.TOTP(secret)
        with self._lock:
            for step in range(max(present - _DRIFT, self._last.get(secret, 0) + 1), present + _DRIFT + 1):
                if compare_digest(totp.at(step * STEP).encode(), told.encode()):
                    self._last[secret] = step
                    return True
            return False
