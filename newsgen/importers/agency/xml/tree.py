"""An XML tree of which is known what became of each value: taken into a field, kept in `extra`, or left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any
from xml.etree.ElementTree import Element

from newsgen.importers.agency.item.markup import without_tags
from newsgen.record.import_entry import Entry, Outcome
from newsgen.text.entities import decode_entities
from newsgen.text.language.tags import primary_subtag

_FORMAT = "It is of the format, not of the news."
# What says how a file is built, in all formats of XML.
_OF_FORMAT = frozenset(
    (
        *("schemaLocation", "noNamespaceSchemaLocation", "nil", "standard", "standardversion", "conformance"),
        *("formatversion", "catalogRef", "catalog", "Catalog", "generator", "profile", "change.date", "change.time"),
        *("uno", "Duid", "Euid", "duid"),
    )
)
# Attributes that are the whole value of their element.
_PLAIN_VALUES = frozenset(("ed-urg", "norm", "scope", "FormalName", "qcode", "literal", "info", "content"))


def plain(text: str | None) -> str:
    """A text in one line."""
    return " ".join(text.split()) if text else ""


def text_of(element: Element | None) -> str:
    """All text in an element, in one line; entities that were escaped twice are their signs."""
    return plain(decode_entities(without_tags("".join(element.itertext())))) if element is not None else ""


def is_in_language(element: Element, language: str) -> bool:
    """Whether an element says of itself that it is in a language, or says nothing of it; its region does not count."""
    return primary_subtag(element.get("lang", "").lower()) in (primary_subtag(language), "")


class SourceTree:
    """The tree of one item.

    What is never asked for goes to `extra` (`rest`); the account of all its values is `entries`.
    """

    def __init__(self, root: Element) -> None:
        self.root = root
        self._fates: dict[tuple[int, str], tuple[Outcome, str]] = {}

    def find(self, path: str, within: Element | None = None) -> Element | None:
        """The first element at a path below another, which is the root by default."""
        return (self.root if within is None else within).find(path)

    def find_all(self, path: str, within: Element | None = None) -> list[Element]:
        """The elements at a path, in their order."""
        return (self.root if within is None else within).findall(path)

    def take_text(self, element: Element | None) -> str:
        """The text in an element and all below it, in one line, which counts as taken."""
        if element is None:
            return ""
        for part in element.iter():
            self._set(part, "", "taken")
        return text_of(element)

    def take_texts(self, path: str, within: Element | None = None) -> list[str]:
        """The texts of all elements at a path that have one, which count as taken."""
        return [text for element in self.find_all(path, within) if (text := self.take_text(element))]

    def take(self, element: Element | None, name: str) -> str:
        """The value of an attribute, which counts as taken."""
        if element is None:
            return ""
        self._set(element, name, "taken")
        return plain(element.get(name))

    def take_all(self, element: Element) -> None:
        """Count every value in an element and below it as taken."""
        self._mark_all(element, "taken", "")

    def leave_in(self, element: Element) -> None:
        """Count every value in an element and below it as not asked for: it goes to `extra`."""
        for part in element.iter():
            for name in ("", *part.attrib):
                self._fates.pop((id(part), name), None)

    def leave_out(self, element: Element, reason: str) -> None:
        """Count every value in an element and below it that was not taken as left out."""
        self._mark_all(element, "left out", reason, only_new=True)

    def leave_out_all(self, element: Element, reason: str) -> None:
        """Count every value in an element and below it as left out."""
        self._mark_all(element, "left out", reason)

    def leave_out_value(self, element: Element, name: str, reason: str) -> None:
        """Count an attribute, or the text ("") of an element, as left out."""
        self._set(element, name, "left out", reason)

    def rest(self, element: Element) -> Any:
        """What was neither taken nor left out of an element, as plain values; None for nothing."""
        values: dict[str, Any] = {
            name: plain(value)
            for name, value in element.attrib.items()
            if plain(value) and self._is_free(element, name)
        }
        for child in element:
            if child.tag in _OF_FORMAT:
                continue
            kept = self.rest(child)
            if kept is None:
                continue
            there = values.get(child.tag)
            if there is None:
                values[child.tag] = kept
            elif isinstance(there, list):
                there.append(kept)
            else:
                values[child.tag] = [there, kept]
        text = _own_text(element)
        if text and self._is_free(element, ""):
            if not values:
                return text
            values["text"] = text
        if len(values) == 1 and next(iter(values)) in _PLAIN_VALUES:
            return next(iter(values.values()))
        return values or None

    def entries(self, skipped: Iterable[Element] = ()) -> Iterator[Entry]:
        """What became of each value; `skipped` are the elements of the body, whose account is another."""
        yield from self._entries(self.root, "", {id(element) for element in skipped})

    def _entries(self, element: Element, path: str, skipped: set[int]) -> Iterator[Entry]:
        if id(element) in skipped:
            return
        name = f"{path}/{element.tag}" if path else element.tag
        for attribute, value in element.attrib.items():
            if plain(value):
                yield self._entry(element, attribute, f"{name}@{attribute}")
        if _own_text(element):
            yield self._entry(element, "", name)
        for child in element:
            yield from self._entries(child, name, skipped)

    def _entry(self, element: Element, attribute: str, name: str) -> Entry:
        fate = self._fates.get((id(element), attribute))
        if fate:
            return Entry("field", name, fate[0], fate[1])
        if not self._is_free(element, attribute) or _OF_FORMAT & set(re.split("[/@]", name)):
            return Entry("field", name, "left out", _FORMAT)
        return Entry("field", name, "kept raw", "It is kept as extra.")

    def _is_free(self, element: Element, name: str) -> bool:
        is_version = element.tag == "nitf" and name == "version"
        return (id(element), name) not in self._fates and name not in _OF_FORMAT and not is_version

    def _set(self, element: Element, name: str, outcome: Outcome, reason: str = "") -> None:
        self._fates[id(element), name] = (outcome, reason)

    def _mark_all(self, element: Element, outcome: Outcome, reason: str, only_new: bool = False) -> None:
        for part in element.iter():
            for name in ("", *part.attrib):
                if not only_new or (id(part), name) not in self._fates:
                    self._set(part, name, outcome, reason)


def _own_text(element: Element) -> str:
    """The text that belongs to an element itself, with that between its children."""
    return plain(" ".join([element.text or "", *(child.tail or "" for child in element)]))
