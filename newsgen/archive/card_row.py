"""Cards as rows of the index: text, which a table can hold and a digest be made of."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from newsgen.record.article import Article, Card, Image
from newsgen.record.dates import PartialDate

if TYPE_CHECKING:
    from newsgen.record.responsive_image import ResponsiveImage

# Separates the names of a list: no text of an article can hold it, since control characters are taken out.
SEPARATOR = "\x1f"
# The columns of a card, in the order of its row.
CARD_COLUMNS = (
    *("path", "permalink", "file", "href", "headline", "dek", "kicker", "byline", "section", "tags"),
    *("language", "direction", "published", "updated", "image"),
)
# A card's fields as a table holds them; where the table has it, the digest comes last.
CardRow = tuple[Any, ...]


def fields_to_row(article: Article) -> CardRow:
    """The fields of an article's card that do not depend on its permalink, from the headline to the image."""
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
    )


def card_from_row(row: CardRow, picture: ResponsiveImage | None = None) -> Card:
    """The card that a row was made of, with the image that its page shows beside it."""
    byline, section, tags, language, direction, published, updated, image = row[7:15]
    return Card._make(
        (
            *(*row[:7], names_from_text(byline), section, names_from_text(tags), language, direction),
            *(date_from_text(published), date_from_text(updated), image_from_text(image) if image else None),
            row[15] if len(row) > 15 else b"",
            picture,
        )
    )


def names_from_text(text: str) -> tuple[str, ...]:
    """The names of a row's list."""
    return tuple(text.split(SEPARATOR)) if text else ()


def image_from_text(text: str) -> Image:
    """The image of a card's row."""
    return Image(*text.split(SEPARATOR))


@lru_cache(maxsize=20_000)
def date_from_text(text: str) -> PartialDate | None:
    """A date from its own text, by place: it was checked when it was made."""
    if not text:
        return None
    return PartialDate(int(text[:4]), int(text[5:7] or 0), int(text[8:10] or 0), text[11:])
