"""Files among the articles that newsgen ignores: texts in another format would be missing from the archive."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from newsgen.errors import Finding, Problem
from newsgen.record.paths import ARTICLE_ENDINGS, COMMENTS_ENDING, FOREIGN_TEXT_ENDINGS, METADATA
from newsgen.sources.files import is_ignored

_RULE = "unread-files"
_SAVE_AS_TEXT = "Save it as .txt or .md"
# What brings the texts of a format over.
_IMPORTS = {
    ending: f'Bring it over with "newsgen import {name}"'
    for name, endings in {
        "html": ".html .htm .xhtml .mht .mhtml",
        "table": ".csv .json",
        "warc": ".warc",
        "pelican": ".rst",
    }.items()
    for ending in endings.split()
}
# Files that systems and editors leave in folders.
_LEFTOVERS = ("thumbs.db", "desktop.ini", "*~", "*.bak", "*.tmp", "*.swp", "~$*")
_REASON = "It would be missing from the archive."


def find_unread_files(
    files: Collection[str], known: Collection[str], ignored: Collection[str], label: str
) -> Iterator[Problem]:
    """The files that are no article, that no article shows or links to, and that no pattern of site.yaml ignores.

    `files` and the `known` ones, articles and what they publish, are paths below the articles folder; `label` is its
    name in messages.
    """
    known = frozenset(known)
    for path in sorted(path for path in files if path not in known and _is_unread(path, ignored)):
        if path.lower().endswith(FOREIGN_TEXT_ENDINGS):
            yield _unread_text(path, label)
        else:
            fix = "Show it in its article, link to it, or take it away."
            yield Problem(f"{label}/{path}", 0, "is shown and linked by no article", _REASON, fix)


def find_unread_texts(
    files: Iterable[str], articles: Collection[str], ignored: Collection[str], label: str
) -> list[Finding]:
    """A finding for each file in a format of texts that is no article and that no pattern ignores, sorted.

    Articles may link to some of them.
    """
    found = (path for path in files if path.lower().endswith(FOREIGN_TEXT_ENDINGS) and _is_unread(path, ignored))
    return [Finding(_RULE, _unread_text(path, label)) for path in sorted(found) if path not in articles]


def without_published(findings: Iterable[Finding], published: Collection[str]) -> Iterator[Finding]:
    """The findings without those of unread files that articles publish; `published` are paths as messages name them."""
    return (found for found in findings if found.rule != _RULE or found.problem.path not in published)


def has_unread(findings: Iterable[Finding]) -> bool:
    """Whether an unread file is among some findings."""
    return any(found.rule == _RULE for found in findings)


def _unread_text(path: str, label: str) -> Problem:
    first = _IMPORTS.get(_ending_of(path), _SAVE_AS_TEXT)
    fix = f"{first}, link to it, or name it under ignore: in site.yaml."
    return Problem(f"{label}/{path}", 0, "is no article that newsgen reads", _REASON, fix)


def _is_unread(path: str, ignored: Collection[str]) -> bool:
    name = path.rpartition("/")[2].lower()
    if path.lower().endswith((*ARTICLE_ENDINGS, COMMENTS_ENDING)) or path == METADATA or is_ignored(path, ignored):
        return False
    return not any(fnmatchcase(name, pattern) for pattern in _LEFTOVERS)


def _ending_of(path: str) -> str:
    return PurePosixPath(path.lower()).suffix
