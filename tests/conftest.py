"""The sample site, built once for all tests that look at it."""

import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import settings

from newsgen.build.build import build_site
from tests.support.paths import ROOT
from tests.support.sample import copy_sample

# No test asserts how long something takes.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name in http.server
        """Say nothing: the tests report what is wrong."""


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built sample site."""
    root = tmp_path_factory.mktemp("sample")
    copy_sample(root)
    for name in ("templates", "static"):
        shutil.copytree(ROOT / name, root / name)
    build_site(root)
    return root / "public"


@pytest.fixture(scope="session")
def served(sample: Path) -> Iterator[str]:
    """The address of the sample site on a plain file server, in a sub-folder of it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=sample.parent)) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{sample.name}/"
        server.shutdown()
