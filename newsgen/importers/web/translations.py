"""The translations that a page names by `hreflang`, as far as the source holds them as articles of their own."""

from __future__ import annotations

from collections.abc import Iterator

from newsgen.importers.temporary_index import TemporaryIndex
from newsgen.importers.web.address_key import address_key
from newsgen.importers.web.page_addresses import PageAddress
from newsgen.importers.web.page_index import PageIndex
from newsgen.text.language.tags import normalise_tag, primary_subtag


def find_translations(
    lead: int, alternates: tuple[tuple[str, str], ...], language: str, index: PageIndex, claimed: TemporaryIndex
) -> tuple[str, ...]:
    """The addresses of the articles that are the alternates of one in another language than its own.

    An address is the URL that the article keeps, or its permalink. Pages that the source does not hold are none, nor
    are versions for other countries.
    """
    row = index.page(lead)
    here = PageAddress(row.url, row.path)
    found: dict[str, None] = {}
    for tag, reference in alternates:
        other = normalise_tag(tag)
        if not other or (language and primary_subtag(other) == primary_subtag(language)):
            continue
        for number in _pages(here.meanings(reference, row.base), index):
            membership = index.membership(number)
            if membership and membership.lead != lead:
                address = claimed.find(f"original:{membership.lead}") or claimed.find(f"permalink:{membership.lead}")
                if address:
                    found[address] = None
                break
    return tuple(found)


def _pages(addresses: list[str], index: PageIndex) -> Iterator[int]:
    for address in addresses:
        number = index.page_at(address_key(address))
        if number is not None:
            yield number
