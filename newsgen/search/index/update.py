"""Update the index for the articles that changed; the result is the index of all articles built from nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from typing import NamedTuple

from newsgen.search.format.files import CARD_WIDTH, TEXT_WIDTH
from newsgen.search.format.numbering import year_starts
from newsgen.search.index.article_numbers import ArticleChange, renumber
from newsgen.search.index.block_table import BlockTable
from newsgen.search.index.block_update import WordsChange, update_blocks
from newsgen.search.index.files import ROOT
from newsgen.search.index.scoring import IndexRules
from newsgen.search.index.word_table import IndexedText, NumberedArticle, NumberTable, WordTable

# A rebuild is faster if more articles changed than the first, and more than one in the second of all.
MAX_CHANGED, MAX_SHARE = 200, 20
_NO_TEXT = IndexedText(b"", "")


class ArticleUpdate(NamedTuple):
    """An article as the index has it and as it shall have it; None if it is not searched."""

    path: str
    before: NumberedArticle | None
    now: NumberedArticle | None


def update_index(state: sqlite3.Connection, outdated: Collection[str], rules: IndexRules) -> set[str] | None:
    """Update the index; the names of the files whose content may have changed, or that came or went.

    `outdated` are the paths of articles whose pages changed. None if the index must be rebuilt, or if so much changed
    that a rebuild is faster; then nothing was updated.
    """
    numbers, words = NumberTable(state), WordTable(state)
    updates = _find_updates(numbers, words, outdated)
    if updates is None:
        return None
    # The root lists sections and languages, which change without any article of the index.
    files = {ROOT}
    changes: list[WordsChange] = []
    for update in updates:
        change, text_before, text = _save_update(numbers, words, update)
        if change.number_before != change.number or change.words_before != change.words:
            changes.append(change)
        articles = list(filter(None, (update.before, update.now)))
        if update.before != update.now or text_before.excerpt != text.excerpt:
            for article in articles:
                files |= {f"cards/{article.number >> CARD_WIDTH}.js", f"dates/{article.year}.js"}
        # Without passages both are b"".
        if text_before.text != text.text or (text.text and change.number_before != change.number):
            files |= {f"texts/{article.number >> TEXT_WIDTH}.js" for article in articles}
    if changes:
        starts = year_starts(numbers.count_by_year())
        files |= {f"{name}.js" for name in update_blocks(BlockTable(state), changes, rules, starts)}
    return files


def _find_updates(numbers: NumberTable, words: WordTable, outdated: Collection[str]) -> list[ArticleUpdate] | None:
    """The articles that changed, and those whose number they change; None if the index is to be rebuilt."""
    limit = max(MAX_CHANGED, numbers.count() // MAX_SHARE)
    paths = {*outdated, *words.changed_paths()}
    if len(paths) > limit:
        # Most of the pages may be outdated for other reasons. Comparing all articles pays only if there are many.
        paths &= numbers.outdated_paths()
    if len(paths) > limit:
        return None
    changes = {path: ArticleChange(numbers.find(path), numbers.find_listed(path)) for path in sorted(paths)}
    moved = renumber(numbers, changes)
    if moved is None or len(moved) > limit:
        return None
    for path in sorted(moved.keys() - changes.keys()):
        changes[path] = ArticleChange(numbers.find(path), numbers.find_listed(path))
    updates: list[ArticleUpdate] = []
    for path, (before, listed) in changes.items():
        number = moved.get(path, before.number if before else None)
        now = listed.numbered(number) if listed and number is not None else None
        updates.append(ArticleUpdate(path, before, now))
    return updates


def _save_update(
    numbers: NumberTable, words: WordTable, update: ArticleUpdate
) -> tuple[WordsChange, IndexedText, IndexedText]:
    """Note an article as the index has it from now on; the change of its words, and its text before and now."""
    path, before, now = update
    text_before = words.find(path) or _NO_TEXT
    text = words.find_changed(path) or text_before
    change = WordsChange(
        before and before.number,
        now and now.number,
        text_before.words,
        text.words,
        before.year if before else 0,
        now.year if now else 0,
    )
    if not now:
        numbers.remove(path)
        words.remove(path)
        return change, text_before, _NO_TEXT
    numbers.save([(path, now)])
    words.accept(path)
    return change, text_before, text
