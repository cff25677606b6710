"""Subjects of NewsML 1: codes whose names stand in the item's own sets of topics, and places as properties."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from newsgen.importers.agency.item.news_item import NewsItem
from newsgen.importers.agency.item.values import unique
from newsgen.importers.agency.xml.tree import SourceTree, is_in_language, plain, text_of

_PLACES = ("City", "Sublocation", "Region", "State", "CountryName", "Country", "CountryArea", "Area")


class _Topic(NamedTuple):
    kind: str
    name: str


def read_topics(tree: SourceTree, item: NewsItem) -> None:
    """Add section, tags, people and places of an item's metadata to it."""
    topics = _named_topics(tree, item.language)
    tags = list(item.tags)
    people: list[str] = []
    places: list[str] = []
    for code in tree.root.iter("SubjectCode"):
        for part in code:
            topic = topics.get(plain(part.get("FormalName")))
            if not topic:
                continue
            tree.take(part, "FormalName")
            if part.tag == "Subject" and not item.section:
                item.section = topic.name
            else:
                tags.append(topic.name)
    for occurrence in tree.root.iter("TopicOccurrence"):
        topic = topics.get(plain(occurrence.get("Topic")).lstrip("#"))
        if topic:
            tree.take(occurrence, "Topic")
            group = people if "person" in topic.kind else places if _is_place(topic.kind) else tags
            group.append(topic.name)
    for wanted in tree.root.iter("Property"):
        name, value = plain(wanted.get("FormalName")), plain(wanted.get("Value"))
        if name in ("Keyword", "Keywords") and value:
            tags += [word.strip() for word in value.split(",")]
        elif name in ("Section", "Category") and value and not value.isupper() and not item.section:
            item.section = value
        elif name in _PLACES and value and not (value.isupper() and len(value) <= 3):
            places.append(value)
        elif name in ("Page", "PageNumber") and value:
            item.print_page = value
        else:
            continue
        for attribute in ("FormalName", "Value"):
            tree.take(wanted, attribute)
    item.tags, item.people, item.places = unique(tags), unique(people), unique(places)


def _is_place(kind: str) -> bool:
    return any(word in kind for word in ("location", "place", "city", "country", "geo"))


def _named_topics(tree: SourceTree, language: str) -> dict[str, _Topic]:
    """The topics of the item's own sets, by their codes and their ids."""
    found: dict[str, _Topic] = {}
    for topic in tree.root.iter("Topic"):
        named = topic.find("TopicType")
        kind = plain(named.get("FormalName")) if named is not None else ""
        names = [part for part in topic.findall("Description") if text_of(part) and _is_name(part)]
        names.sort(key=lambda part: not is_in_language(part, language))
        if not names:
            continue
        name = tree.take_text(names[0])
        for part in (names[0], *topic.findall("FormalName"), *topic.findall("TopicType")):
            tree.take_all(part)
        for code in (text_of(part) for part in topic.findall("FormalName")):
            found.setdefault(code, _Topic(kind.lower(), name))
        identifier = topic.get("Duid") or topic.get("id")
        if identifier:
            found.setdefault(identifier, _Topic(kind.lower(), name))
    return found


def _is_name(description: Element) -> bool:
    return description.get("Variant", "Name").lower() in ("name", "full", "")
