"""The headings of a NITF document: headline, byline, dateline and summary, and how they are taken from its tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from newsgen.importers.agency.item.values import adds_to_names, is_login, read_byline, repeats, unique
from newsgen.importers.agency.xml.tree import SourceTree, plain, text_of

# What a class, an id or a role says of a line above the headline.
_KICKERS = ("kicker", "overline", "eyebrow", "strap", "surtitle", "overhead")
_PLACES = ("sublocation", "city", "state", "region", "country")
_CONTACT = "It is an address, and none is published."


@dataclass(frozen=True, slots=True)
class Headings:
    """The lines above a text; `others` are those that have no field."""

    headline: str = ""
    dek: str = ""
    kicker: str = ""
    byline: tuple[str, ...] = ()
    dateline: str = ""
    others: dict[str, object] = field(default_factory=dict)


def read_headings(tree: SourceTree, head: Element | None) -> Headings:
    """The headings in an element `body.head`; None has none."""
    if head is None:
        return Headings()
    headline, kicker, lines = _read_headlines(tree, head)
    others: dict[str, object] = {}
    abstracts = tree.take_texts("abstract", head)
    dek = ""
    for text in (*lines, *abstracts):
        if not repeats(text, headline) and not repeats(text, dek):
            if not dek:
                dek = text
            else:
                _add(others, "subheads" if text in lines else "abstract", text)
    names, posts, said = _read_bylines(tree, head)
    if posts:
        others["byline_title"] = "; ".join(posts)
    if said:
        others["byline"] = "; ".join(said)
    return Headings(headline, dek, kicker, names, _read_dateline(tree, head), others)


def _add(others: dict[str, object], key: str, text: str) -> None:
    others[key] = f"{others[key]} {text}" if key in others else text


def _read_headlines(tree: SourceTree, head: Element) -> tuple[str, str, list[str]]:
    """The main headline, the line above it, and the other ones."""
    first: list[str] = []
    kicker = ""
    lines: list[str] = []
    for hedline in tree.find_all("hedline", head):
        parts = [part for part in hedline.iter() if part.tag in ("hl1", "hl2", "hl3")]
        if not parts and text_of(hedline):
            first.append(tree.take_text(hedline))
        for part in parts:
            text = tree.take_text(part)
            role = " ".join(part.get(name, "") for name in ("class", "id", "role", "style")).lower()
            for name in ("class", "id", "role"):
                tree.take(part, name)
            if not text:
                continue
            if not kicker and any(word in role for word in _KICKERS):
                kicker = text
            elif part.tag == "hl1":
                first.append(text)
            else:
                lines.append(text)
    if not first and lines:
        first.append(lines.pop(0))
    return " ".join(first), kicker, lines


def _read_bylines(tree: SourceTree, head: Element) -> tuple[tuple[str, ...], list[str], list[str]]:
    """The names of the writers, their posts, and bylines that say more than that."""
    names: list[str] = []
    posts: list[str] = []
    said: list[str] = []
    for byline in tree.find_all("byline", head):
        posts += tree.take_texts(".//byttl", byline)
        for contact in byline.iter("virtloc"):
            tree.leave_out(contact, _CONTACT)
        persons = [text for person in byline.iter("person") if (text := _spaced_text(person))]
        wording = _without(byline, ("byttl", "virtloc"))
        for part in byline.iter():
            if part.tag not in ("byttl", "virtloc"):
                tree.take(part, "")
        found = tuple(name for person in persons for name in read_byline(person)) or read_byline(wording)
        found = tuple(name for name in found if not is_login(name))
        names += found
        if adds_to_names(wording, found) and not persons:
            said.append(wording)
    return unique(names), posts, said


def _without(element: Element, tags: tuple[str, ...]) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag not in tags:
            parts.append(_without(child, tags))
        parts.append(child.tail or "")
    return plain("".join(parts))


def _spaced_text(element: Element) -> str:
    return plain(" ".join(element.itertext()))


def _read_dateline(tree: SourceTree, head: Element) -> str:
    """The place of a dateline: that of its locations, or its own text but for the date."""
    for dateline in tree.find_all("dateline", head):
        places = [place_of(location) for location in dateline.iter("location")]
        own = _without(dateline, ("story.date", "location"))
        for part in dateline.iter():
            if part.tag != "story.date":
                tree.take(part, "")
        for date in dateline.iter("story.date"):
            if text_of(date) == plain(date.get("norm")):
                tree.take(date, "")
        text = ", ".join(filter(None, places)) or own
        if text:
            return text.strip(" -–—,")
    return ""


def place_of(location: Element) -> str:
    """The name of a place, with commas between city, state and country where nothing else stands there."""
    parts = [part for part in location if part.tag in _PLACES]
    if parts and not plain(location.text) and not any(plain(part.tail) for part in location):
        return ", ".join(filter(None, map(text_of, parts)))
    return text_of(location)
