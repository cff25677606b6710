"""A worker: its tools, which are opened when they are needed, and its sources."""

from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.errors import NewsgenError
from tests.support.site_builder import add_articles
from tests.support.workers import make_worker


def test_a_worker_opens_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    add_articles(tmp_path, range(1))
    worker = make_worker(tmp_path)
    assert worker.load("0000.md")
    worker.close()
    assert not worker.job.database.exists()


def test_a_worker_reads_the_index_and_cannot_change_it(tmp_path: Path) -> None:
    add_articles(tmp_path, range(1))
    build_site(tmp_path, BuildOptions(workers="1"))
    worker = make_worker(tmp_path)
    assert worker.archive.count() == 1
    with pytest.raises(Exception, match="readonly"):
        worker.state.execute("DELETE FROM articles")
    worker.close()


def test_a_source_is_loaded_under_the_name_of_the_articles_folder(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/bad.md").write_text("---\ndraft: soon\n---\n", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        make_worker(tmp_path).load("bad.md")
    assert {problem.path for problem in failed.value.problems} == {"articles/bad.md"}
