"""A reader without a browser: speaks the server's own protocol and waits until a page has finished."""

from __future__ import annotations

import socket
import time
from contextlib import ExitStack
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect


class WebsocketClient:
    """One session with a running server, which has ``patience`` seconds to take it. ``visit`` returns seconds until the script has finished;
    ``received`` is what came meanwhile."""

    def __init__(self, port: int, patience: float = 10.0, host: str = "127.0.0.1") -> None:
        self._plug = socket.create_connection((host, port))
        self._plug.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._open = ExitStack()
        self._socket = self._open.enter_context(
            connect(
                f"ws://{host}:{port}/_stcore/stream",
                sock=self._plug,
                subprotocols=["streamlit"],
                max_size=None,
                compression=None,
                open_timeout=patience,
            )
        )
        self.elements = self.drawn = 0
        self.received: list[bytes] = []

    def visit(self, page: str = "", **choices: object) -> float:
        """Run a page (its url path) with its choices; returns seconds. Raises RuntimeError when the page failed."""
        message = BackMsg()
        message.rerun_script.page_name = page
        message.rerun_script.query_string = urlencode(choices)
        self.elements = self.drawn = 0
        self.received = []
        started = time.perf_counter()
        self._socket.send(message.SerializeToString())
        while True:
            if hasattr(socket, "TCP_QUICKACK"):  # otherwise the kernel holds back each answer's receipt for 40 ms
                self._plug.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
            answer = ForwardMsg()
            received = self._socket.recv()
            answer.ParseFromString(received)
            self.received.append(received)
            self.drawn += sum(map(received.count, (b"<td", b"<li", b"unit-tile t-")))  # of a part sent once already: nothing
            kind = answer.WhichOneof("type")
            self.elements += kind == "delta"
            if kind == "script_finished":
                if answer.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY:
                    raise RuntimeError(f"{page}: {answer.script_finished}")
                return time.perf_counter() - started

    def close(self) -> None:
        """End the session."""
        self._open.close()
