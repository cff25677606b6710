"""What a story tells programs: the record with the whole addresses of its page, its listings and its pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from newsgen.archive.groups import normalised_name
from newsgen.pages.metadata.citations.names import Name, read_name
from newsgen.pages.metadata.citations.reference import Reference
from newsgen.pages.page import ListingLink
from newsgen.record.article import Article, Card, Image
from newsgen.record.paths import href_of
from newsgen.record.responsive_image import ResponsiveImage
from newsgen.settings.site import Site
from newsgen.text.markup.article_links import address_of


class Photo(NamedTuple):
    """A picture of the story: its whole address, its measures in pixels (0: unknown), and what is said of it."""

    url: str
    width: int
    height: int
    alt: str = ""
    caption: str = ""
    credit: str = ""


class Author(NamedTuple):
    """A name of the byline, and the whole address of the listing of its articles, "" where there is none."""

    name: Name
    url: str = ""


class StoryFacts(NamedTuple):
    """Addresses are whole ones; without a `url:` in site.yaml there are none, and no photos.

    `published` and `updated` are as the record has them, at their own precision: no program is told a day or an hour
    that nobody knows.
    """

    article: Article
    authors: tuple[Author, ...]
    url: str = ""
    section_url: str = ""
    photos: tuple[Photo, ...] = ()


def gather_facts(
    article: Article,
    card: Card,
    site: Site,
    section: ListingLink | None,
    authors: Iterable[ListingLink],
    pictures: Mapping[str, ResponsiveImage],
) -> StoryFacts:
    """The facts of a story. `pictures` are those that it shows, by the address that its text has for them."""
    names = [read_name(name, article.language) for name in article.byline]
    if not site.url:
        return StoryFacts(article, tuple(map(Author, names)))
    base = f"{site.url}/"
    listings = {normalised_name(place.name): base + place.href for place in authors if place.href}
    return StoryFacts(
        article,
        tuple(Author(name, listings.get(normalised_name(name.whole), "")) for name in names),
        site.url + href_of(card.permalink),
        base + section.href if section else "",
        tuple(_photos(article.images, pictures, base)) if pictures else (),
    )


def make_reference(facts: StoryFacts, paper: str) -> Reference:
    """What others cite of a story that stands in this paper."""
    article = facts.article
    return Reference(
        tuple(author.name for author in facts.authors),
        article.headline,
        paper,
        article.published,
        article.print_page,
        article.section,
        article.language,
        facts.url,
    )


def _photos(images: Iterable[Image], pictures: Mapping[str, ResponsiveImage], base: str) -> Iterator[Photo]:
    """The article's own images first, then those that stand in its text; each one once."""
    told = {address_of(image): image for image in images if image.file}
    for address in (*told, *(address for address in pictures if address not in told)):
        picture = pictures.get(address)
        if picture:
            image = told.get(address, Image(address))
            yield Photo(base + picture.href, picture.width, picture.height, image.alt, image.caption, image.credit)
