"""A file server for the checks: gzip and cache headers, as any static host has them, and the strictest policy."""

import gzip
import mimetypes
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from tests.support.http_server import QuietHandler, run_server

POLICY = "default-src 'none'; img-src 'self'; style-src 'self'"
# What the one page that runs a script needs more.
RUNS, MORE = {"search.html", "words"}, "; script-src 'self'"
# What Python knows only since 3.13.
_NEWER = {".avif": "image/avif", ".webp": "image/webp"}
_TEXT = ("text/", "application/xml", "application/atom+xml", "image/svg+xml")


class Served(NamedTuple):
    """The address of a folder's root, ending in "/", and the paths that were asked for, in order."""

    address: str
    asked: list[str]


@contextmanager
def open_server(folder: Path, policy: str = POLICY, picture_delay: float = 0) -> Iterator[Served]:
    """Serve a folder on this machine.

    `policy` is a header beside the pages' own policy; `picture_delay` holds pictures back, in seconds, as a slow line
    does.
    """
    asked: list[str] = []

    class Handler(QuietHandler, BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked.append(self.path)
            file = folder / unquote(urlsplit(self.path).path).lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            if file.is_file():
                self._answer(200, file)
            elif (folder / "404.html").is_file():
                self._answer(404, folder / "404.html")
            else:
                self.send_error(404)

        def _answer(self, status: int, file: Path) -> None:
            content = file.read_bytes()
            kind = _NEWER.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            if picture_delay and kind.startswith("image/"):
                time.sleep(picture_delay)
            self.send_response(status)
            if kind.startswith(_TEXT):
                kind += "; charset=utf-8"
                self.send_header("Vary", "Accept-Encoding")
                if "gzip" in self.headers.get("Accept-Encoding", ""):
                    content = gzip.compress(content)
                    self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "max-age=600" if file.suffix == ".html" else "max-age=604800")
            if policy:
                runs = {file.name, file.parent.name} & RUNS
                self.send_header("Content-Security-Policy", policy + (MORE if runs else ""))
            self.send_header("X-Content-Type-Options", "nosniff")
            self.end_headers()
            self.wfile.write(content)

    with run_server(Handler) as address:
        yield Served(f"{address}/", asked)
