"""Bringing the index up to date with the articles of a build, and saying which of its files that touches."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import count, islice
from pathlib import Path

from newsgen.archive.database import BuildMemo, decode_path, encode_path
from newsgen.archive.targets import SEARCH_FILE
from newsgen.build.workers.pool import Processes, run
from newsgen.output.register import owners_of_kind
from newsgen.record.digests import digest_of
from newsgen.search.format.files import CARD_WIDTH
from newsgen.search.index.article_numbers import Listed, Numbered, listed_of, number_anew, numbered_of, renumber
from newsgen.search.index.block_table import put_blocks
from newsgen.search.index.files import ROOT, STEMMERS, all_names, rules_of, stemmer_names
from newsgen.search.index.inversion import clear_postings, encode_partitions, invert_batches
from newsgen.search.index.scoring import IndexRules
from newsgen.search.index.update import Change, change_index, forget_index, plan_all
from newsgen.settings.site import Site

# Where more of the articles changed than one in so many, and more than so many, making all anew is faster.
_FEW, _MANY = 20, 200
# The articles of which the index knows something else than the archive.
_OTHERS = (
    "SELECT o.path FROM other_words o LEFT JOIN words w ON w.path = o.path"
    " WHERE w.words IS NOT o.words OR w.excerpt IS NOT o.excerpt",
    "SELECT a.path FROM articles a LEFT JOIN numbered n ON n.path = a.path"
    " WHERE a.position IS NOT NULL AND n.shown IS NOT a.digest",
    "SELECT n.path FROM numbered n LEFT JOIN articles a ON a.path = n.path WHERE a.position IS NULL",
)
# Articles that are filed at once, and articles for each heap that is coded at once: some 50 MB of memory either way.
_BATCH = 1_000
_MOST_HEAPS = 256


def save_words(state: sqlite3.Connection, news: Iterable[tuple[str, bytes, str]]) -> None:
    """Keep the packed words and the excerpt of articles that were read, until the index is brought up to date."""
    # The first time all of them are new, and nothing must be known of what they were.
    table = "other_words" if state.execute("SELECT 1 FROM numbered LIMIT 1").fetchone() else "words"
    state.executemany(
        f"INSERT OR REPLACE INTO {table} VALUES(?, ?, ?)",
        ((encode_path(path), words, excerpt) for path, words, excerpt in news),
    )


def update_search(
    state: sqlite3.Connection, site: Site, touched: Collection[str], folder: Path, processes: Processes, everything: str
) -> dict[str, str]:
    """Bring the index up to date; the names of its files that may be others now, each with the reason.

    `touched` are the owners of pages that changed, `folder` is for what lies between two rounds of processes, and
    `everything` is the reason why all pages are touched ("": they are not).
    """
    meta = BuildMemo(state)
    if not site.search:
        forget_index(state)
        for table in ("words", "other_words", "numbered"):
            state.execute(f"DELETE FROM {table}")
        return dict.fromkeys(_names_before(state), "site.yaml changed")
    rules = rules_of(site)
    kind = digest_of(sorted(rules.common), rules.places)
    is_new = meta.get("search") != kind
    meta.put("search", kind)
    names = None if is_new else _change(state, touched, rules)
    if names is None:
        _make_anew(state, folder, processes, rules)
    state.execute("DELETE FROM other_words")
    if names is None or everything:
        return dict.fromkeys((*all_names(state), *_names_before(state)), everything or "articles changed")
    return dict.fromkeys(sorted(names), "articles changed")


def _names_before(state: sqlite3.Connection, folder: str = "") -> list[str]:
    """The files that the last build left, or those of a folder; some of them may be no more."""
    owners = owners_of_kind(state, f"{SEARCH_FILE}{folder}")
    return [owner.removeprefix(SEARCH_FILE) for owner in owners]


def _make_anew(state: sqlite3.Connection, folder: Path, processes: Processes, rules: IndexRules) -> None:
    """Make all of the index from the words of all articles."""
    forget_index(state)
    state.execute("INSERT OR REPLACE INTO words SELECT * FROM other_words")
    number_anew(state)
    state.execute("DELETE FROM words WHERE path NOT IN (SELECT path FROM numbered)")
    (articles,) = state.execute("SELECT COUNT(*) FROM numbered").fetchone()
    heaps = min(_MOST_HEAPS, articles // (2 * _BATCH) + 1)
    try:
        with processes(articles) as (executor, workers):
            batches = sum(1 for _ in run(executor, invert_batches, _deal(state), 1, workers, folder, rules, heaps))
            for rows in run(executor, encode_partitions, range(heaps), 1, workers, folder, rules, heaps, batches):
                put_blocks(state, rows)
    finally:
        clear_postings(folder)
    plan_all(state)


def _deal(state: sqlite3.Connection) -> Iterator[tuple[int, list[tuple[int, bytes]]]]:
    """The packed words of all articles in the order of their numbers, in numbered batches."""
    rows = state.execute("SELECT n.number, w.words FROM numbered n JOIN words w ON w.path = n.path ORDER BY n.number")
    for batch in count(0):
        articles = list(islice(rows, _BATCH))
        if not articles:
            return
        yield batch, articles


def _change(state: sqlite3.Connection, touched: Collection[str], rules: IndexRules) -> set[str] | None:
    """Change the index for the articles that changed; the files that this touches.

    None where so much changed that all is to be made anew.
    """
    paths = {owner.removeprefix("article:") for owner in touched if owner.startswith("article:")}
    paths |= {decode_path(path) for (path,) in state.execute("SELECT path FROM other_words")}
    if _is_much(state, len(paths)):
        paths &= {decode_path(path) for query in _OTHERS for (path,) in state.execute(query)}
    if _is_much(state, len(paths)):
        return None
    news = {path: (numbered_of(state, path), listed_of(state, path)) for path in sorted(paths)}
    moved = renumber(state, news)
    if moved is None or _is_much(state, len(moved)):
        return None
    for path in sorted(moved.keys() - news.keys()):
        news[path] = (numbered_of(state, path), listed_of(state, path))
    changes, files = [], set()
    for path, (before, now) in news.items():
        change = _change_of(state, path, before, moved.get(path, before.number if before and now else None))
        excerpt_changed = _keep(state, path, now, change.now)
        if change.before != change.now or change.words_before != change.words:
            changes.append(change)
        if change.before != change.now or excerpt_changed or (before and now and before.shown != now.shown):
            files |= {
                f"cards/{number >> CARD_WIDTH}.js" for number in (change.before, change.now) if number is not None
            }
            files |= {f"dates/{year}.js" for year in (before and before.year, now and now.year) if year is not None}
    if changes:
        files |= {f"{name}.js" for name in change_index(state, changes, rules)}
    # The first article in a language brings its stemmer, and the last one takes it away.
    files |= set(stemmer_names(state)).symmetric_difference(_names_before(state, STEMMERS))
    # The root tells of sections and languages too, which change without any article.
    return {ROOT, *files}


def _is_much(state: sqlite3.Connection, changed: int) -> bool:
    (articles,) = state.execute("SELECT COUNT(*) FROM numbered").fetchone()
    return bool(changed > max(_MANY, articles // _FEW))


def _change_of(state: sqlite3.Connection, path: str, before: Numbered | None, number: int | None) -> Change:
    (old,) = state.execute("SELECT words FROM words WHERE path = ?", (encode_path(path),)).fetchone() or (b"",)
    (new,) = state.execute("SELECT words FROM other_words WHERE path = ?", (encode_path(path),)).fetchone() or (old,)
    return Change(before.number if before else None, number, old, new)


def _keep(state: sqlite3.Connection, path: str, now: Listed | None, number: int | None) -> bool:
    """Know an article as it is now; whether its excerpt is another."""
    key = (encode_path(path),)
    if not now:
        for table in ("numbered", "words"):
            state.execute(f"DELETE FROM {table} WHERE path = ?", key)
        return False
    state.execute("INSERT OR REPLACE INTO numbered VALUES(?, ?, ?, ?, ?)", (*key, *now[:2], number, now.shown))
    old = state.execute("SELECT excerpt FROM words WHERE path = ?", key).fetchone()
    new = state.execute("SELECT excerpt FROM other_words WHERE path = ?", key).fetchone()
    if new:
        state.execute("INSERT OR REPLACE INTO words SELECT * FROM other_words WHERE path = ?", key)
    return bool(new and new != old)
