import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from newsgen.archive.targets import DUMPS, Target, article_target
from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.errors import NewsgenError
from tests.support.site_builder import add_articles


def targets(root: Path) -> dict[str, Target]:
    """The planned files of the last build, each with its target."""
    with closing(sqlite3.connect(root / ".newsgen/state.sqlite")) as state:
        rows = state.execute("SELECT file, kind, key FROM outputs WHERE is_planned = 1")
        return {file: Target(kind, key) for file, kind, key in rows}


def test_pages_redirects_copies_and_dumps_belong_to_their_targets(tmp_path: Path) -> None:
    add_articles(tmp_path, range(2))
    (tmp_path / "articles/0000.md").write_text("---\ntitle: T\naliases: /old\n---\n[a](a.pdf)\n", encoding="utf-8")
    (tmp_path / "articles/a.pdf").write_bytes(b"%PDF")
    build_site(tmp_path, BuildOptions(workers="1"))
    found = targets(tmp_path)
    assert {
        file: found[file] for file in ("undated/t.html", "old/index.html", "media/a.pdf", "data/undated.jsonl.gz")
    } == {
        "undated/t.html": article_target("0000.md"),
        "old/index.html": article_target("0000.md"),
        "media/a.pdf": Target("asset", "media/a.pdf"),
        "data/undated.jsonl.gz": DUMPS,
    }
    assert set(found) == {
        file.relative_to(tmp_path / "public").as_posix() for file in (tmp_path / "public").rglob("*") if file.is_file()
    } - {".newsgen-files"}


def test_a_redirect_in_the_place_of_a_page_stops_the_build(tmp_path: Path) -> None:
    add_articles(tmp_path, range(1))
    (tmp_path / "site.yaml").write_text("redirects: {/archive.html: /index.html}\n", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path, BuildOptions(workers="1"))
    assert [(problem.path, problem.message) for problem in failed.value.problems] == [
        ("redirects of site.yaml", "has the same address as archive by date: /archive.html")
    ]
