"""Spools: articles that wait between reading and rendering, for any process to take out."""

import stat
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from newsgen.build.workers.spool import Spool, SpoolEntry, clear_spools, for_page
from newsgen.record.article import Article, Block, Image, Origin
from newsgen.record.process_names import process_name
from tests.support.records import an_article


def waiting(number: int) -> tuple[Article, str]:
    """An article and its body's HTML, as a page needs them."""
    article = an_article(
        f"caf\udce9/{number}.md",
        headline=f"鷺 {number}",
        tags=("tide",) * number,
        images=(Image("heron.jpg", "A heron"),),
        published="2014-02-03 07:15",
        extra={"x_id": number},
        origin={},
    )
    return article, f"<p>{'Mud. ' * number}</p>\n"


def test_articles_come_back_in_any_order_as_they_were_put(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    kept = [spool.put(*waiting(number)) for number in range(5)]
    for number in (3, 0, 4, 1, 1):
        assert spool.get(kept[number]) == waiting(number)


def test_a_spool_that_is_opened_again_goes_on_at_its_end(tmp_path: Path) -> None:
    kept = [Spool(tmp_path).put(*waiting(number), (b"a", b"bc", b"")) for number in range(3)]
    for number, entry in enumerate(kept):
        assert Spool(tmp_path).get(entry) == waiting(number)
        assert Spool(tmp_path).get_record(entry) == (b"a", b"bc", b"")


def test_articles_can_be_put_after_others_were_taken(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    first = spool.put(*waiting(1))
    assert spool.get(first) == waiting(1)
    second = spool.put(*waiting(2))
    assert (spool.get(second), spool.get(first)) == (waiting(2), waiting(1))


def test_another_process_finds_an_article_by_where_it_lies(tmp_path: Path) -> None:
    kept = Spool(tmp_path).put(*waiting(2))
    assert kept == SpoolEntry(f"spool-{process_name()}", 0, kept.size)
    assert Spool(tmp_path).get(SpoolEntry(*kept)) == waiting(2)


def test_only_what_an_articles_page_shows_is_kept(tmp_path: Path) -> None:
    article = an_article(body=(Block("markdown", "Mud.", 4),), origin={"headline": Origin("articles/a.md", 2)})
    spool = Spool(tmp_path)
    assert spool.get(spool.put(article, "<p>Mud.</p>")) == (for_page(article), "<p>Mud.</p>")
    assert for_page(article) == replace(article, body=(), origin={})


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_nobody_else_can_read_or_change_a_spool(tmp_path: Path) -> None:
    kept = Spool(tmp_path).put(*waiting(1))
    assert stat.S_IMODE((tmp_path / kept.file).stat().st_mode) == 0o600


def test_spools_are_cleared_away_and_nothing_else(tmp_path: Path) -> None:
    Spool(tmp_path).put(*waiting(1))
    (tmp_path / "spool-1").write_bytes(b"a killed build's")
    (tmp_path / "state.sqlite").write_bytes(b"")
    clear_spools(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["state.sqlite"]


def test_clearing_a_folder_that_is_not_there_is_no_problem(tmp_path: Path) -> None:
    clear_spools(tmp_path / "none")
