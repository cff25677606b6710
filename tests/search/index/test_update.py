"""The index is updated for changed articles as if it were built from nothing."""

import random
import sqlite3
from pathlib import Path

import pytest

from newsgen.search.article_words import pack_words
from newsgen.search.format.numbering import year_starts
from newsgen.search.index.article_numbers import number_articles
from newsgen.search.index.files import file_names, make_file
from newsgen.search.index.update import update_index
from newsgen.search.index.word_table import IndexedText, NumberTable, WordTable
from newsgen.settings.site import Site
from tests.support.blocks import RULES, add_index, random_words
from tests.support.state import open_state
from tests.support.tiers import tiers

pytestmark = pytest.mark.long

# Most are of the last year: only another size of the others moves a year.
DAYS = ("", "2003-07-14", *("2004", "2004-02-29", "2004-12", "2004-12-30") * 4)
Articles = dict[str, tuple[str, bytes]]


def article(choose: random.Random) -> tuple[str, bytes]:
    """A date and packed words."""
    return choose.choice(DAYS), pack_words(random_words(choose))


def enter(state: sqlite3.Connection, articles: Articles) -> None:
    """List articles in the archive; their headlines tell their dates."""
    rows = ((path, day, day.encode(), "1", f"{path}.html", day, "News", "en") for path, (day, _) in articles.items())
    columns = "path, published, card_digest, sort_key, href, headline, section, language"
    state.executemany(f"INSERT OR REPLACE INTO articles({columns}) VALUES(?, ?, ?, ?, ?, ?, ?, ?)", rows)
    texts = {
        path: IndexedText(words, f"Excerpt of {len(words)}", words.hex().encode())
        for path, (_, words) in articles.items()
    }
    WordTable(state).save(texts.items())


def build(articles: Articles, folder: Path) -> sqlite3.Connection:
    """A state with the index of these articles, built from nothing."""
    state = open_state()
    enter(state, articles)
    numbers = NumberTable(state)
    numbers.save(number_articles(numbers.all_listed()))
    add_index(state, dict(WordTable(state).by_number()), folder, starts=year_starts(numbers.count_by_year()))
    return state


def files(state: sqlite3.Connection) -> dict[str, bytes]:
    return {name: make_file(state, Site(), name) for name in file_names(state, passages=True)}


@pytest.mark.parametrize("seed", tiers(range(30), always=1, long=11))
def test_an_updated_index_equals_a_rebuilt_one(seed: int, tmp_path: Path) -> None:
    choose = random.Random(seed)
    articles = {f"{number}.md": article(choose) for number in range(40)}
    state = build(articles, tmp_path)
    updates = 0
    for step in range(12):
        before = files(state)
        removed = choose.sample(sorted(articles), choose.choice((0, 1)))
        changed = choose.sample(sorted(articles.keys() - set(removed)), choose.choice((1, 3)))
        news = {path: article(choose) for path in (*changed, *[f"new-{step}.md"] * choose.choice((0, 1)))}
        articles = {path: found for path, found in articles.items() if path not in removed} | news
        state.executemany("DELETE FROM articles WHERE path = ?", ((path,) for path in removed))
        enter(state, news)
        named = update_index(state, {*removed, *news}, RULES)
        rebuilt = build(articles, tmp_path)
        if named is None:
            # A year has another first number.
            state = rebuilt
            continue
        updates += 1
        WordTable(state).discard_changes()
        after = files(state)
        assert after == files(rebuilt)
        assert {name for name, _ in before.items() ^ after.items()} <= named
    assert updates > 2


def test_an_article_whose_page_changed_but_not_its_words_changes_the_root_only(tmp_path: Path) -> None:
    articles = {f"{number}.md": article(random.Random(number)) for number in range(20)}
    state = build(articles, tmp_path)
    enter(state, {"7.md": articles["7.md"]})
    assert update_index(state, {"7.md", "8.md"}, RULES) == {"root.js"}


def test_where_much_changed_only_what_the_index_shows_is_compared(tmp_path: Path) -> None:
    articles = {f"{number}.md": article(random.Random(number)) for number in range(250)}
    state = build(articles, tmp_path)
    assert update_index(state, articles.keys(), RULES) == {"root.js"}
    enter(state, {path: (day, pack_words(random_words(random.Random(1)))) for path, (day, _) in articles.items()})
    assert update_index(state, articles.keys(), RULES) is None
