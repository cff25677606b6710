"""The sample site, built once for all tests that look at it."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from newsgen.build.build import build_site
from tests.support.http_server import serve_folder
from tests.support.paths import ROOT
from tests.support.sample import copy_sample, keep_images, shared_folder

# Also where the environment forbids it, what Python compiled is kept: compiling the tests takes 13 s, and each process
# that a test starts would compile newsgen again.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# No test asserts how long an example takes. `--hypothesis-profile thorough` tries more of them, other ones each time.
settings.register_profile("quick", deadline=None, max_examples=25, derandomize=True)
settings.register_profile("thorough", deadline=None, max_examples=200)
settings.load_profile("quick")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """The argument's name for bytes: what was packed holds the second of its making, and names agree everywhere."""
    return argname if isinstance(val, bytes) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the tests that take hours take them."""
    for item in items:
        if item.get_closest_marker("hours"):
            item.add_marker(pytest.mark.timeout(0))


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built sample site. No test changes it."""
    with shared_folder(tmp_path_factory, "sample") as root:
        if not (root / "articles").exists():
            copy_sample(root)
            for name in ("templates", "static"):
                shutil.copytree(ROOT / name, root / name)
        build_site(root)
        keep_images(root)
    return root / "public"


@pytest.fixture(scope="session")
def served(sample: Path) -> Iterator[str]:
    """The address of the sample site on a plain file server, in a sub-folder of it."""
    with serve_folder(sample.parent) as address:
        yield f"{address}/{sample.name}/"
