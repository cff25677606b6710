"""Values with which the archive answers."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from newsgen.record.article import Card


class ArticleRow(NamedTuple):
    """An article as the index has it: its card, its number, and the digest of all that its own page shows of it.

    `sort_key` is None for an article that is not listed.
    """

    card: Card
    id: int
    story_digest: bytes
    sort_key: str | None
    section_id: int | None


class CommentUse(IntEnum):
    """What there is of comments: nothing; some, or whether to show them, in the record; or some on the page too."""

    NONE = 0
    KEPT = 1
    SHOWN = 2


class IndexedArticle(NamedTuple):
    """An article as the index has it: its number, its sort key (None: it is not listed), its digests, its comments,
    and what was taken down of it.
    """

    number: int
    sort_key: str | None
    card_digest: bytes
    story_digest: bytes
    record_digest: bytes
    comments: int
    takedown: str = ""


class ArticleAddress(NamedTuple):
    """The source of an article, its file in the output and its permalink."""

    path: str
    file: str
    permalink: str


class Neighbours(NamedTuple):
    """The articles before and after one in its section, and those of its day whatever their sections."""

    older: Card | None
    newer: Card | None
    older_of_day: Card | None
    newer_of_day: Card | None


class Suggestions(NamedTuple):
    """Other publications of a text; earlier articles on its matter, the nearest first; and later ones, in order."""

    copies: tuple[Card, ...]
    earlier: tuple[Card, ...]
    later: tuple[Card, ...]


class Translation(NamedTuple):
    """A translation of an article: its card, and whether it is known to be the original, or made of the article."""

    card: Card
    is_original: bool = False
    is_made_of_it: bool = False


class ArchivedRecord(NamedTuple):
    """An article that has a record in the dumps: its source, its permalink, the digest of the rest, its part, and the
    permalinks that it had before.
    """

    path: str
    permalink: str
    digest: bytes
    part: str
    moved: tuple[str, ...] = ()
