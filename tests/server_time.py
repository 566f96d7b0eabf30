"""Processor time of a server: what other work on the machine hardly disturbs; for the benchmarks."""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

from tests.websocket_client import WebsocketClient

Visit = tuple[str, dict[str, object]]
_REST = 0.006  # seconds after a page's end in which a server sends what is left: it sends every 5 ms


def processor_ms(server: subprocess.Popen) -> float:
    """Processor time (user and system) in ms that a process has taken, and its children that have ended.

    The process's own to the nanosecond, by its clock (``clock_getcpuclockid``); its children's in hundredths of a second.
    """
    fields = Path(f"/proc/{server.pid}/stat").read_text().rsplit(")", 1)[1].split()
    children = (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")
    return 1000 * (time.clock_gettime((~server.pid << 3) | 2) + children)


def settled(server: subprocess.Popen, patience: float = 240) -> None:
    """Wait until a server does nothing more by itself: the first start of a checkout compresses scripts for a while."""
    end, before = time.monotonic() + patience, processor_ms(server)
    while time.monotonic() < end:
        time.sleep(4)  # longer than a server waits for quiet before it loads the rest and asks ahead
        now = processor_ms(server)
        if now - before < 60:
            return
        before = now


def of_visit(client: WebsocketClient, server: subprocess.Popen, page: str = "", **choices: object) -> float:
    """Processor ms of the server for one visit."""
    before = processor_ms(server)
    client.visit(page, **choices)
    time.sleep(_REST)
    return processor_ms(server) - before


def of_visits(client: WebsocketClient, server: subprocess.Popen, visits: list[Visit]) -> float:
    """Mean processor ms of the server for some visits."""
    return sum(of_visit(client, server, page, **choices) for page, choices in visits) / len(visits)
