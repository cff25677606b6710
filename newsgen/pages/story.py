"""The page of an article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise

from newsgen.addresses import Targets, address_of, link_to
from newsgen.archive import Archive
from newsgen.article import Card
from newsgen.markup import place_links
from newsgen.pages.page import Page, View, group_place
from newsgen.permalinks import root_from
from newsgen.related import Lookup, resolve_related


def plan_stories(archive: Archive, bodies: Mapping[str, str], lookup: Lookup, targets: Targets) -> Iterator[Page]:
    """A page for every article. `bodies` is the HTML of each article's body, by its source's path."""
    older, newer = _neighbours(archive)
    for card in archive.cards:
        view = partial(
            _story_view, archive, card, bodies[card.path], older.get(card.path), newer.get(card.path), lookup, targets
        )
        yield Page(card.file, "story.html", card.path, view)


def _story_view(
    archive: Archive, card: Card, body: str, older: Card | None, newer: Card | None, lookup: Lookup, targets: Targets
) -> View:
    article = archive.articles[card.path]
    root = root_from(card.file)
    section = archive.sections.by_name.get(article.section)
    return {
        "article": article,
        "card": card,
        "language": article.language,
        "direction": article.direction,
        "body": place_links(body, lambda address: link_to(targets, card.path, address, root)),
        "images": [
            (image, link_to(targets, card.path, address_of(image), root) if image.file else "")
            for image in article.images
        ],
        "section": group_place("sections", section) if section else None,
        "authors": [group_place("authors", archive.authors.by_name[name]) for name in article.byline],
        "tags": [group_place("tags", archive.tags.by_name[tag]) for tag in article.tags],
        "related": resolve_related(article, lookup),
        "older": older,
        "newer": newer,
    }


def _neighbours(archive: Archive) -> tuple[dict[str, Card], dict[str, Card]]:
    """The older and the newer article of the same section, by source path."""
    older: dict[str, Card] = {}
    newer: dict[str, Card] = {}
    for group in archive.sections.listed:
        for first, second in pairwise(group.cards):
            older[second.path] = first
            newer[first.path] = second
    return older, newer
