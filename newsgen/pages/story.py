"""The page of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from html import escape
from typing import NamedTuple

from newsgen.archive.archive import Archive, ArticleRow, Neighbours, Suggestions
from newsgen.archive.groups import normalised_name
from newsgen.archive.links import LinkTargets, href_from
from newsgen.archive.permalinks.urls import redirect_files
from newsgen.archive.references import RelatedLink, resolve_related
from newsgen.pages.metadata.story_facts import gather_facts
from newsgen.pages.page import ListingLink, Page, Read, View, day_file, group_place, viewed_page
from newsgen.record.article import Card
from newsgen.record.dates import PartialDate
from newsgen.record.digests import digest_of
from newsgen.record.paths import href_of, root_from
from newsgen.record.responsive_image import ResponsiveImage
from newsgen.settings.site import Site
from newsgen.text.markup.article_links import address_of
from newsgen.text.markup.links import place_links

# A minute's reading.
_WORDS, _CHARACTERS = 238, 300
_WITHOUT_SPACES = ("ja", "zh", "th", "my", "km", "lo")
# How wide a picture stands in the text. As everywhere in `sizes`, a rem is the browser's own size of text, and not the
# stylesheet's, which is a sixteenth larger.
_SIZES = "(min-width: 40rem) 37rem, 94vw"
_NOTHING = Suggestions((), (), ())


class _Surroundings(NamedTuple):
    """What of other articles and listings an article's page shows."""

    neighbours: Neighbours
    suggested: Suggestions
    targets: LinkTargets
    pictures: Mapping[str, ResponsiveImage]
    section: tuple[ListingLink, ...]
    authors: tuple[ListingLink, ...]
    tags: tuple[ListingLink, ...]


def plan_story(path: str, archive: Archive, site: Site, read: Read) -> Iterator[Page]:
    """The one page of an article; none where the archive does not have it."""
    filed = archive.find_entry(path)
    if filed:
        look = cache(partial(_look_around, filed, archive, site))
        yield Page(
            filed.card.file,
            "story.html",
            f"article:{path}",
            lambda: _digest_view(filed, look(), archive),
            lambda: _story_view(filed.card, look(), archive, site, read),
        )
        moved = archive.moved_to(filed.card.permalink)
        for file in redirect_files(filed.card.permalink, moved) if moved else ():
            yield viewed_page(file, "redirect.html", f"article:{path}", partial(_redirect_view, filed.card, site))


def _redirect_view(card: Card, site: Site) -> View:
    canonical = site.url + href_of(card.permalink) if site.url else ""
    return {"href": card.href, "canonical": canonical, "name": card.headline or card.permalink}


def _look_around(filed: ArticleRow, archive: Archive, site: Site) -> _Surroundings:
    card = filed.card
    targets = archive.links(card.path)
    if filed.position is None:
        # It is in no listing, so that none of them tells it when they come or go.
        authors = tuple(ListingLink(name, "") for name in card.byline)
        pictures = archive.pictures(card.path) if targets else {}
        return _Surroundings(archive.neighbours(filed), _NOTHING, targets, pictures, (), authors, ())
    return _Surroundings(
        archive.neighbours(filed),
        archive.suggested(filed.id, site.suggestions),
        targets,
        archive.pictures(card.path) if targets else {},
        tuple(_links_to("sections", (card.section,) if card.section else (), archive)),
        tuple(_links_to("authors", card.byline, archive)),
        tuple(_links_to("tags", card.tags, archive)),
    )


def _digest_view(filed: ArticleRow, around: _Surroundings, archive: Archive) -> bytes:
    return digest_of(
        filed.card.digest,
        filed.content,
        *(card.digest if card else None for card in around.neighbours),
        *(tuple(card.digest for card in cards) for cards in around.suggested),
        archive.meant(filed.id),
        tuple(around.targets.items()),
        tuple(around.pictures.items()),
        *(tuple(map(tuple, places)) for places in (around.section, around.authors, around.tags)),
    )


def _story_view(card: Card, around: _Surroundings, archive: Archive, site: Site, read: Read) -> View:
    article, body = read(card.path)
    root = root_from(card.file)
    targets, pictures = around.targets, around.pictures
    place = partial(href_from, targets, root=root)
    section = around.section[0] if around.section else None
    related = resolve_related(article, archive.find) if article.related else ()
    return {
        "article": article,
        "card": card,
        "facts": gather_facts(article, card, site, section, around.authors, pictures),
        "minutes": reading_minutes(body, article.language),
        "day_href": _day_href(card.published, site),
        "body": place_links(body, place, partial(_show, pictures, root)) if targets else body,
        "images": [(image, pictures.get(address_of(image)) if image.file else None) for image in article.images],
        "section": section,
        "authors": around.authors,
        "tags": around.tags,
        "related": related,
        **_leave_out(related, around.suggested),
        **around.neighbours._asdict(),
    }


def _leave_out(related: Iterable[RelatedLink], suggested: Suggestions) -> dict[str, tuple[Card, ...]]:
    """The suggestions by their kinds, without what the text itself leads to."""
    shown = {link.card.path for link in related if link.card}
    return {
        kind: tuple(card for card in cards if card.path not in shown) for kind, cards in suggested._asdict().items()
    }


def _show(pictures: Mapping[str, ResponsiveImage], root: str, address: str, alt: str) -> str:
    """The HTML of a picture in the body, "" where it is not to be had."""
    picture = pictures.get(address)
    return show_picture(picture, alt, root, _SIZES) if picture else ""


def reading_minutes(body: str, language: str) -> int:
    """How long a text takes to read, in whole minutes.

    Grown-up readers read 238 words of English non-fiction a minute (Brysbaert 2019), and between 255 Chinese and 357
    Japanese characters (Trauzettel-Klosinski and Dietz 2012). Spaces are counted for words, the few inside tags too: a
    minute is no finer measure than that.
    """
    units, pace = (len(body), _CHARACTERS) if language.split("-")[0] in _WITHOUT_SPACES else (body.count(" "), _WORDS)
    return max(1, round(units / pace))


def _day_href(date: PartialDate | None, site: Site) -> str:
    """The link to the page of the day, "" where there is none."""
    return href_of(day_file(date.year, date.month, date.day)) if date and date.day and site.day_pages else ""


def _links_to(kind: str, names: Iterable[str], archive: Archive) -> Iterator[ListingLink]:
    for name in names:
        group = archive.group(kind, normalised_name(name))
        if group:
            yield group_place(group)


def show_picture(picture: ResponsiveImage, alt: str, root: str, sizes: str) -> str:
    """The HTML of a picture inside a text, as the macro of this name in templates/picture.html makes it.

    `alt` is escaped already; `sizes` says how wide the picture will stand (HTML, "sizes attributes").
    """
    sources = "".join(
        f'<source type="{kind}" srcset="{escape(srcset)}" sizes="{sizes}">' for kind, srcset in picture.sources(root)
    )
    measures = f' width="{picture.width}" height="{picture.height}"' if picture.width else ""
    image = f'<img src="{escape(root + picture.href)}"{measures} alt="{alt}" loading="lazy" decoding="async">'
    return f"<picture>{sources}{image}</picture>" if sources else image
