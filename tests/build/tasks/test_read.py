"""Reading sources: to entries of the index, with the problems in the place of those that cannot be read."""

from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.build.tasks.read import load_record, load_story, read_articles
from newsgen.errors import NewsgenError
from newsgen.output.dumps.chunks import DumpEntry
from tests.support.site_builder import add_articles
from tests.support.workers import make_worker


def test_sources_become_entries_or_problems(tmp_path: Path) -> None:
    add_articles(tmp_path, range(1))
    (tmp_path / "articles/bad.md").write_text("---\ndraft: soon\n---\n", encoding="utf-8")
    (tmp_path / "articles/draft.md").write_text("---\ntitle: D\ndraft: true\n---\n", encoding="utf-8")
    good, bad, draft = read_articles(make_worker(tmp_path), ["0000.md", "bad.md", "draft.md"])
    assert good.entry is not None
    assert good.entry.fields[0] == "Note 0"
    assert (good.problems, good.spooled) == ((), None)
    assert bad.entry is None
    assert [problem.message for problem in bad.problems] == ['"draft" is neither true nor false']
    assert (draft.entry, draft.problems) == (None, ())


def test_an_article_is_the_same_from_the_spool_and_from_its_source(tmp_path: Path) -> None:
    add_articles(tmp_path, range(1))
    build_site(tmp_path, BuildOptions(workers="1"))
    worker = make_worker(tmp_path, uses_spool=True)
    (read,) = read_articles(worker, ["0000.md"])
    assert read.spooled is not None
    assert worker.spool.get(read.spooled) == load_story(worker, "0000.md")


def test_a_source_that_became_a_draft_or_changed_meanwhile_stops_the_build(tmp_path: Path) -> None:
    add_articles(tmp_path, range(1))
    build_site(tmp_path, BuildOptions(workers="1"))
    worker = make_worker(tmp_path)
    entry = DumpEntry("0000.md", "/2000/01/note-0.html", b"another")
    with pytest.raises(NewsgenError, match="changed while the site was built"):
        load_record(worker, entry)
    (tmp_path / "articles/0000.md").write_text("---\ntitle: D\ndraft: true\n---\n", encoding="utf-8")
    with pytest.raises(NewsgenError, match="became a draft while the site was built"):
        load_story(worker, "0000.md")
