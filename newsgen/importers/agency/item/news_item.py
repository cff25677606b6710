"""A news item as all formats give it: the values of an article, and what says whether and where it is published."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Literal, NamedTuple

from newsgen.record.article import Correction, Link
from newsgen.record.dates import PartialDate
from newsgen.record.import_entry import Entry

# What the item's sender says of its use.
PubStatus = Literal["usable", "embargoed", "withheld", "canceled"]


class Picture(NamedTuple):
    """A picture of an item: the name, path or URL of its file, or its bytes, and what is said of it."""

    source: str
    caption: str = ""
    credit: str = ""
    alt: str = ""
    content: Callable[[], BinaryIO] | None = None


# Digits of a version's number, so that numbers sort as texts.
_WIDTH = 18


class Version(NamedTuple):
    """Which of two items of the same identity replaces the other: the higher number, then the later time."""

    number: tuple[int, ...] = ()
    time: str = ""

    @property
    def sort_key(self) -> str:
        """A text that sorts as the version does."""
        number = ".".join(str(part).zfill(_WIDTH) for part in self.number)
        return f"{number} {self.time}" if number or self.time else ""


FIRST_VERSION = Version()


@dataclass(slots=True)
class NewsItem:
    """One item, as one message gives it.

    `key` is the same in all versions of an item ("" where the message has none), with the format before it. `html` is
    the body. `kind` is "text", or what else the item holds: "picture", "package". `pictures` and `links` are those that
    the item itself holds; `refers_to` are the keys of other items that belong to it. `kills` is the key of an item that
    this one takes back.
    """

    format: str
    key: str = ""
    kind: str = "text"
    version: Version = FIRST_VERSION
    status: PubStatus = "usable"
    embargo: str = ""
    kills: str = ""
    headline: str = ""
    dek: str = ""
    kicker: str = ""
    byline: tuple[str, ...] = ()
    dateline: str = ""
    published: PartialDate | None = None
    updated: PartialDate | None = None
    section: str = ""
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    language: str = ""
    rights: str = ""
    publication: str = ""
    print_page: str = ""
    original_url: str = ""
    html: str = ""
    pictures: tuple[Picture, ...] = ()
    links: tuple[Link, ...] = ()
    corrections: tuple[Correction, ...] = ()
    refers_to: tuple[str, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
