"""What the archive keeps of an article: its card, its place in the order, and by which names it is known.

An entry is made wherever the article is read and then travels to the one process that keeps the index, so that it holds
plain values only and nothing of the body but its digest.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from newsgen.archive.permalinks.ledger import PermalinkClaim
from newsgen.archive.permalinks.urls import file_of, former_urls, make_permalink, make_slug
from newsgen.archive.references import identifiers_of, references_of, url_identifier
from newsgen.record.article import Article, Card, Image
from newsgen.record.dates import PartialDate
from newsgen.record.digests import digest_of, digest_of_bytes
from newsgen.record.paths import href_of
from newsgen.record.redaction import redact
from newsgen.record.responsive_image import ResponsiveImage
from newsgen.settings.site import Site
from newsgen.text.markup.article_links import LocalLink
from newsgen.text.markup.article_links import find_addresses as _find_addresses
from newsgen.text.similarity.fingerprint import Fingerprint

# Stands between the names of a list: no text of an article can hold it, for control characters are taken out.
_BETWEEN = "\x1f"
# A card's fields as a table holds them: text, and at the end the digest where the table has it.
CardRow = tuple[Any, ...]
# How many letters and digits of a text's opening its fingerprint is made of: some twenty words. More of them would tell
# more texts apart, and know fewer again that were edited.
_OPENING = 120
_WORD = re.compile(r"\w+")


class IndexEntry(NamedTuple):
    """An article as the index knows it.

    `position` sorts the archive: undated first, then the oldest to the newest; equal dates by permalink; "" for an
    article that is not listed. `digest` is
    the card's, `content` that of everything that the article's own page shows. `names` are by what others may refer to
    it, and `wants` by what it refers to others, as numbers. `claim` is what it asks of the ledger. `gist` is None where
    nothing is suggested.
    """

    row: CardRow
    position: str
    digest: bytes
    content: bytes
    names: tuple[int, ...]
    wants: tuple[int, ...]
    addresses: tuple[LocalLink, ...]
    claim: PermalinkClaim
    gist: Fingerprint | None

    @property
    def path(self) -> str:
        """The source's path."""
        return str(self.row[0])


def make_index_entry(article: Article, body: str, site: Site, gist: Fingerprint | None = None) -> IndexEntry:
    """The entry of an article; `body` is the HTML of what is published of its text."""
    permalink = make_permalink(article, site)
    claim = _make_claim(article, permalink, site)
    article = redact(article)
    card = make_card(article, site, permalink)
    row = card_to_row(card)
    addresses = tuple(_find_addresses(article, body))
    return IndexEntry(
        row=row,
        position=_order(card) if article.is_listed else "",
        digest=_digest_card(row, article.is_listed),
        content=_story_digest(article, body),
        names=identifiers_of(card, article),
        wants=references_of(article, (found.address for found in addresses)),
        addresses=addresses,
        claim=claim,
        gist=gist,
    )


def at_permalink(entry: IndexEntry, permalink: str, moved: Sequence[str]) -> IndexEntry:
    """An entry whose article has this permalink, whatever it asked for; it is known by those too that it moved from."""
    before = entry.claim.permalink
    if moved:
        entry = entry._replace(names=tuple(dict.fromkeys((*entry.names, *map(url_identifier, moved)))))
    if permalink == before:
        return entry
    file = file_of(permalink)
    row = (entry.row[0], permalink, file, href_of(file), *entry.row[4:])
    position = entry.position
    if position:
        when, _, path = position.split(_BETWEEN, 2)
        position = _BETWEEN.join((when, permalink, path))
    names = (url_identifier(permalink) if name == url_identifier(before) else name for name in entry.names)
    return entry._replace(
        row=row,
        position=position,
        digest=_digest_card(row, bool(position)),
        names=tuple(dict.fromkeys(names)),
    )


def make_card(article: Article, site: Site, permalink: str = "") -> Card:
    """The article as listings and links show it, at this permalink or where the site's pattern puts it."""
    permalink = permalink or make_permalink(article, site)
    file = file_of(permalink)
    return Card(
        path=article.path,
        permalink=permalink,
        file=file,
        href=href_of(file),
        headline=article.headline,
        dek=article.dek,
        kicker=article.kicker,
        byline=article.byline,
        section=article.section,
        tags=article.tags,
        language=article.language,
        direction=article.direction,
        published=article.published,
        updated=article.updated,
        image=next((image for image in article.images if image.file), None),
    )


def card_to_row(card: Card) -> CardRow:
    """A card as a row of text, which a table can hold and a digest be made of."""
    image = card.image
    return (
        *card[:7],
        _BETWEEN.join(card.byline),
        card.section,
        _BETWEEN.join(card.tags),
        card.language,
        card.direction,
        str(card.published) if card.published else "",
        str(card.updated) if card.updated else "",
        _BETWEEN.join((image.file, image.alt, image.caption, image.credit)) if image else "",
    )


def card_from_row(row: CardRow, picture: ResponsiveImage | None = None) -> Card:
    """The card that a row was made of, with the picture that its page shows beside it."""
    byline, section, tags, language, direction, published, updated, image = row[7:15]
    return Card._make(
        (
            *(*row[:7], split_names(byline), section, split_names(tags), language, direction),
            *(date_of(published), date_of(updated), image_of(image) if image else None),
            row[15] if len(row) > 15 else b"",
            picture,
        )
    )


def split_names(text: str) -> tuple[str, ...]:
    """The names of a row's list."""
    return tuple(text.split(_BETWEEN)) if text else ()


def image_of(text: str) -> Image:
    """The picture of a card's row."""
    return Image(*text.split(_BETWEEN))


@lru_cache(maxsize=20_000)
def date_of(text: str) -> PartialDate | None:
    """A date from its own text, by place: it was checked when it was made."""
    if not text:
        return None
    return PartialDate(int(text[:4]), int(text[5:7] or 0), int(text[8:10] or 0), text[11:])


def _digest_card(row: CardRow, is_listed: bool) -> bytes:
    return digest_of(*row) if is_listed else digest_of(*row, "not listed")


def _make_claim(article: Article, permalink: str, site: Site) -> PermalinkClaim:
    slug = make_slug(article.slug, article.language, site.slugs) if article.slug else ""
    return PermalinkClaim(
        path=article.path,
        permalink=permalink,
        on_purpose=bool(article.permalink),
        slug=slug,
        aliases=article.aliases,
        former=former_urls(article, site),
        id=article.id,
        fingerprint=_fingerprint(article),
    )


def _fingerprint(article: Article) -> str:
    """A digest of how the text opens, letters and digits alone: an edit further down or of the layout leaves it."""
    opening = ""
    for block in article.body:
        # No text has a sign between all its letters; twice as much holds enough of them.
        opening += "".join(_WORD.findall(block.text[: 2 * _OPENING]))
        if len(opening) >= _OPENING:
            break
    text = (opening[:_OPENING] or article.headline).casefold()
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:12]


def _order(card: Card) -> str:
    """A total order: nothing of a page may depend on the order in which files were found."""
    date = card.published
    when = f"{date.year:04}{date.month:02}{date.day:02}{date.clock}" if date else ""
    return _BETWEEN.join((when, card.permalink, card.path.encode("utf-8", "backslashreplace").decode()))


def _story_digest(article: Article, body: str) -> bytes:
    """The digest of all that the article's page shows of the article itself; lines of the source are no part of it."""
    fields = [getattr(article, name) for name in _SHOWN]
    return digest_of(
        digest_of_bytes(body.encode("utf-8", "surrogatepass")), fields, sorted(map(repr, article.extra.items()))
    )


_SHOWN = tuple(name for name in Article.__slots__ if name not in ("path", "body", "extra", "origin"))
