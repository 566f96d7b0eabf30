"""An S3-compatible store of the tests' own, in memory, behind a certificate: what DuckDB asks of one, and nothing more.

python -m tests.object_server PORT CERTIFICATE KEY NAME, where NAME is the one whose requests are answered; its signature is not looked at. It is a process of
its own, as DuckDB asks while it holds Python's lock.
"""

from __future__ import annotations

import re
import ssl
import sys
from email.utils import formatdate
from hashlib import md5
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

OBJECTS: dict[str, bytes] = {}  # by bucket/key
PARTS: dict[str, dict[int, bytes]] = {}  # of what is uploaded in parts, by its number


class Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    protocol_version = "HTTP/1.1"
    name = ""

    def _asked(self) -> tuple[str, dict[str, str], bytes] | None:
        """The object, what stands behind the question mark, the body; None for somebody else, who has been refused."""
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if f"Credential={self.name}/" not in self.headers.get("Authorization", ""):
            self._answer(403, b"<Error><Code>InvalidAccessKeyId</Code></Error>")
            return None
        address = urlsplit(self.path)
        query = {name: values[0] for name, values in parse_qs(address.query, keep_blank_values=True).items()}
        return unquote(address.path).lstrip("/"), query, body

    def _answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_PUT(self) -> None:
        """An object, or a part of one."""
        if asked := self._asked():
            path, query, body = asked
            if "uploadId" in query:
                PARTS[query["uploadId"]][int(query["partNumber"])] = body
            else:
                OBJECTS[path] = body
            self._answer(200, ETag=f'"{md5(body).hexdigest()}"')

    def do_POST(self) -> None:
        """Begin an object in parts, put its parts together, or delete several."""
        if asked := self._asked():
            path, query, body = asked
            bucket, _, key = path.partition("/")
            if "uploads" in query:
                number = str(len(PARTS) + 1)
                PARTS[number] = {}
                told = f"<InitiateMultipartUploadResult><Bucket>{bucket}</Bucket><Key>{escape(key)}</Key><UploadId>{number}</UploadId></InitiateMultipartUploadResult>"
            elif "uploadId" in query:
                OBJECTS[path] = b"".join(part for _, part in sorted(PARTS.pop(query["uploadId"]).items()))
                told = f'<CompleteMultipartUploadResult><Key>{escape(key)}</Key><ETag>"1"</ETag></CompleteMultipartUploadResult>'
            else:
                for gone in re.findall(r"<Key>(.*?)</Key>", body.decode()):
                    OBJECTS.pop(f"{bucket}/{gone}", None)
                told = "<DeleteResult></DeleteResult>"
            self._answer(200, told.encode())

    def do_DELETE(self) -> None:
        """Delete an object."""
        if asked := self._asked():
            OBJECTS.pop(asked[0], None)
            self._answer(204)

    def do_HEAD(self) -> None:
        """How large an object is."""
        self.do_GET()

    def do_GET(self) -> None:
        """An object, a range of it, or what is there."""
        if not (asked := self._asked()):
            return
        path, query, _ = asked
        if "list-type" in query or "/" not in path.rstrip("/"):
            self._answer(200, _listed(path.rstrip("/"), query.get("prefix", "")), Content_Type="application/xml")
        elif path not in OBJECTS:
            self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>")
        else:
            whole = OBJECTS[path]
            about = {"ETag": f'"{md5(whole).hexdigest()}"', "Last_Modified": formatdate(usegmt=True), "Accept_Ranges": "bytes"}
            if part := re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", "")):
                begin, end = int(part[1]), min(int(part[2] or len(whole) - 1), len(whole) - 1)
                self._answer(206, whole[begin : end + 1], Content_Range=f"bytes {begin}-{end}/{len(whole)}", **about)
            else:
                self._answer(200, whole, **about)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _listed(bucket: str, prefix: str) -> bytes:
    contents = "".join(
        f"<Contents><Key>{escape(path.partition('/')[2])}</Key><LastModified>2026-01-01T00:00:00.000Z</LastModified><Size>{len(body)}</Size></Contents>"
        for path, body in sorted(OBJECTS.items())
        if path.startswith(f"{bucket}/{prefix}")
    )
    return f"<ListBucketResult><Name>{bucket}</Name><IsTruncated>false</IsTruncated>{contents}</ListBucketResult>".encode()


def main(port: str, certificate: str, key: str, name: str) -> None:
    """Answer until somebody stops it."""
    Handler.name = name
    with ThreadingHTTPServer(("127.0.0.1", int(port)), Handler) as server:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, key)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        server.serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
