"""People and places that a NITF document identifies, in its head and in its text."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from newsgen.importers.agency.item.news_item import NewsItem
from newsgen.importers.agency.item.values import unique
from newsgen.importers.agency.nitf.head import place_of
from newsgen.importers.agency.xml.tree import SourceTree, plain, text_of


def read_names(tree: SourceTree, item: NewsItem) -> None:
    """Add the people and places of a document to its item."""
    people = [_name(person) for person in tree.root.iter("person") if not _is_below(tree, person, "byline")]
    identified = tree.find_all("head/docdata/identified-content/location")
    places = [place_of(location) for location in identified]
    places += [text_of(location) for location in tree.root.findall("body/body.content//location")]
    for event in tree.find_all("head/docdata/evloc"):
        places.insert(0, tree.take(event, "city") or text_of(event))
    for element in tree.root.findall("head/docdata/identified-content"):
        for part in element.iter():
            if part.tag in ("person", "location", "name.given", "name.family", "city", "state", "region", "country"):
                tree.take(part, "")
    item.people, item.places = unique(people), unique(map(_without_genitive, places))


def _name(person: Element) -> str:
    return _without_genitive(plain(" ".join(person.itertext())))


def _without_genitive(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s")


def _is_below(tree: SourceTree, element: Element, tag: str) -> bool:
    return any(element is part for parent in tree.root.iter(tag) for part in parent.iter())
