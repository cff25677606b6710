"""The facts of a story for programs: its record, with absolute URLs of its page, its listings and its images."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from newsgen.archive.memberships import normalised_name
from newsgen.archive.results import Translation
from newsgen.pages.listing_links import ListingLink
from newsgen.pages.metadata.citations.names import Name, read_name
from newsgen.pages.metadata.citations.reference import Reference
from newsgen.pages.picture_texts import with_file_texts
from newsgen.pages.translations import Alternate, alternates
from newsgen.record.article import Article, Card, Image
from newsgen.record.paths import href_of
from newsgen.record.responsive_image import ResponsiveImage
from newsgen.settings.site import Site
from newsgen.text.markup.article_links import address_of


class Paper(NamedTuple):
    """The paper as metadata name it: the site's title, and its `url:` and `rights:`, "" if they are not set."""

    title: str
    url: str = ""
    rights: str = ""


class Photo(NamedTuple):
    """An image of the story: its absolute URL, its size in pixels (0: unknown), and its texts."""

    url: str
    width: int
    height: int
    alt: str = ""
    caption: str = ""
    credit: str = ""


class Author(NamedTuple):
    """A name of the byline, and the absolute URL of its listing, "" if there is none."""

    name: Name
    url: str = ""


class StoryFacts(NamedTuple):
    """URLs are absolute; without a `url:` in site.yaml there are none, and no photos.

    The article's dates keep their own precision: no program reads a day or an hour that is not known.
    `comments` is the number of those that the page shows. `alternates` are all versions of the article where it has
    translations; `originals` are those that it is a translation of, and `translations` those made of it.
    """

    article: Article
    authors: tuple[Author, ...]
    url: str = ""
    section_url: str = ""
    photos: tuple[Photo, ...] = ()
    publication_url: str = ""
    comments: int = 0
    alternates: tuple[Alternate, ...] = ()
    originals: tuple[Alternate, ...] = ()
    translations: tuple[Alternate, ...] = ()

    def paper_of(self, paper: Paper) -> str:
        """The name of the newspaper that printed the article; that of the site's own paper where it names none."""
        return self.article.publication or paper.title


class StoryLinks(NamedTuple):
    """The links of a story to its section, its authors, its newspaper, and its translations."""

    section: ListingLink | None = None
    authors: Iterable[ListingLink] = ()
    publication: ListingLink | None = None
    translations: tuple[Translation, ...] = ()


def gather_facts(
    article: Article,
    card: Card,
    site: Site,
    links: StoryLinks,
    pictures: Mapping[str, ResponsiveImage],
) -> StoryFacts:
    """The facts of a story. `pictures` are those that it shows, by their addresses in the text."""
    names = [read_name(name, article.language) for name in article.byline]
    comments = len(article.shown_comments(site.comments))
    if not site.url:
        return StoryFacts(article, tuple(map(Author, names)), comments=comments)
    base = f"{site.url}/"
    listings = {normalised_name(author.name): base + author.href for author in links.authors if author.href}
    return StoryFacts(
        article,
        tuple(Author(name, listings.get(normalised_name(name.whole), "")) for name in names),
        site.url + href_of(card.permalink),
        base + links.section.href if links.section else "",
        tuple(_photos(article.images, pictures, base)) if pictures else (),
        base + links.publication.href if links.publication and links.publication.href else "",
        comments,
        **(_versions(card, site, links.translations) if links.translations else {}),
    )


def _versions(card: Card, site: Site, translations: tuple[Translation, ...]) -> dict[str, tuple[Alternate, ...]]:
    """The versions of an article for `StoryFacts`, by the names of its fields."""
    versions = sorted((one.language, one.permalink) for one in (card, *(other.card for other in translations)))
    urls = [(one, Alternate(one.card.language, site.url + href_of(one.card.permalink))) for one in translations]
    return {
        "alternates": alternates(versions, site),
        "originals": tuple(version for one, version in urls if one.is_original),
        "translations": tuple(version for one, version in urls if one.is_made_of_it),
    }


def make_reference(facts: StoryFacts, paper: Paper) -> Reference:
    """The reference to a story in its newspaper, or else in the paper of the site."""
    article = facts.article
    return Reference(
        tuple(author.name for author in facts.authors),
        article.headline,
        facts.paper_of(paper),
        article.published,
        article.print_page,
        article.section,
        article.language,
        facts.url,
    )


def _photos(images: Iterable[Image], pictures: Mapping[str, ResponsiveImage], base: str) -> Iterator[Photo]:
    """The article's own images first, then those in its text; each once."""
    own = {address_of(image): image for image in images if image.file}
    for address in (*own, *(address for address in pictures if address not in own)):
        picture = pictures.get(address)
        if picture:
            image = with_file_texts(own.get(address, Image(address)), picture)
            yield Photo(base + picture.href, picture.width, picture.height, image.alt, image.caption, image.credit)
