"""The page of an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import NamedTuple

from newsgen.addresses import Targets, link_to
from newsgen.archive import Archive, Filed
from newsgen.article import Card
from newsgen.dates import PartialDate
from newsgen.digest import digest_of
from newsgen.entry import address_of
from newsgen.groups import name_key
from newsgen.markup import place_links
from newsgen.pages.page import Page, Place, Read, View, day_file, group_place
from newsgen.permalinks import href_of, root_from
from newsgen.related import resolve_related

# A minute's reading.
_WORDS, _CHARACTERS = 238, 300
_WITHOUT_SPACES = ("ja", "zh", "th", "my", "km", "lo")


class _Surroundings(NamedTuple):
    """What of other articles and listings an article's page shows."""

    older: Card | None
    newer: Card | None
    older_of_day: Card | None
    newer_of_day: Card | None
    suggested: tuple[Card, ...]
    targets: Targets
    section: tuple[Place, ...]
    authors: tuple[Place, ...]
    tags: tuple[Place, ...]


def plan_story(path: str, archive: Archive, read: Read) -> Iterator[Page]:
    """The one page of an article; none where the archive does not have it."""
    filed = archive.find_entry(path)
    if filed:
        look = cache(partial(_look_around, filed, archive))
        yield Page(
            filed.card.file,
            "story.html",
            f"article:{path}",
            lambda: _digest_view(filed, look(), archive),
            lambda: _story_view(filed.card, look(), archive, read),
        )


def _look_around(filed: Filed, archive: Archive) -> _Surroundings:
    card = filed.card
    return _Surroundings(
        *archive.neighbours(filed),
        *archive.neighbours_of_day(filed),
        archive.suggested(filed.id),
        archive.links(card.path),
        tuple(_links_to("sections", (card.section,) if card.section else (), archive)),
        tuple(_links_to("authors", card.byline, archive)),
        tuple(_links_to("tags", card.tags, archive)),
    )


def _digest_view(filed: Filed, around: _Surroundings, archive: Archive) -> bytes:
    cards = (around.older, around.newer, around.older_of_day, around.newer_of_day, *around.suggested)
    return digest_of(
        filed.card.digest,
        filed.content,
        *(card.digest if card else None for card in cards),
        archive.meant(filed.id),
        tuple(around.targets.items()),
        *(tuple(map(tuple, places)) for places in (around.section, around.authors, around.tags)),
    )


def _story_view(card: Card, around: _Surroundings, archive: Archive, read: Read) -> View:
    article, body = read(card.path)
    root = root_from(card.file)
    targets = around.targets
    return {
        "article": article,
        "card": card,
        "minutes": reading_minutes(body, article.language),
        "day_href": _day_href(article.published, archive),
        "body": place_links(body, lambda address: link_to(targets, address, root)) if targets else body,
        "images": [
            (image, link_to(targets, address_of(image), root) if image.file else "") for image in article.images
        ],
        "section": around.section[0] if around.section else None,
        "authors": around.authors,
        "tags": around.tags,
        "related": resolve_related(article, archive.find) if article.related else (),
        "suggested": around.suggested,
        "older": around.older,
        "newer": around.newer,
        "older_of_day": around.older_of_day,
        "newer_of_day": around.newer_of_day,
    }


def reading_minutes(body: str, language: str) -> int:
    """How long a text takes to read, in whole minutes.

    Grown-up readers read 238 words of English non-fiction a minute (Brysbaert 2019), and between 255 Chinese and 357
    Japanese characters (Trauzettel-Klosinski and Dietz 2012). Spaces are counted for words, the few inside tags too: a
    minute is no finer measure than that.
    """
    units, pace = (len(body), _CHARACTERS) if language[:2] in _WITHOUT_SPACES else (body.count(" "), _WORDS)
    return max(1, round(units / pace))


def _day_href(date: PartialDate | None, archive: Archive) -> str:
    """The link to the page of the day, "" where there is none."""
    if not (date and date.day and archive.group("days", f"{date.year:04}-{date.month:02}-{date.day:02}")):
        return ""
    return href_of(day_file(date.year, date.month, date.day))


def _links_to(kind: str, names: Iterable[str], archive: Archive) -> Iterator[Place]:
    for name in names:
        group = archive.group(kind, name_key(name))
        if group:
            yield group_place(group)
