"""`Article`: all that is known of one article. `Card`: the part of it that other pages may show.

An article is made by `newsgen.sources`, is never changed and holds plain values only. Its body can change while its
card stays equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from newsgen.record.comment import Comment
from newsgen.record.dates import PartialDate
from newsgen.record.responsive_image import ResponsiveImage

Direction = Literal["ltr", "rtl"]
# Names by the kind of listing that has them: {"people": ("Ada Quill",)}.
Groups = Mapping[str, tuple[str, ...]]
NO_GROUPS: Groups = {}
BlockKind = Literal["paragraph", "subhead", "quote", "item", "verse", "table", "markdown", "html"]


class Origin(NamedTuple):
    """Where a field was read: a file of the site's folder, and its line (0: the file's name)."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the body: a paragraph, subhead, quote, list item, stanza or table of pasted text, or a Markdown body.

    The lines of a stanza ("verse") and of a table end in "\\n"; the cells of a table are apart by tabs.

    `line` is the line of the source on which it begins, 0 where its lines are not those of the source.
    """

    kind: BlockKind
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Image:
    """An image that an article declares: a file beside the text, or below `static/` when it begins with "/".

    `file` is "" for an image that the text describes but does not hold.
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
    """What was corrected after publication, and when, as far as known."""

    text: str
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The notice of an article whose text is no longer published.

    A "withdrawn" article still shows what it was; a "removed" one only that there was one.
    """

    kind: Literal["withdrawn", "removed"]
    reason: str = ""
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article, as its source states it. A field that the source does not show is empty.

    `path` is the source's path below the articles folder, with "/" between folders. `section` and `tags` are names as
    written. `permalink` is the one that the source declares, "" where the site's pattern makes it. `notice` is shown on
    the article's page and concerns it as a whole. No listing, feed or search leads to the page of an article that is
    `delisted` or has a `withdrawal`, and of the latter little more than its notice is published. `id` identifies the
    article in the ledger when its file is renamed; `aliases` are its older permalinks. `translation_of` names articles
    in other languages that are versions of it, by id, address or file. `print_page` is its page in the printed paper,
    and `publication` the name of that paper, "" for the site's own. `groups` are the names of the other listings that
    have it, such as those of people. `comments` are in the order of their file, and `shows_comments` says whether the
    page shows them (None: as the site does). `extra` holds front matter that newsgen keeps but does not use.
    `is_anonymised` says that names were replaced in it. `origin` says where each field was read. `text_digest` is
    the SHA-256 of the body's text, kept where the body is dropped because only its HTML is needed.
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
    translation_of: tuple[str, ...] = ()
    notice: str = ""
    delisted: bool = False
    withdrawal: Withdrawal | None = None
    publication: str = ""
    groups: Groups = field(default_factory=dict)
    comments: tuple[Comment, ...] = ()
    shows_comments: bool | None = None
    is_anonymised: bool = False
    extra: Mapping[str, object] = field(default_factory=dict)
    origin: Mapping[str, Origin] = field(default_factory=dict)
    text_digest: str = field(default="", compare=False)

    @property
    def is_listed(self) -> bool:
        """Whether listings, feeds and search lead to the article."""
        return not (self.delisted or self.withdrawal)

    @property
    def has_comments(self) -> bool:
        """Whether there are comments, or a word on whether they are shown."""
        return bool(self.comments) or self.shows_comments is not None

    def shown_comments(self, by_default: bool) -> tuple[Comment, ...]:
        """The comments that its page shows; `by_default` is what the site says of all articles."""
        return self.comments if (by_default if self.shows_comments is None else self.shows_comments) else ()


class Card(NamedTuple):
    """What other pages may show of an article.

    `path` is that of its source, `permalink` its public URL below the site's root ("/2024/02/flood.html"), `file` the
    output file that answers it ("2024/02/flood.html"), and `href` the escaped link to that file from the root. `digest`
    differs where any field but `picture` does. `picture` is the image that listings show beside the headline; it is
    None where only the headline is shown. A tuple, because an archive makes millions of cards.
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
    publication: str = ""
    groups: Groups = NO_GROUPS
    digest: bytes = b""
    picture: ResponsiveImage | None = None
