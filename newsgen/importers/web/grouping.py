"""Make articles of pages: copies of one are joined, parts of one are put in order."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from newsgen.importers.web.address_key import address_key
from newsgen.importers.web.address_parts import PartAddress, is_plain_view, part_of, view_key
from newsgen.importers.web.page_addresses import PageAddress
from newsgen.importers.web.page_index import PageIndex
from newsgen.importers.web.page_rows import Membership, PageRow, TextSummary
from newsgen.importers.web.text_summary import are_copies, are_nearly_one, shared_part

# Different texts that share a key are compared with the first so many of each other.
_MOST_TEXTS = 12
# A copy with so many times the words of the others has the whole text, such as a print view of an article in parts.
_WHOLE = 1.3


def group_pages(index: PageIndex, count: int) -> None:
    """Keep in the index which article each page that was read belongs to. `count` is the number of pages."""
    groups = _Groups(count)
    for numbers in index.shared_keys():
        _join_copies(index, numbers, groups)
    for numbers in index.shared_near_keys():
        _join_near_copies(index, numbers, groups)
    leads = _keep_copies(index, groups, count)
    for number in leads:
        _propose_parts(index, number)
    for rows in index.parts():
        _join_parts(index, rows)


class _Groups:
    """Sets of numbers that are joined pair by pair (union-find with halved paths)."""

    def __init__(self, count: int) -> None:
        self._parent = array("l", range(count + 1))
        self._is_joined = bytearray(count + 1)

    def find(self, number: int) -> int:
        parent = self._parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.find(one), self.find(other)))
        self._parent[high] = low
        self._is_joined[low] = 1

    def is_alone(self, number: int) -> bool:
        return self.find(number) == number and not self._is_joined[number]


def _join_copies(index: PageIndex, numbers: Sequence[int], groups: _Groups) -> None:
    """Join the pages with one key whose texts are one."""
    texts: list[tuple[int, TextSummary]] = []
    for number in numbers:
        summary = index.summary(number)
        if not summary:
            continue
        found = next((first for first, text in texts if are_copies(text, summary)), None)
        if found is not None:
            groups.join(found, number)
        elif len(texts) < _MOST_TEXTS:
            texts.append((number, summary))


def _join_near_copies(index: PageIndex, numbers: Sequence[int], groups: _Groups) -> None:
    """Join the pages with one headline on one day whose texts are nearly one, such as a print view elsewhere."""
    texts: list[tuple[int, TextSummary]] = []
    for number in numbers:
        summary = index.summary(number)
        if not summary:
            continue
        found = next((first for first, text in texts if _is_near_copy(index, (first, text), (number, summary))), None)
        if found is not None:
            groups.join(found, number)
        elif len(texts) < _MOST_TEXTS:
            texts.append((number, summary))


def _is_near_copy(index: PageIndex, one: tuple[int, TextSummary], other: tuple[int, TextSummary]) -> bool:
    """Whether two pages have nearly one text, and no two dates."""
    if not are_nearly_one(one[1], other[1], 2):
        return False
    dates = _dates(index, one[0], other[0])
    return len(set(dates)) < 2 and are_nearly_one(one[1], other[1], len(dates))


def _dates(index: PageIndex, *numbers: int) -> list[str]:
    """The days of some pages, as far as they show them."""
    return [str(day)[:10] for number in numbers if (day := index.reading(number).published)]


def _keep_copies(index: PageIndex, groups: _Groups, count: int) -> list[int]:
    """Keep the copies of each article; the numbers of the pages that lead one."""
    members: dict[int, list[int]] = {}
    leads = []
    for number in range(1, count + 1):
        if not index.summary(number):
            continue
        if groups.is_alone(number):
            leads.append(number)
            index.add_membership(Membership(number, number, 1, "lead"))
        else:
            members.setdefault(groups.find(number), []).append(number)
    for numbers in members.values():
        lead = _choose_lead(index, numbers)
        leads.append(lead)
        for number in numbers:
            index.add_membership(Membership(number, lead, 1, "lead" if number == lead else "copy"))
    return leads


def _choose_lead(index: PageIndex, numbers: Sequence[int]) -> int:
    """The copy that stands for the others: at the address that they declare, unless another has far more text."""
    rows = {number: index.page(number) for number in numbers}
    words = {number: (index.summary(number) or TextSummary("", "", 0, b"")).words for number in numbers}
    declared = {address_key(row.canonical) for row in rows.values() if row.canonical}
    most = max(words.values())

    def rank(number: int) -> tuple[bool, bool, bool, int, str]:
        row = rows[number]
        is_whole = words[number] * _WHOLE >= most
        is_plain = is_plain_view(_address(row))
        is_declared = bool(row.url) and address_key(row.url) in declared
        return (not is_whole, not is_declared, not is_plain, -words[number], row.address)

    return min(numbers, key=rank)


def _propose_parts(index: PageIndex, number: int) -> None:
    """Keep of which articles a page may be a part, and that it is the first of its own."""
    row, summary = index.page(number), index.summary(number)
    if not summary or not summary.headline:
        return
    key = view_key(_address(row))
    index.add_part(key, summary.headline, 1, number)
    parts = part_of(_address(row))
    if row.canonical and not parts and view_key(PageAddress(row.canonical, "")) != key:
        parts = [PartAddress(view_key(PageAddress(row.canonical, "")), 2, True)]
    for part in parts:
        if part.is_sure or _is_led_to(index, row, part.base):
            index.add_part(part.base, summary.headline, part.number, number)


def _is_led_to(index: PageIndex, row: PageRow, base: str) -> bool:
    """Whether a page and the first part lead to each other as parts of one text."""
    first = index.page_at(base)
    own = [address_key(place) for place in (row.url, row.path) if place]
    is_canonical = bool(row.canonical) and view_key(PageAddress(row.canonical, "")) == base
    return is_canonical or index.leads_to(row.number, base) or any(first and index.leads_to(first, key) for key in own)


def _join_parts(index: PageIndex, rows: Sequence[tuple[int, int]]) -> None:
    """Join the parts of one article in their order, where their texts differ and their dates do not."""
    free = [(part, number) for part, number in rows if _is_free(index, number)]
    if len({number for _, number in free}) < 2:
        return
    first = free[0][1]
    kept = [first]
    for part, number in free[1:]:
        if number in kept or not _is_same_article(index, first, number):
            continue
        summary = index.summary(number)
        if any(shared_part(index.summary(other) or _NOTHING, summary or _NOTHING) >= 0.5 for other in kept):
            continue
        kept.append(number)
        for membership in index.members(number):
            role = "part" if membership.number == number else "copy"
            index.add_membership(Membership(membership.number, first, part, role))


_NOTHING = TextSummary("", "", 0, b"")


def _is_free(index: PageIndex, number: int) -> bool:
    """Whether a page leads an article of its own that has no other parts."""
    membership = index.membership(number)
    if membership is None or membership.role != "lead":
        return False
    return all(other.role != "part" for other in index.members(number))


def _is_same_article(index: PageIndex, one: int, other: int) -> bool:
    """Whether two pages say nothing that parts of one article would not both say."""
    return len(set(_dates(index, one, other))) < 2


def _address(row: PageRow) -> PageAddress:
    return PageAddress(row.url, row.path)
