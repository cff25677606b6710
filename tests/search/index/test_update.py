"""An index that is changed equals one made anew."""

import random
import sqlite3
from pathlib import Path

import pytest

from newsgen.search.article_words import pack_words
from newsgen.search.index import block_edits as edit
from newsgen.search.index import blocks
from newsgen.search.index.files import make_file
from newsgen.search.index.update import Change, change_index, end_of
from newsgen.settings.site import Site
from tests.support.blocks import RULES, make_index, random_archive, random_words, rows_of


def change(archive: dict[int, bytes], choose: random.Random, free: int) -> list[Change]:
    """Change some articles of an archive, and let one come under a free number."""
    changes = []
    for number in choose.sample(sorted(archive), min(len(archive) // 2, choose.choice((1, 5, 15)))):
        words = archive.pop(number)
        kind = choose.choice(("goes", "is edited", "moves"))
        now = None if kind == "goes" else number if kind == "is edited" else free + 1 + number
        new = pack_words(random_words(choose)) if kind == "is edited" else words
        changes.append(Change(number, now, words, new))
        if now is not None:
            archive[now] = new
    archive[free] = pack_words(random_words(choose))
    return [*changes, Change(None, free, b"", archive[free])]


@pytest.mark.parametrize("seed", range(6))
def test_changes_lead_to_the_index_of_all_articles(seed: int, tmp_path: Path) -> None:
    choose = random.Random(seed)
    archive = random_archive(choose, choose.choice((20, 600, 1_500)))
    state = make_index(archive, tmp_path)
    for _ in range(4):
        change_index(state, change(archive, choose, max(archive) + 1), RULES)
        assert rows_of(state) == rows_of(make_index(archive, tmp_path))


@pytest.mark.parametrize("seed", range(4))
def test_whatever_file_changes_is_touched(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (blocks, edit):
        monkeypatch.setattr(module, "MOST_IN_BLOCK", 8)
    monkeypatch.setattr(blocks, "MOST_IN_PART", 40)

    def files(state: sqlite3.Connection) -> dict[str, bytes]:
        names = [name for (name,) in state.execute("SELECT name FROM search_files")]
        return {name: make_file(state, Site(), f"{name}.js") for name in names}

    choose = random.Random(seed)
    # Few enough for the test's limits in each 1,024 numbers, which a part has at least.
    archive = {number << 6: words for number, words in random_archive(choose, 500).items()}
    state = make_index(archive, tmp_path)
    now = files(state)
    assert sum(name.startswith("parts/") for name in now) > 100
    for _ in range(4):
        before = now
        touched = change_index(state, change(archive, choose, choose.randrange(40_000) << 6 | 1), RULES)
        now = files(state)
        assert {name for name, _ in before.items() ^ now.items()} <= touched
        assert len(touched) < len(now)


def test_one_article_touches_the_files_of_its_words_only(tmp_path: Path) -> None:
    archive = random_archive(random.Random(3), 800)
    state = make_index(archive, tmp_path)
    (files,) = state.execute("SELECT COUNT(*) FROM search_files").fetchone()
    words = random_words(random.Random(99))._replace(headline=["zebra"], names=[], text=[["zebra"]], filed=())
    touched = change_index(state, [Change(None, max(archive) + 1, b"", pack_words(words))], RULES)
    assert len(touched) <= 3 < files


def test_a_shard_ends_where_the_next_begins() -> None:
    assert [end_of(first, ["harbour", "tide"]) for first in ("", "harbour", "tide")] == ["harbour", "tide", None]
