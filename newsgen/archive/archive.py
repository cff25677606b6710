"""`Archive`: every question that a page may ask of the index, each answered in a total order.

All of it lies in the state's tables, so that a process holds only what the page at hand shows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from newsgen.archive.articles import ArticleTable, CardTable
from newsgen.archive.facts import Placement
from newsgen.archive.groups import Group, GroupTable, Member
from newsgen.archive.identifiers import IdentifierTable
from newsgen.archive.images import ImageTable
from newsgen.archive.links import LinkTable
from newsgen.archive.permalinks.ledger_table import LedgerTable
from newsgen.archive.permalinks.listing_table import ListingTable
from newsgen.archive.results import (
    ArchivedRecord,
    ArticleAddress,
    ArticleRow,
    CommentUse,
    Neighbours,
    Suggestions,
    Translation,
)
from newsgen.archive.sort_keys import year_only_range
from newsgen.archive.suggestions import SuggestionTable
from newsgen.archive.targets import NAMED_GROUPS, is_named_group
from newsgen.archive.translations.table import TranslationTable
from newsgen.record.serialise import TRANSLATION_OF

if TYPE_CHECKING:
    from newsgen.record.article import Card
    from newsgen.record.dump_parts import DumpPart
    from newsgen.record.responsive_image import ResponsiveImage

# How many cards are kept in memory: some 5 MB.
_CACHED_CARDS = 5_000


class Archive:
    """The archive in a state's tables."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._articles = ArticleTable(state)
        self._cards = CardTable(state)
        self._groups = GroupTable(state)
        self._identifiers = IdentifierTable(state)
        self._links = LinkTable(state)
        self._images = ImageTable(state)
        self._ledger = LedgerTable(state)
        self._listings = ListingTable(state)
        self._suggestions = SuggestionTable(state)
        self._translations = TranslationTable(state)
        # Stories are made in the order of their paths, mostly, and neighbours show each other.
        self._card = lru_cache(maxsize=_CACHED_CARDS)(self._cards.of_number)
        self.group = lru_cache(maxsize=None)(self._groups.find)

    def count(self) -> int:
        """The number of listed articles."""
        return self._articles.count_listed()

    def is_empty(self) -> bool:
        """Whether the archive has no article."""
        return self._articles.is_empty()

    def count_from(self, sort_key: str) -> int:
        """The number of listed articles from a place in the order on."""
        return self._articles.count_listed(sort_key)

    def paths(self) -> Iterator[str]:
        """The paths of all articles."""
        return self._articles.paths()

    def article_addresses(self) -> Iterator[ArticleAddress]:
        """The addresses of all articles in the archive's order; those that are not listed come first."""
        return self._articles.addresses()

    def find_article(self, path: str) -> ArticleRow | None:
        """What the index has of a source, None where the archive does not have it."""
        return self._cards.find(path)

    def find_card(self, path: str) -> Card | None:
        """The card of a source, None where the archive does not have it."""
        return (found := self._cards.find(path)) and found.card

    def find_by_identifier(self, identifier: int) -> Card | None:
        """The newest article that is known by an identifier; of those that are not listed the first by path."""
        return self._cards.of_identifier(identifier)

    def referenced_digests(self, article: int) -> list[tuple[int, bytes]]:
        """The identifiers by which an article's text may mean others, each with the digest of a card that has it."""
        return self._identifiers.referenced_digests(article)

    def referrers(self, identifiers: Iterable[int]) -> Iterator[str]:
        """The paths of the articles whose texts may mean others by these identifiers."""
        return self._identifiers.referrers(identifiers)

    def newest(self, count: int) -> tuple[Card, ...]:
        """The newest cards, the newest first."""
        return self._cards.newest(count)

    def newest_of_section(self, section: Group, count: int) -> tuple[Card, ...]:
        """The newest cards of a section, the newest first."""
        return self._cards.newest_of_section(section.id, count)

    def year_only(self, year: int) -> tuple[Card, ...]:
        """The articles of a year whose month is not known, the oldest first."""
        return self._cards.between(*year_only_range(year))

    def year_only_of(self, group: Group, year: int) -> tuple[Card, ...]:
        """The articles of a group and a year whose month is not known, the oldest first."""
        return self._cards.of_numbers(self._groups.members_between(group, *year_only_range(year)))

    def named_kinds(self) -> tuple[str, ...]:
        """The kinds of groups that have names: those that every site may have, and then the site's own."""
        own = (kind for kind in self.group_kinds() if is_named_group(kind) and kind not in NAMED_GROUPS)
        return (*NAMED_GROUPS, *own)

    def group_kinds(self) -> tuple[str, ...]:
        """The kinds of all groups that have articles."""
        return self._groups.kinds()

    def kinds_with_pages(self) -> tuple[str, ...]:
        """The kinds of the groups that have pages of their own."""
        return self._groups.kinds_with_pages()

    def groups(self, kind: str) -> tuple[Group, ...]:
        """All groups of a kind, by their keys."""
        return self._groups.of_kind(kind)

    def groups_with_pages(self, kind: str) -> tuple[Group, ...]:
        """The groups of a kind that have pages of their own, by their keys."""
        return tuple(group for group in self._groups.of_kind(kind) if group.slug)

    def groups_within(self, kind: str, beginning: str) -> tuple[Group, ...]:
        """The groups of a kind whose keys begin so, such as the days of a month, by their keys."""
        return self._groups.of_kind_within(kind, beginning)

    def adjacent(self, group: Group) -> tuple[Group | None, Group | None]:
        """The groups of the same kind whose keys come just before and just after."""
        return self._groups.adjacent(group)

    def group_members(self, kind: str, key: str) -> list[str]:
        """The paths of a group's articles."""
        return self._groups.member_paths(kind, key)

    def members(self, group: Group) -> list[Member]:
        """The articles of a group, the oldest first."""
        return self._groups.members(group)

    def cards(self, members: Sequence[Member]) -> tuple[Card, ...]:
        """The cards of some members, in their order."""
        return self._cards.of_numbers([member.id for member in members])

    def addresses(self, group: Group, start: int, count: int) -> Iterator[tuple[str, str, str]]:
        """Permalink and dates (published, updated) of some articles of a group from a place on, the oldest first."""
        return self._groups.addresses(group, start, count)

    def count_dated(self, group: Group) -> int:
        """The number of a group's articles that have a date; they are its newest."""
        return self._groups.count_dated(group)

    def neighbours(self, article: ArticleRow) -> Neighbours:
        """The articles beside one, of the same section and of the same day."""
        if article.sort_key is None:
            return Neighbours(None, None, None, None)
        numbers = self._articles.neighbours(Placement(article.sort_key, article.section_id))
        return Neighbours._make(self._card(number) if number else None for number in numbers)

    def adjacent_articles(self, placement: Placement) -> Iterator[str]:
        """The paths of the articles just before and after a place in the order, in its section and on its day."""
        for number in self._articles.neighbours(placement):
            if number:
                yield self._card(number).path

    def suggestions(self, article: int, most: int) -> Suggestions:
        """The related articles of a story, at most so many of each kind."""
        found: dict[str, list[int]] = {kind: [] for kind in Suggestions._fields}
        for other, kind in self._suggestions.of_article(article):
            found[kind].append(other)
        return Suggestions._make(tuple(map(self._card, others[:most])) for others in found.values())

    def translations(self, article: int) -> tuple[Translation, ...]:
        """The listed translations of a listed article, by language and permalink."""
        return tuple(
            Translation(self._card(number), is_named and not names_it, names_it and not is_named)
            for number, is_named, names_it in self._translations.others(article)
        )

    def translated_permalinks(self, group: Group) -> dict[str, list[tuple[str, str]]]:
        """The permalinks of a group's translated articles, each with the languages and permalinks of all versions."""
        return self._translations.permalinks_within(group.id)

    def similarity_vector(self, article: int) -> bytes:
        """The term vector by which an article is compared with others."""
        return self._suggestions.vector_of(article)

    def former_permalinks(self, permalink: str) -> tuple[str, ...]:
        """The older permalinks of the article that has this one now."""
        return self._ledger.former_permalinks(permalink)

    def moves(self) -> Iterator[tuple[str, str]]:
        """Every older permalink, with the one that it leads to, in their order."""
        return self._ledger.moves()

    def listing_moves(self) -> list[tuple[str, str]]:
        """Every address that a listing has left, with the one that it leads to, in their order."""
        return self._listings.moves()

    def links(self, path: str) -> dict[str, str]:
        """What each local address of an article's text leads to: a link from the site's root, a URL, or ""."""
        return self._links.targets(path)

    def images(self, path: str) -> dict[str, ResponsiveImage]:
        """The images that an article shows, by their addresses in its text."""
        return self._images.of_article(path)

    def articles_with_media(self, media: str) -> list[str]:
        """The paths of the articles that show a file or link to it."""
        return self._links.articles_with_media(media)

    def articles_with_card_image(self, media: str) -> list[str]:
        """The paths of the articles whose cards show an image."""
        return self._articles.with_image(media)

    def record_columns(self) -> tuple[str, ...]:
        """What not all records have, but some: the newspaper, listings, comments, and what an article translates."""
        return (*self._articles.record_columns(), *((TRANSLATION_OF,) if self._translations.has_names() else ()))

    def shows_comments(self) -> bool:
        """Whether the page of any article shows comments."""
        return self._articles.most_of_comments() == CommentUse.SHOWN

    def takedowns(self) -> list[tuple[str, str, int]]:
        """The dates on which articles were taken down ("": not known), the kind, and how many: the newest first."""
        return self._articles.takedowns()

    def records(self) -> Iterator[ArchivedRecord]:
        """Every article that has a record, the oldest first: the one place that says which have."""
        former = self._ledger.all_former_permalinks()
        return (one._replace(moved=former.get(one.permalink, ())) for one in self._articles.records())

    def record_parts(self) -> tuple[DumpPart, ...]:
        """The parts of the dumps in the order of their records, each with how many it has."""
        return self._articles.record_parts()
