"""The record: what is known of one article, and what other pages may know of it.

`Article` is made by the loader, is never changed and holds plain values only. A `Card` is the part of it
that listings show; a story's body can change without its card changing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from newsgen.record.dates import PartialDate
from newsgen.record.responsive_image import ResponsiveImage

Direction = Literal["ltr", "rtl"]
BlockKind = Literal["paragraph", "subhead", "quote", "item", "markdown"]


class Origin(NamedTuple):
    """Where a field was read: a file of the site's folder, and its line (0: the file's name)."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the body: a paragraph, subhead, quote or list item of pasted text, or a whole Markdown body.

    `line` is the source's line on which it begins, 0 where the source does not have it in lines of its own.
    """

    kind: BlockKind
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the article: a file beside the text, or below `static/` when it begins with "/".

    `file` is "" for a picture that the text tells of but does not hold.
    """

    file: str
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A related article as the text names it: by headline, by URL or path, or by both."""

    headline: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What was put right after publication, and when, as far as is known."""

    text: str
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """What is said of an article whose text is no longer published.

    Of one that is "withdrawn" readers still see what it was; of one that is "removed" only that there was one.
    """

    kind: Literal["withdrawn", "removed"]
    reason: str = ""
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article, as its source tells it. A field that the source does not show is empty.

    `path` is the source below the articles folder, with "/" between folders. `section` and `tags` are
    names as written. `permalink` is what the source declares, "" where the site's pattern shall make it.
    `notice` is said on its page of the article as a whole. One that is `delisted` has a page that no listing, feed or
    search leads to; so has one with a `withdrawal`, of which little more is there than that.
    `id` is by what the ledger knows the article when its file is renamed, and `aliases` are older permalinks of its.
    `print_page` is the page of the printed paper. `extra` holds front matter that newsgen carries but does not use.
    `origin` says where each field was read. `text_digest` is the SHA-256 of the body's text, which outlasts the body
    where only its HTML is needed.
    """

    path: str
    headline: str
    dek: str = ""
    kicker: str = ""
    byline: tuple[str, ...] = ()
    dateline: str = ""
    section: str = ""
    tags: tuple[str, ...] = ()
    language: str = ""
    direction: Direction = "ltr"
    published: PartialDate | None = None
    updated: PartialDate | None = None
    corrections: tuple[Correction, ...] = ()
    body: tuple[Block, ...] = ()
    related: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    original_url: str = ""
    rights: str = ""
    print_page: str = ""
    slug: str = ""
    permalink: str = ""
    id: str = ""
    aliases: tuple[str, ...] = ()
    notice: str = ""
    delisted: bool = False
    withdrawal: Withdrawal | None = None
    extra: Mapping[str, object] = field(default_factory=dict)
    origin: Mapping[str, Origin] = field(default_factory=dict)
    text_digest: str = field(default="", compare=False)

    @property
    def is_listed(self) -> bool:
        """Whether listings, feeds and search lead to it."""
        return not (self.delisted or self.withdrawal)


class Card(NamedTuple):
    """What other pages may know of an article.

    `path` names the source, `permalink` is the public URL below the site's root ("/2024/02/flood.html"),
    `file` the file of the output that answers it ("2024/02/flood.html"), and `href` that file as a link
    from the root, escaped. `digest` tells cards apart that differ in anything else. `picture` is what listings show
    beside it; where only its headline is shown, there is none. A tuple, for an archive makes millions of them.
    """

    path: str
    permalink: str
    file: str
    href: str
    headline: str
    dek: str
    kicker: str
    byline: tuple[str, ...]
    section: str
    tags: tuple[str, ...]
    language: str
    direction: Direction
    published: PartialDate | None
    updated: PartialDate | None
    image: Image | None
    digest: bytes = b""
    picture: ResponsiveImage | None = None
