"""Hosts of a network of our own on one machine: Linux network namespaces on one switch, each with an address, cables that can be pulled.

No host reaches another one through the loopback device. A host may stand far away: its cable is two TAP devices, and what goes into one comes
out of the other so much later (``tc netem`` would do, where the kernel has it). Needs root, iproute2 and util-linux.
"""

from __future__ import annotations

import fcntl
import multiprocessing
import os
import queue
import shutil
import struct
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

MISSING = "network namespaces: root, iproute2 and util-linux"
_NET = "10.213.77"
_TUNSETIFF, _TAP, _NO_INFO = 0x400454CA, 0x0002, 0x1000


class Network:
    """Hosts by name. ``address`` of each; ``inside`` gives the words to put before a command that is to run on it; ``visitor`` is the address
    of the machine itself, which hangs on the same switch; ``pull`` and ``plug`` are about a host's cable."""

    def __init__(self, names: tuple[str, ...], far: dict[str, float]) -> None:
        self._mark = f"kho{os.getpid()}"
        self.visitor = f"{_NET}.1"
        self._numbers = {name: number for number, name in enumerate(names, 2)}
        self._relays: list[multiprocessing.process.BaseProcess] = []
        try:
            self._build(far)
        except BaseException:
            self.close()
            raise

    def _build(self, far: dict[str, float]) -> None:
        _ip("netns", "add", self._switch)
        _ip("-n", self._switch, "link", "add", "switch", "type", "bridge")
        _ip("-n", self._switch, "link", "set", "switch", "up")
        _ip("link", "add", self._mark, "type", "veth", "peer", "name", "visitor", "netns", self._switch)
        self._on_switch("visitor")
        _ip("address", "add", f"{self.visitor}/24", "dev", self._mark)
        _ip("link", "set", self._mark, "up")
        for name in self._numbers:
            self._host(name, far.get(name, 0))

    def _host(self, name: str, seconds: float) -> None:
        space = self._space(name)
        _ip("netns", "add", space)
        if seconds:
            self._long_cable(name, seconds)
        else:
            _ip("-n", space, "link", "add", "cable", "type", "veth", "peer", "name", name, "netns", self._switch)
        self._on_switch(name)
        _ip("-n", space, "address", "add", f"{self.address(name)}/24", "dev", "cable")
        for device in ("lo", "cable"):
            _ip("-n", space, "link", "set", device, "up")

    def _long_cable(self, name: str, seconds: float) -> None:
        ends = []
        for end, space, called in ((f"{self._mark}n", self._space(name), "cable"), (f"{self._mark}f", self._switch, name)):
            ends.append(os.open("/dev/net/tun", os.O_RDWR))
            fcntl.ioctl(ends[-1], _TUNSETIFF, struct.pack("16sH", end.encode(), _TAP | _NO_INFO))
            _ip("link", "set", end, "netns", space, "name", called)
        relay = multiprocessing.get_context("fork").Process(target=_relay, args=(*ends, seconds), daemon=True)
        relay.start()
        self._relays.append(relay)
        for end_of_cable in ends:
            os.close(end_of_cable)

    def _on_switch(self, device: str) -> None:
        _ip("-n", self._switch, "link", "set", device, "master", "switch", "up")

    @property
    def _switch(self) -> str:
        return self._space("switch")

    def _space(self, name: str) -> str:
        return f"{self._mark}-{name}"

    def address(self, name: str) -> str:
        """Of a host."""
        return f"{_NET}.{self._numbers[name]}"

    def inside(self, name: str) -> list[str]:
        """What makes a command run on a host."""
        return ["nsenter", f"--net=/run/netns/{self._space(name)}"]

    def pull(self, name: str) -> None:
        """Pull a host's cable: nothing goes to it or from it, and nobody is told."""
        _ip("-n", self._switch, "link", "set", name, "down")

    def plug(self, name: str) -> None:
        """Put a host's cable back."""
        _ip("-n", self._switch, "link", "set", name, "up")

    def close(self) -> None:
        """Take everything away."""
        for relay in self._relays:
            relay.terminate()
            relay.join()
        for space in (*map(self._space, self._numbers), self._switch):
            with suppress(subprocess.CalledProcessError):
                _ip("netns", "delete", space)


@contextmanager
def network(*names: str, **far: float) -> Iterator[Network]:
    """A network of hosts; ``far``: seconds that it takes to one of them, and back. Raises LookupError where there can be none."""
    if os.geteuid() or not all(map(shutil.which, ("ip", "nsenter"))) or not os.path.exists("/dev/net/tun"):
        raise LookupError(MISSING)
    try:
        built = Network(names, far)
    except (subprocess.CalledProcessError, OSError) as error:
        raise LookupError(f"{MISSING}; refused: {getattr(error, 'stderr', error)}") from error
    try:
        yield built
    finally:
        built.close()


def _ip(*words: str) -> None:
    subprocess.run(["ip", *words], check=True, capture_output=True, text=True, timeout=20)


def _relay(one: int, other: int, seconds: float) -> None:
    """Hand on what comes to either end, so much later; until it is stopped."""
    for source, target in ((one, other), (other, one)):
        under_way: queue.SimpleQueue[tuple[float, bytes]] = queue.SimpleQueue()
        threading.Thread(target=_take_in, args=(source, under_way, seconds), daemon=True).start()
        threading.Thread(target=_hand_out, args=(under_way, target), daemon=True).start()
    threading.Event().wait()


def _take_in(source: int, under_way: queue.SimpleQueue[tuple[float, bytes]], seconds: float) -> None:
    while True:
        try:
            frame = os.read(source, 65_536)
        except OSError:  # an end that is down
            time.sleep(0.01)
        else:
            under_way.put((time.monotonic() + seconds, frame))


def _hand_out(under_way: queue.SimpleQueue[tuple[float, bytes]], target: int) -> None:
    while True:
        due, frame = under_way.get()
        time.sleep(max(0.0, due - time.monotonic()))
        with suppress(OSError):
            os.write(target, frame)
