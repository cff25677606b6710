"""A published folder to verify."""

from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from tests.support.site_builder import make_site

NAMES = ("a-b/x.txt", "a/x.txt", "a.txt", "100%.txt", "naïve ×.txt", "empty.txt", "línea #1.txt")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published folder with a name of every kind."""
    root = make_site(tmp_path_factory.mktemp("site"), articles=12)
    for name in NAMES:
        file = root / "static" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("" if name == "empty.txt" else f"{name}\n", encoding="utf-8")
    build_site(root, BuildOptions(workers="1"))
    return root / "public"
