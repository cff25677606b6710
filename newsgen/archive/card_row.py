"""Cards as rows of the index: text, which a table can hold and a digest be made of."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from newsgen.record.article import NO_GROUPS, Article, Card, Groups, Image
from newsgen.record.dates import PartialDate

if TYPE_CHECKING:
    from newsgen.record.responsive_image import ResponsiveImage

# Separate the names of a list, and lists of several kinds: no text of an article can hold them, since control
# characters are taken out.
SEPARATOR = "\x1f"
_GROUP_SEPARATOR = "\x1e"
# The columns of a card, in the order of its row.
CARD_COLUMNS = (
    *("path", "permalink", "file", "href", "headline", "dek", "kicker", "byline", "section", "tags"),
    *("language", "direction", "published", "updated", "image", "publication", "group_names"),
)
# A card's fields as a table holds them; where the table has it, the digest comes last.
CardRow = tuple[Any, ...]


def fields_to_row(article: Article) -> CardRow:
    """The fields of an article's card that do not depend on its permalink, from the headline on."""
    image = next((image for image in article.images if image.file), None)
    return (
        article.headline,
        article.dek,
        article.kicker,
        SEPARATOR.join(article.byline),
        article.section,
        SEPARATOR.join(article.tags),
        article.language,
        article.direction,
        str(article.published) if article.published else "",
        str(article.updated) if article.updated else "",
        SEPARATOR.join((image.file, image.alt, image.caption, image.credit)) if image else "",
        article.publication,
        groups_to_text(article.groups) if article.groups else "",
    )


def card_from_row(row: CardRow, picture: ResponsiveImage | None = None) -> Card:
    """The card that a row was made of, with the image that its page shows beside it."""
    byline, section, tags, language, direction, published, updated, image, publication, groups = row[7:17]
    return Card._make(
        (
            *(*row[:7], names_from_text(byline), section, names_from_text(tags), language, direction),
            *(date_from_text(published), date_from_text(updated), image_from_text(image) if image else None),
            publication,
            groups_from_text(groups) if groups else NO_GROUPS,
            row[17] if len(row) > 17 else b"",
            picture,
        )
    )


def names_from_text(text: str) -> tuple[str, ...]:
    """The names of a row's list."""
    return tuple(text.split(SEPARATOR)) if text else ()


def groups_to_text(groups: Groups) -> str:
    """The names of listings, by their kinds, as one text."""
    return _GROUP_SEPARATOR.join(SEPARATOR.join((kind, *names)) for kind, names in groups.items())


@lru_cache(maxsize=20_000)
def groups_from_text(text: str) -> Groups:
    """The names that `groups_to_text` was given."""
    parts = (part.split(SEPARATOR) for part in text.split(_GROUP_SEPARATOR))
    return {kind: tuple(names) for kind, *names in parts}


def image_from_text(text: str) -> Image:
    """The image of a card's row."""
    return Image(*text.split(SEPARATOR))


@lru_cache(maxsize=20_000)
def date_from_text(text: str) -> PartialDate | None:
    """A date from its own text, by place: it was checked when it was made."""
    if not text:
        return None
    return PartialDate(int(text[:4]), int(text[5:7] or 0), int(text[8:10] or 0), text[11:])
