"""Learn a site's template from some of its pages; the order of the pages makes no difference."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from newsgen.importers.html.page.fields.letters import letters_of
from newsgen.importers.html.page.reading import PageReading
from newsgen.importers.html.template.field_texts import FIELDS, is_declared, is_shown
from newsgen.importers.html.template.site_template import SiteTemplate, without_numbers
from newsgen.sources.dates.written_dates import find_date

# Fewer pages than this show nothing that they have in common.
LEAST_PAGES = 3
# Copies of an article have this many letters in common; pages with more HTML before them do not matter.
_BEGINNING, _LONGEST_HTML = 300, 20_000
_TAG = re.compile(r"<[^>]*>")
_MOST = 0.5
# A text recurs that so many pages of the site have, or so many of those with its place.
_RECURRING, _AT_PLACE = 0.3, 0.6
# A place is one of a field where so many pages show it there, and of those with the place this share.
_LEAST_HITS, _PRECISION = 2, 0.6
# What a page declares counts as so many pages of which the fields were only read.
_DECLARED = 3
# A field has fixed places where they have this share of all pages that show it.
_FIXED, _FIXED_PAGES = 0.8, 5


class SamplePage(NamedTuple):
    """A page that a template is learnt from: its texts by their places, in order, and what was read of it alone."""

    texts: Sequence[tuple[str, str]]
    reading: PageReading


def learn_template(pages: Sequence[SamplePage]) -> SiteTemplate:
    """What pages of one site share; nothing for fewer than `LEAST_PAGES`. Pages of one text count as one."""
    pages = _without_copies(pages)
    if len(pages) < LEAST_PAGES or not _share_texts(pages):
        return SiteTemplate()
    day_first = _order_of_numbers(pages)
    constant = _constant_values(pages)
    places, fixed = {}, set()
    for name in FIELDS:
        found, share = _places_of(name, pages, day_first, constant)
        if found:
            places[name] = found
            if share >= _FIXED and len(pages) >= _FIXED_PAGES and name != "headline":
                fixed.add(name)
    return SiteTemplate(_recurring(pages, places), places, frozenset(fixed), constant, day_first)


def _without_copies(pages: Sequence[SamplePage]) -> list[SamplePage]:
    """The pages without those whose body begins as that of another one."""
    bodies: dict[str, SamplePage] = {}
    for page in sorted(pages, key=lambda page: (page.reading.headline, len(page.texts), page.texts)):
        bodies.setdefault(letters_of(_TAG.sub("", page.reading.body_html[:_LONGEST_HTML]))[:_BEGINNING], page)
    return list(bodies.values())


def _share_texts(pages: Sequence[SamplePage]) -> bool:
    """Whether most pages have texts in common at their places, as those of one design have."""
    counts = Counter(pair for page in pages for pair in set(page.texts))
    return any(count >= LEAST_PAGES and count >= _MOST * len(pages) for count in counts.values())


def _recurring(pages: Sequence[SamplePage], fields: dict[str, tuple[str, ...]]) -> frozenset[tuple[str, str]]:
    texts: Counter[tuple[str, str]] = Counter()
    places: Counter[str] = Counter()
    for page in pages:
        texts.update({(place, without_numbers(text)) for place, text in page.texts})
        places.update({place for place, _ in page.texts})
    of_fields = {place for found in fields.values() for place in found}
    return frozenset(
        (place, text)
        for (place, text), count in texts.items()
        if count >= LEAST_PAGES
        and place not in of_fields
        and (count >= _RECURRING * len(pages) or count >= _AT_PLACE * places[place])
    )


def _constant_values(pages: Sequence[SamplePage]) -> frozenset[tuple[str, str]]:
    """Headlines that most pages declare: the name of the site and not their own."""
    counts = Counter(letters_of(page.reading.headline) for page in pages if page.reading.headline)
    return frozenset(("headline", text) for text, count in counts.items() if count > 2 and count * 2 > len(pages))


def _order_of_numbers(pages: Sequence[SamplePage]) -> bool | None:
    """Whether "3/4/2020" is in April on this site: what the dates that pages declare and show alike have."""
    votes: Counter[bool] = Counter()
    for page in pages:
        published = page.reading.published
        if not published or not is_declared("published", page.reading):
            continue
        day = str(published)[:10]
        for _, text in page.texts:
            if len(text) <= 160 and sum(map(str.isdigit, text)) >= 6 and find_date(text) is None:
                both = {order for order in (True, False) if str(find_date(text, order))[:10] == day}
                if len(both) == 1:
                    votes.update(both)
    return None if not votes or len(votes) > 1 else next(iter(votes))


def _places_of(
    name: str, pages: Sequence[SamplePage], day_first: bool | None, constant: frozenset[tuple[str, str]]
) -> tuple[tuple[str, ...], float]:
    """The places of a field, the surest first, and the share of the pages which show it at one of them."""
    hits: Counter[str] = Counter()
    weights: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    shown_at: list[set[str]] = []
    for page in pages:
        reading = page.reading
        if not getattr(reading, name):
            continue
        language = next(iter(reading.declared.languages), "").partition("-")[0].lower()
        weight = _DECLARED if is_declared(name, reading) else 1
        first: dict[str, str] = {}
        for place, text in page.texts:
            first.setdefault(place, text)
        shown = {
            place
            for place, text in first.items()
            if is_shown(name, reading, text, day_first, language) and (name, letters_of(text)) not in constant
        }
        if not shown:
            continue
        shown_at.append(shown)
        hits.update(shown)
        weights.update(dict.fromkeys(shown, weight))
        seen.update(dict.fromkeys(first, weight))
    good = [
        place
        for place, count in hits.items()
        if count >= _LEAST_HITS and weights[place] >= _PRECISION * seen[place] and _is_own(place, pages)
    ]
    good.sort(key=lambda place: (-weights[place] * weights[place] / seen[place], place))
    covered = sum(bool(shown & set(good)) for shown in shown_at)
    return tuple(good), covered / max(1, len(shown_at))


def _is_own(place: str, pages: Sequence[SamplePage]) -> bool:
    """Whether the pages have different texts at a place, or too few pages have it to tell."""
    firsts = [next((text for other, text in page.texts if other == place), "") for page in pages]
    texts = [text for text in firsts if text]
    return len(texts) < LEAST_PAGES or len(set(texts)) > 1
