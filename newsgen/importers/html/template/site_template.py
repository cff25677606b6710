"""`SiteTemplate`: what is known of a site's pages before one of them is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newsgen.importers.html.page.template import Template

# A text at the place of a field that is longer is a paragraph.
_LONGEST = {"headline": 300, "byline": 160, "published": 160, "section": 60, "dek": 600}
# Letters of a line that pages may share but for its numbers.
_LONGEST_LINE = 120
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class SiteTemplate:
    """What a site's pages share.

    `recurring` holds pairs of place and text, with "0" for every number, that many pages have. `places` has for a field
    the places where pages show it, the surest first, and `fixed` names the fields that pages show nowhere else.
    `constant` are values, as letters, that are the site's and no page's own. `day_first` is the order of numbers in
    dates, None if nothing tells it.
    """

    recurring: frozenset[tuple[str, str]] = frozenset()
    places: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fixed: frozenset[str] = frozenset()
    constant: frozenset[tuple[str, str]] = frozenset()
    day_first: bool | None = None

    def for_page(self, texts: Sequence[tuple[str, str]]) -> Template:
        """The part of the template that a page with these texts needs: its own texts that recur or stand in the place
        of a field.
        """
        chrome = {(place, text) for place, text in texts if (place, without_numbers(text)) in self.recurring}
        for name, longest in _LONGEST.items():
            chrome |= set(first_at(self.places.get(name, ()), texts, longest).items())
        return Template(frozenset(chrome), self.places)


def without_numbers(text: str) -> str:
    """A text with "0" for every number: "3 comments" and "12 comments" recur. A paragraph keeps its numbers."""
    return _DIGITS.sub("0", text) if len(text) <= _LONGEST_LINE else text


def first_at(places: Sequence[str], texts: Sequence[tuple[str, str]], longest: int | None = None) -> dict[str, str]:
    """The first text at each of some places of a page, of those that are not longer than `longest`."""
    found: dict[str, str] = {}
    for place, text in texts:
        if place in places:
            found.setdefault(place, text)
    return {place: text for place, text in found.items() if longest is None or len(text) <= longest}
