"""The sample site, built once for all tests that look at it."""

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from newsgen.build import build_site

ROOT = Path(__file__).parent.parent


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in http.server
        """Say nothing: the tests report what is wrong."""


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built sample site."""
    folder = tmp_path_factory.mktemp("sample") / "public"
    build_site(ROOT, folder)
    return folder


@pytest.fixture(scope="session")
def served(sample: Path) -> Iterator[str]:
    """The address of the sample site on a plain file server, in a sub-folder of it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=sample.parent)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{sample.name}/"
        server.shutdown()
