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
        first = first_texts(texts)
        for name, longest in _LONGEST.items():
            shown = ((place, first[place]) for place in self.places.get(name, ()) if place in first)
            chrome |= {(place, text) for place, text in shown if len(text) <= longest}
        return Template(frozenset(chrome), self.places)


def without_numbers(text: str) -> str:
    """A text with "0" for every number: "3 comments" and "12 comments" recur. A paragraph keeps its numbers."""
    return _DIGITS.sub("0", text) if len(text) <= _LONGEST_LINE else text


def first_texts(texts: Sequence[tuple[str, str]]) -> dict[str, str]:
    """The first text at each place of a page."""
    return dict(reversed(texts))
