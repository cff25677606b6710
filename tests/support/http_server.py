"""A server of HTTP in a thread of the test, which says nothing on the terminal: the tests report what is wrong."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread


class QuietHandler(BaseHTTPRequestHandler):
    """What answers a request, without a line for each."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in http.server
        """Say nothing."""


class _FileHandler(QuietHandler, SimpleHTTPRequestHandler):
    """Answers with files, as any plain server does."""


@contextmanager
def run_server(handler: Callable[..., BaseHTTPRequestHandler]) -> Iterator[str]:
    """The address of a server whose requests a handler answers, without a slash at its end."""
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


@contextmanager
def serve_folder(folder: Path) -> Iterator[str]:
    """The address of a plain server of a folder, without a slash at its end."""
    with run_server(partial(_FileHandler, directory=folder)) as address:
        yield address
