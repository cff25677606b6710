import sqlite3
from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.errors import NewsgenError
from tests.site.test_crash_safety import add_articles


def owners(root: Path) -> dict[str, str]:
    with sqlite3.connect(root / ".newsgen/state.sqlite") as state:
        return dict(state.execute("SELECT file, owner FROM outputs WHERE planned = 1"))


def test_pages_redirects_copies_and_dumps_have_their_owners(tmp_path: Path) -> None:
    add_articles(tmp_path, range(2))
    (tmp_path / "articles/0000.md").write_text("---\ntitle: T\naliases: /old\n---\n[a](a.pdf)\n", encoding="utf-8")
    (tmp_path / "articles/a.pdf").write_bytes(b"%PDF")
    build_site(tmp_path, workers="1")
    found = owners(tmp_path)
    assert {file: found[file] for file in ("undated/t.html", "old/index.html", "media/a.pdf", "archive.jsonl.gz")} == {
        "undated/t.html": "article:0000.md",
        "old/index.html": "article:0000.md",
        "media/a.pdf": "asset:media/a.pdf",
        "archive.jsonl.gz": "data:",
    }
    assert set(found) == {
        file.relative_to(tmp_path / "public").as_posix() for file in (tmp_path / "public").rglob("*") if file.is_file()
    } - {".newsgen-files"}


def test_a_redirect_in_the_place_of_a_page_stops_the_build(tmp_path: Path) -> None:
    add_articles(tmp_path, range(1))
    (tmp_path / "site.yaml").write_text("redirects: {/archive.html: /index.html}\n", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path, workers="1")
    assert [(problem.path, problem.message) for problem in failed.value.problems] == [
        ("archive by date", "has the same address as redirects of site.yaml: /archive.html")
    ]
