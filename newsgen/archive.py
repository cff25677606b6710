"""The whole archive: its articles in their one order, and the groups that readers browse."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newsgen.article import Article, Card
from newsgen.config import Site
from newsgen.permalinks import file_of, href_of, make_name_slug, make_permalink

# Spellings of one name differ in these; "C" and "C++" are two names.
_JOINTS = re.compile(r"[\s_‐-―-]+")
_QUOTES = re.compile("['’‘`´\"“”]")


@dataclass(frozen=True, slots=True)
class Group:
    """The articles that share a section, a tag or an author, the oldest first."""

    name: str
    slug: str
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """All groups of a kind as they are listed, and the group of each name as articles spell it."""

    listed: tuple[Group, ...]
    by_name: Mapping[str, Group]


@dataclass(frozen=True, slots=True)
class Archive:
    """All articles, by their source's path, and their cards: undated first, then the oldest to the newest.

    `sections` come in the order that site.yaml gives, then by name; `tags` and `authors` by name.
    `years` and `months` hold what is dated so far at least, as cards of a year or of a (year, month).
    """

    articles: Mapping[str, Article]
    cards: tuple[Card, ...]
    sections: Groups
    tags: Groups
    authors: Groups
    years: Mapping[int, tuple[Card, ...]]
    months: Mapping[tuple[int, int], tuple[Card, ...]]
    undated: tuple[Card, ...]


def make_archive(articles: Iterable[Article], site: Site) -> Archive:
    """Sort and group the articles; equal articles give an equal archive, in whatever order they come."""
    by_path = {article.path: article for article in sorted(articles, key=lambda article: article.path)}
    cards = sorted((_make_card(article, site) for article in by_path.values()), key=_order)
    years: dict[int, list[Card]] = {}
    months: dict[tuple[int, int], list[Card]] = {}
    for card in cards:
        if card.published:
            years.setdefault(card.published.year, []).append(card)
            if card.published.month:
                months.setdefault((card.published.year, card.published.month), []).append(card)
    return Archive(
        articles=by_path,
        cards=tuple(cards),
        sections=_sections(cards, site),
        tags=_groups(((tag, card) for card in cards for tag in card.tags), site),
        authors=_groups(((name, card) for card in cards for name in card.byline), site),
        years={year: tuple(group) for year, group in sorted(years.items())},
        months={month: tuple(group) for month, group in sorted(months.items())},
        undated=tuple(card for card in cards if not card.published),
    )


def _make_card(article: Article, site: Site) -> Card:
    permalink = make_permalink(article, site)
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
        image=next((image for image in article.images if image.file), None),
    )


def _order(card: Card) -> tuple[tuple[int, int, int, str], str, str]:
    """A total order: nothing of a page may depend on the order in which files were found."""
    date = card.published
    when = (date.year, date.month, date.day, date.clock) if date else (0, 0, 0, "")
    return when, card.permalink, card.path


def _sections(cards: Iterable[Card], site: Site) -> Groups:
    groups = _groups(((card.section, card) for card in cards if card.section), site)
    wanted = {_name_key(name): place for place, name in enumerate(site.sections)}
    ordered = sorted(groups.listed, key=lambda group: wanted.get(_name_key(group.name), len(wanted)))
    return Groups(tuple(ordered), groups.by_name)


def _groups(named: Iterable[tuple[str, Card]], site: Site) -> Groups:
    """One group for all spellings that differ in case and joints only, named as site.yaml does or as most do."""
    members: dict[str, dict[str, Card]] = {}
    spellings: dict[str, Counter[str]] = {}
    keys: dict[str, str] = {}
    for name, card in named:
        key = keys.setdefault(name, _name_key(name))
        members.setdefault(key, {})[card.path] = card
        spellings.setdefault(key, Counter())[name] += 1
    preferred = {_name_key(name): name for name in site.sections}
    names = {
        key: preferred.get(key) or min(counts, key=lambda name: (-counts[name], name))
        for key, counts in spellings.items()
    }
    slugs = _distinct_slugs(names, site)
    groups = {key: Group(names[key], slugs[key], tuple(members[key].values())) for key in sorted(names)}
    return Groups(tuple(groups.values()), {name: groups[key] for name, key in sorted(keys.items())})


def _distinct_slugs(names: Mapping[str, str], site: Site) -> dict[str, str]:
    """A slug for each name; where two names would share one, all but the plainest get a mark from their own letters."""
    slugs: dict[str, str] = {}
    taken = {"index"}
    for key in sorted(names, key=lambda key: (len(key), key)):
        slug = make_name_slug(names[key], site.slugs)
        if slug in taken:
            slug = f"{slug}-{hashlib.sha256(key.encode()).hexdigest()[:6]}"
        taken.add(slug)
        slugs[key] = slug
    return slugs


def _name_key(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold()
    return _JOINTS.sub(" ", _QUOTES.sub("", folded)).strip() or folded
