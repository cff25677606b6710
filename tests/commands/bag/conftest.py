"""A site to put into a bag."""

from pathlib import Path

import pytest

from tests.support.site_builder import make_site


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A site with a file of every kind, and some that must stay out of the bag."""
    root = make_site(tmp_path / "site", articles=4)
    for name in ("static/100% wool.txt", "templates/naïve\n.txt", "templates/extra.html", "articles/metadata.csv"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("path,rights\n" if name.endswith("csv") else "x", encoding="utf-8")
    for name in (".git/config", "articles/.secret.txt", ".env", "notes.txt"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("secret", encoding="utf-8")
    return root
