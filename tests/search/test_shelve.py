"""An index that is changed equals one made anew."""

import random
from pathlib import Path

import pytest

from newsgen.search.shelve import Change, change_index, end_of
from newsgen.search.words import pack_words
from tests.search.shelves import RULES, make_index, random_archive, random_words, rows_of


@pytest.mark.parametrize("seed", range(6))
def test_changes_lead_to_the_index_of_all_articles(seed: int, tmp_path: Path) -> None:
    choose = random.Random(seed)
    archive = random_archive(choose, choose.choice((20, 600, 1_500)))
    state = make_index(archive, tmp_path)
    for _ in range(4):
        free = max(archive) + 1
        changes = []
        for number in choose.sample(sorted(archive), min(len(archive) // 2, choose.choice((1, 5, 15)))):
            words = archive.pop(number)
            kind = choose.choice(("goes", "is edited", "moves"))
            now = None if kind == "goes" else number if kind == "is edited" else free + 1 + number
            new = pack_words(random_words(choose)) if kind == "is edited" else words
            changes.append(Change(number, now, words, new))
            if now is not None:
                archive[now] = new
        new = pack_words(random_words(choose))
        changes.append(Change(None, free, b"", new))
        archive[free] = new
        before = {name for _, name, *_ in rows_of(state)["search_files"]}
        touched = change_index(state, changes, RULES)
        rows = rows_of(make_index(archive, tmp_path))
        assert rows_of(state) == rows
        assert before ^ {name for _, name, *_ in rows["search_files"]} <= touched


def test_one_article_touches_the_files_of_its_words_only(tmp_path: Path) -> None:
    archive = random_archive(random.Random(3), 800)
    state = make_index(archive, tmp_path)
    (files,) = state.execute("SELECT COUNT(*) FROM search_files").fetchone()
    words = random_words(random.Random(99))._replace(headline=["zebra"], names=[], text=[["zebra"]], filed=())
    touched = change_index(state, [Change(None, max(archive) + 1, b"", pack_words(words))], RULES)
    assert len(touched) <= 3 < files


def test_a_shard_ends_where_the_next_begins() -> None:
    assert [end_of(first, ["harbour", "tide"]) for first in ("", "harbour", "tide")] == ["harbour", "tide", None]
