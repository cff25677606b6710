"""Files among the articles that newsgen ignores: texts in another format would be missing from the archive."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from newsgen.errors import Problem
from newsgen.record.paths import ARTICLE_ENDINGS, COMMENTS_ENDING, METADATA

_TEXTS = frozenset(
    (
        ".html .htm .xhtml .docx .doc .odt .rtf .pdf .pages .tex .rst .adoc .org .markdown .mdown .mkd .mdx .text .xml"
        " .json .csv .eml .mht .mhtml .warc .epub"
    ).split()
)
# Files that systems and editors leave in folders.
_LEFTOVERS = ("thumbs.db", "desktop.ini", "*~", "*.bak", "*.tmp", "*.swp", "~$*")


def find_unread_files(
    files: Collection[str], known: Collection[str], ignored: Collection[str], label: str
) -> Iterator[Problem]:
    """The files that are no article, that no article shows or links to, and that no pattern of site.yaml ignores.

    `files` and the `known` ones, articles and what they publish, are paths below the articles folder; `label` is its
    name in messages.
    """
    known = frozenset(known)
    for path in sorted(files):
        name = path.rpartition("/")[2]
        if path.lower().endswith((*ARTICLE_ENDINGS, COMMENTS_ENDING)) or path == METADATA or path in known:
            continue
        if any(fnmatchcase(path, pattern) or fnmatchcase(name, pattern) for pattern in ignored):
            continue
        if any(fnmatchcase(name.lower(), pattern) for pattern in _LEFTOVERS):
            continue
        if PurePosixPath(name.lower()).suffix in _TEXTS:
            message, fix = (
                "is no article that newsgen reads",
                "Save it as .txt or .md, link to it, or name it under ignore: in site.yaml.",
            )
        else:
            message, fix = "is shown and linked by no article", "Show it in its article, link to it, or take it away."
        yield Problem(f"{label}/{path}", 0, message, "It would be missing from the archive.", fix)
