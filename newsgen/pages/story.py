"""The page of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from newsgen.archive.archive import Archive
from newsgen.archive.links import LinkTargets, href_from
from newsgen.archive.memberships import normalised_name
from newsgen.archive.permalinks.urls import redirect_files
from newsgen.archive.references import Place, RelatedLink, resolve_link, resolve_related, url_identifiers
from newsgen.archive.results import ArticleRow, Neighbours, Suggestions, Translation
from newsgen.archive.targets import article_target
from newsgen.pages.comments import thread_comments
from newsgen.pages.group_labels import labels_of
from newsgen.pages.listing_links import ListingLink, day_file, listing_link
from newsgen.pages.media_html import media_shown, picture_html, player_html
from newsgen.pages.metadata.story_facts import Paper, StoryLinks, gather_facts
from newsgen.pages.metadata.story_metadata import StoryMetadata
from newsgen.pages.page import Once, Page, Read, View, viewed_page
from newsgen.pages.picture_texts import caption_body, new_texts_only, with_file_texts
from newsgen.pages.site_frame import title_of
from newsgen.pages.translations import link_translations
from newsgen.record.article import Article, Card
from newsgen.record.dates import PartialDate
from newsgen.record.digests import digest_of
from newsgen.record.paths import href_of, root_from
from newsgen.record.responsive_image import ResponsiveImage
from newsgen.settings.site import Site
from newsgen.text.markup.article_links import address_of
from newsgen.text.markup.links import is_own, rewrite_links

# Read in a minute.
_WORDS, _CHARACTERS = 238, 300
_WITHOUT_SPACES = ("ja", "zh", "th", "my", "km", "lo")
# The width of a picture in the text. In `sizes` a rem is the browser's default font size, not the stylesheet's, which
# is a sixteenth larger.
_SIZES = "(min-width: 40rem) 37rem, 94vw"
_NOTHING = Suggestions((), (), ())


class _Surroundings(NamedTuple):
    """What an article's page shows of other articles and of listings."""

    neighbours: Neighbours
    suggested: Suggestions
    targets: LinkTargets
    references: Sequence[tuple[int, bytes]]
    pictures: Mapping[str, ResponsiveImage]
    section: tuple[ListingLink, ...]
    authors: tuple[ListingLink, ...]
    tags: tuple[ListingLink, ...]
    publication: tuple[ListingLink, ...] = ()
    groups: tuple[tuple[str, tuple[ListingLink, ...]], ...] = ()
    translations: tuple[Translation, ...] = ()

    @property
    def listings(self) -> Iterator[tuple[ListingLink, ...]]:
        """All links to listings."""
        yield from (self.section, self.authors, self.tags, self.publication, *(links for _, links in self.groups))


def plan_story(path: str, archive: Archive, site: Site) -> Iterator[Page]:
    """The page of an article and those of its former permalinks; none if the archive does not have it.

    The rules of a server answer former permalinks where the site has no pages for redirects.
    """
    entry = archive.find_article(path)
    if entry:
        surroundings = Once(partial(_gather_surroundings, entry, archive, site))
        yield Page(
            entry.card.file,
            "story.html",
            article_target(path),
            lambda: _digest_view(entry, surroundings()),
            lambda read: _story_view(entry.card, surroundings(), archive, site, read, root_from(entry.card.file)),
        )
        former = archive.former_permalinks(entry.card.permalink) if site.redirect_pages else ()
        for file in redirect_files(entry.card.permalink, former) if site.redirect_pages else ():
            yield viewed_page(file, "redirect.html", article_target(path), partial(_redirect_view, entry.card, site))


def story_view(path: str, archive: Archive, site: Site, read: Read, root: str) -> View:
    """What a page from which `root` leads to the site's root shows of an article that the archive has."""
    entry = archive.find_article(path)
    assert entry, "the article is in the archive"
    return _story_view(entry.card, _gather_surroundings(entry, archive, site), archive, site, read, root)


def _redirect_view(card: Card, site: Site) -> View:
    canonical = site.url + href_of(card.permalink) if site.url else ""
    return {"href": card.href, "canonical": canonical, "name": card.headline or card.permalink}


def _gather_surroundings(entry: ArticleRow, archive: Archive, site: Site) -> _Surroundings:
    card = entry.card
    targets = archive.links(card.path)
    pictures = archive.images(card.path) if targets else {}
    references = archive.referenced_digests(entry.id)
    if entry.sort_key is None:
        # It is in no listing, so its page is not outdated when a listing is added or removed.
        plain = partial(map, _without_link)
        return _Surroundings(
            *(archive.neighbours(entry), _NOTHING, targets, references, pictures, (), tuple(plain(card.byline)), ()),
            tuple(plain((card.publication,))) if card.publication else (),
            tuple((kind, tuple(plain(names))) for kind, names in card.groups.items()),
        )
    return _Surroundings(
        archive.neighbours(entry),
        archive.suggestions(entry.id, site.suggestions),
        targets,
        references,
        pictures,
        tuple(_links_to("sections", (card.section,) if card.section else (), archive)),
        tuple(_links_to("authors", card.byline, archive)),
        tuple(_links_to("tags", card.tags, archive)),
        tuple(_links_to("publications", (card.publication,), archive)) if card.publication else (),
        tuple((kind, tuple(_links_to(kind, names, archive))) for kind, names in card.groups.items()),
        archive.translations(entry.id),
    )


def _without_link(name: str) -> ListingLink:
    return ListingLink(name, "")


def _digest_view(entry: ArticleRow, around: _Surroundings) -> bytes:
    return digest_of(
        entry.card.digest,
        entry.story_digest,
        *(card.digest if card else None for card in around.neighbours),
        *(tuple(card.digest for card in cards) for cards in around.suggested),
        around.references,
        tuple(around.targets.items()),
        tuple(around.pictures.items()),
        *(tuple(map(tuple, links)) for links in around.listings),
        tuple((other.card.digest, *other[1:]) for other in around.translations),
    )


def _story_view(card: Card, around: _Surroundings, archive: Archive, site: Site, read: Read, root: str) -> View:
    article, body = read(card.path)
    pictures = new_texts_only(around.pictures, article, body)
    images = [(image, pictures.get(address_of(image)) if image.file else None) for image in article.images]
    images = [(with_file_texts(image, picture), picture) for image, picture in images]
    section = around.section[0] if around.section else None
    place = Place(card.path, card.permalink, site.urls)
    related = tuple(_find_related(article, place, around, archive, root)) if article.related else ()
    publication = around.publication[0] if around.publication else None
    comments = article.shown_comments(site.comments)
    links = StoryLinks(section, around.authors, publication, around.translations)
    facts = gather_facts(article, card, site, links, pictures)
    return {
        "prefix": "",
        "article": article,
        "card": card,
        "facts": facts,
        "metadata": StoryMetadata(facts, Paper(title_of(site), site.url, site.rights)),
        "minutes": reading_minutes(body, article.language),
        "day_href": _day_href(card.published, site),
        "body": _linked_body(caption_body(body, pictures), place, around, archive, root),
        "media": media_shown(around.pictures),
        "images": images,
        "comments": thread_comments(comments, body) if comments else (),
        "comment_count": len(comments),
        "section": section,
        "authors": around.authors,
        "tags": around.tags,
        "publication": publication,
        "groups": [(labels_of(kind, site), links) for kind, links in around.groups if links],
        "translations": link_translations(card, around.translations),
        "related": related,
        **_without_related(related, around.suggested),
        **around.neighbours._asdict(),
    }


def _find_related(
    article: Article, place: Place, around: _Surroundings, archive: Archive, root: str
) -> Iterator[RelatedLink]:
    for link in resolve_related(article, place, archive.find_by_identifier):
        yield replace(link, url=href_from(around.targets, link.url, root)) if link.url else link


def _linked_body(body: str, place: Place, around: _Surroundings, archive: Archive, root: str) -> str:
    """A body with the links and images of the page from which `root` leads to the site's root.

    A whole URL on another site is a link to the article that was published there, where the archive has it.
    """
    answered = {key for key, _ in around.references}
    # An image at a whole URL of the site leads to no file where nothing is known of it.
    if not around.targets and not answered and "<img " not in body:
        return body

    def resolve(address: str) -> str:
        if address in around.targets or is_own(address, place.site):
            return href_from(around.targets, address, root)
        card = resolve_link(address, place, archive.find_by_identifier)
        if card is None or card.path == place.path:
            return address
        return root + card.href + "".join(address.partition("#")[1:])

    def is_asked(address: str) -> bool:
        return is_own(address, place.site) or not answered.isdisjoint(url_identifiers(address))

    return rewrite_links(body, resolve, partial(_show_in_text, around.pictures, root), is_asked)


def _without_related(related: Iterable[RelatedLink], suggested: Suggestions) -> dict[str, tuple[Card, ...]]:
    """The suggestions by kind, without the articles that the text itself names as related."""
    named = {link.card.path for link in related if link.card}
    return {
        kind: tuple(card for card in cards if card.path not in named) for kind, cards in suggested._asdict().items()
    }


def _show_in_text(pictures: Mapping[str, ResponsiveImage], root: str, address: str, alt: str) -> str:
    """The HTML of a picture, or of another file, in the body; "" if its file is missing."""
    picture = pictures.get(address)
    if not picture:
        return ""
    return player_html(picture.href, alt, root) or picture_html(picture, alt, root, _SIZES)


def reading_minutes(body: str, language: str) -> int:
    """The time to read a body, in whole minutes.

    Adults read 238 words of English non-fiction a minute (Brysbaert 2019), and between 255 Chinese and 357 Japanese
    characters (Trauzettel-Klosinski and Dietz 2012). Words are counted by their spaces, with the few inside tags: whole
    minutes need no more precision.
    """
    units, pace = (len(body), _CHARACTERS) if language.split("-")[0] in _WITHOUT_SPACES else (body.count(" "), _WORDS)
    return max(1, round(units / pace))


def _day_href(date: PartialDate | None, site: Site) -> str:
    """The link to the page of the day, "" if there is none."""
    return href_of(day_file(date.year, date.month, date.day)) if date and date.day and site.day_pages else ""


def _links_to(kind: str, names: Iterable[str], archive: Archive) -> Iterator[ListingLink]:
    for name in names:
        group = archive.group(kind, normalised_name(name))
        if group:
            yield listing_link(group)
