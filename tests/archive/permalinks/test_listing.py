"""Addresses of listings: none ever means somebody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.permalinks.ledger import LedgerEntry
from newsgen.archive.permalinks.listing import (
    ListingAddress,
    address_of_entry,
    assign_slugs,
    entry_of_address,
    successors,
)


@given(
    st.dictionaries(
        st.text(st.sampled_from("aAbB+- 'é🐦"), min_size=1, max_size=4), st.sampled_from(["c", "index", "d"])
    ).flatmap(lambda found: st.tuples(st.just(found), st.permutations(list(found.items()))))
)
def test_slugs_do_not_depend_on_the_order_of_their_names(
    orders: tuple[dict[str, str], list[tuple[str, str]]],
) -> None:
    plain, shuffled = orders
    assert assign_slugs(plain, {}, ()) == assign_slugs(dict(shuffled), {}, ())


KEYS = st.text(st.sampled_from("cC+#é"), min_size=1, max_size=3)
NAMES = st.dictionaries(KEYS, st.sampled_from(["c", "C", "index", "c-fecccc"]), max_size=6)


@given(st.lists(NAMES, max_size=5))
def test_a_listing_keeps_its_slug_whatever_others_come_and_go(builds: list[dict[str, str]]) -> None:
    published: dict[str, str] = {}
    for plain in builds:
        slugs = assign_slugs(plain, published, published.values())
        assert slugs.keys() == plain.keys()
        assert {key: slugs[key] for key in slugs.keys() & published.keys()} == {
            key: published[key] for key in slugs.keys() & published.keys()
        }
        published |= slugs
        folded = [slug.casefold() for slug in published.values()]
        assert len(set(folded)) == len(folded)
        assert "index" not in folded
        assert assign_slugs(plain, published, published.values()) == slugs


@pytest.mark.parametrize(
    ("permalink", "article", "address"),
    [
        ("/tags/c.html", "listing:tags:c++", ListingAddress("/tags/c.html", "tags", "c++")),
        ("/tags/ميناء 1.html", "listing:tags:a:b", ListingAddress("/tags/ميناء 1.html", "tags", "a:b")),
        ("/sections/c.html", "listing:tags:c", None),
        ("/tags/c/", "listing:tags:c", None),
        ("/tags/c/d.html", "listing:tags:c", None),
        ("/tags/.html", "listing:tags:c", None),
        ("/tags/c.html", "listing:tags:", None),
        ("/tags/c.html", "listing:tags", None),
        ("/tags/c.html", "tags/c.md", None),
    ],
)
def test_an_entry_of_the_ledger_may_be_that_of_a_listing(
    permalink: str, article: str, address: ListingAddress | None
) -> None:
    entry = LedgerEntry(permalink, article, True, "")
    assert address_of_entry(entry) == address
    if address:
        assert entry_of_address(address) == entry


@pytest.mark.parametrize(
    ("lost", "keys", "key"),
    [
        ("jose dïaz", ["jose diaz", "ada"], "jose diaz"),
        ("zoe", ["zoë"], "zoë"),
        ("c++", ["c"], None),
        ("jose", ["josé", "josè"], None),
        ("ferry", [], None),
    ],
)
def test_a_name_that_lost_an_accent_leads_on(lost: str, keys: list[str], key: str | None) -> None:
    address = ListingAddress("/authors/x.html", "authors", lost)
    assert successors([address], {"authors": keys, "tags": [lost]}).get("/authors/x.html") == key
