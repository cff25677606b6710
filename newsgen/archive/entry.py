"""What the index keeps of an article: the fields of its card, digests, links, and by which names it is known.

An entry is made wherever the article is read and then travels to the one process that keeps the index: it holds plain
values, and nothing of the body but its digest. It has no permalink yet, since that depends on all other articles.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsgen.archive.card_row import CardRow, card_from_row, fields_to_row
from newsgen.archive.memberships import memberships
from newsgen.archive.permalinks.claim import PermalinkClaim
from newsgen.archive.permalinks.urls import file_of, former_slugs, former_urls, longer_permalink, make_permalink
from newsgen.archive.references import identifiers_of, placed_references, references_of, url_identifier
from newsgen.archive.results import CommentUse
from newsgen.archive.sort_keys import make_sort_key
from newsgen.archive.takedowns import takedown_of
from newsgen.archive.targets import Target, is_named_group
from newsgen.archive.translations.names import TranslationName, translation_names
from newsgen.record.article import Article, Card
from newsgen.record.digests import digest_of, digest_of_bytes
from newsgen.record.paths import href_of
from newsgen.text.markup.article_links import LocalLink, find_addresses

if TYPE_CHECKING:
    from newsgen.settings.site import Site
    from newsgen.text.similarity.fingerprint import Fingerprint
    from newsgen.text.urls import SiteUrls

# Letters and digits of a text's opening that its fingerprint is made of: some twenty words. More of them would tell
# more texts apart, and fewer texts would be known again after an edit.
_OPENING = 120
_WORD = re.compile(r"\w+")
_PUBLISHED = 8


class IndexEntry(NamedTuple):
    """An article as it was read, before it has a permalink.

    `fields` are those of its card. `story_digest` is the digest of all that the article's own page shows of it.
    `identifiers` are by what others may refer to it, beside its permalinks, and `references` by what it refers to
    others, as numbers. `claim` is what it asks of the ledger. `fingerprint` is None where nothing is suggested,
    and `record_digest` is that of its record in the dumps, b"" where the site has none. `withheld` are the listings of
    an article that was removed or names somebody no more, None for all others. `comments` says whether its record has
    comments, and whether its page shows them. `translation_of` are the names of what it is a translation of, `takedown`
    is the kind and date of what was taken down of it, or "".
    """

    path: str
    fields: CardRow
    is_listed: bool
    story_digest: bytes
    identifiers: tuple[int, ...]
    references: tuple[int, ...]
    links: tuple[LocalLink, ...]
    claim: PermalinkClaim
    fingerprint: Fingerprint | None = None
    record_digest: bytes = b""
    withheld: tuple[Target, ...] | None = None
    comments: CommentUse = CommentUse.NONE
    translation_of: tuple[TranslationName, ...] = ()
    takedown: str = ""

    def listed_card(self) -> Card | None:
        """The card without its permalink; None for an article that is not listed."""
        return card_from_row((self.path, "", "", "", *self.fields)) if self.is_listed else None


class PlacedEntry(NamedTuple):
    """An article with its permalink.

    `row` are the fields of its card, and `sort_key` sorts the archive; "" for an article that is not listed.
    `identifiers` are all that it is known by, and `references` by what it refers to others.
    """

    entry: IndexEntry
    row: CardRow
    sort_key: str
    card_digest: bytes
    identifiers: tuple[int, ...]
    references: tuple[int, ...]

    @property
    def path(self) -> str:
        """The path of its source."""
        return self.entry.path

    def card(self) -> Card:
        """The card."""
        return card_from_row(self.row)


def make_index_entry(
    declared: Article,
    published: Article,
    body: str,
    site: Site,
    fingerprint: Fingerprint | None = None,
    record_digest: bytes = b"",
) -> IndexEntry:
    """The entry of an article as it was declared and as it is published; `body` is the HTML of what is published."""
    addresses = find_addresses(published, body, site.urls)
    links = addresses.own
    return IndexEntry(
        path=published.path,
        fields=fields_to_row(published),
        is_listed=published.is_listed,
        story_digest=_story_digest(published, body, site.urls),
        identifiers=identifiers_of(published, site.urls),
        references=references_of(published, (link.address for link in links), addresses.foreign, site.urls),
        links=links,
        claim=_make_claim(declared, site),
        fingerprint=fingerprint,
        record_digest=record_digest,
        withheld=_withheld_groups(declared, published, site),
        comments=_use_of_comments(published, site),
        translation_of=translation_names(published, site.urls) if published.translation_of else (),
        takedown=takedown_of(published),
    )


def _use_of_comments(article: Article, site: Site) -> CommentUse:
    if article.shown_comments(site.comments):
        return CommentUse.SHOWN
    return CommentUse.KEPT if article.has_comments else CommentUse.NONE


def _withheld_groups(declared: Article, published: Article, site: Site) -> tuple[Target, ...] | None:
    withdrawal = published.withdrawal
    if not (published.is_anonymised or (withdrawal and withdrawal.kind == "removed")):
        return None
    left = (member.group for member in memberships(make_card(declared, site), site))
    return tuple(group for group in left if is_named_group(group.kind))


def place_entry(entry: IndexEntry, permalink: str, former: Sequence[str] = ()) -> PlacedEntry:
    """An entry at its permalink; the article is known by its former permalinks too."""
    file = file_of(permalink)
    row = (entry.path, permalink, file, href_of(file), *entry.fields)
    return PlacedEntry(
        entry,
        row,
        make_sort_key(entry.fields[_PUBLISHED], permalink, entry.path) if entry.is_listed else "",
        digest_of(*row) if entry.is_listed else digest_of(*row, "not listed"),
        tuple(dict.fromkeys((*entry.identifiers, *map(url_identifier, (permalink, *former))))),
        _all_references(entry, permalink),
    )


def _all_references(entry: IndexEntry, permalink: str) -> tuple[int, ...]:
    placed = placed_references((link.address for link in entry.links if not link.is_image), permalink)
    return tuple(dict.fromkeys((*entry.references, *placed))) if placed else entry.references


def make_card(article: Article, site: Site) -> Card:
    """The article as listings and links show it, where the site's pattern puts it."""
    permalink = make_permalink(article, site)
    file = file_of(permalink)
    return card_from_row((article.path, permalink, file, href_of(file), *fields_to_row(article)))


def _make_claim(article: Article, site: Site) -> PermalinkClaim:
    permalink = make_permalink(article, site)
    return PermalinkClaim(
        path=article.path,
        permalink=permalink,
        is_explicit=bool(article.permalink),
        slugs=(article.slug, *former_slugs(article.slug, article.language, site.slugs)) if article.slug else (),
        # "/about" is answered as "/about/" is, and would lead to itself.
        aliases=tuple(alias for alias in article.aliases if alias.rstrip("/") != permalink.rstrip("/")),
        pattern_aliases=former_urls(article, site),
        id=article.id,
        fingerprint=_opening_digest(article),
        longer=longer_permalink(article, site, permalink),
        language=article.language,
    )


def _opening_digest(article: Article) -> str:
    """A digest of how the text opens, letters and digits alone: an edit further down or of the layout leaves it."""
    opening = ""
    for block in article.body:
        # No text has a sign between all its letters; twice as much holds enough of them.
        opening += "".join(_WORD.findall(block.text[: 2 * _OPENING]))
        if len(opening) >= _OPENING:
            break
    text = (opening[:_OPENING] or article.headline).casefold()
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def _story_digest(article: Article, body: str, site: SiteUrls) -> bytes:
    """The digest of all that the article's page shows of the article itself; lines of the source are no part of it.

    Which of its links are inside the site, the site's URLs decide.
    """
    fields = [getattr(article, name) for name in _SHOWN]
    extra = sorted(map(repr, article.extra.items()))
    return digest_of(digest_of_bytes(body.encode("utf-8", "surrogatepass")), fields, extra, site.bases)


_SHOWN = tuple(name for name in Article.__slots__ if name not in ("path", "body", "extra", "origin"))
