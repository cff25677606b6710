"""The ledger in the state: entries of articles and of permalinks, published and private ones."""

import pytest

from newsgen.archive.database import BuildMemo
from newsgen.archive.permalinks.ledger import PATTERNED, LedgerEntry
from newsgen.archive.permalinks.ledger_table import LedgerTable
from newsgen.settings.site import Site
from tests.support.records import an_article, make_index
from tests.support.state import open_state

CURRENT = LedgerEntry("/a.html", "a.md", True, "f1")
FORMER = LedgerEntry("/old", "a.md", False, "")
ODD = LedgerEntry("/caf\udce9/", "caf\udce9.md", True, "f2")


@pytest.fixture
def table() -> LedgerTable:
    """A ledger as its file has it."""
    table = LedgerTable(open_state())
    table.load([CURRENT, FORMER, ODD], b"digest")
    return table


def test_a_table_is_loaded_from_its_file() -> None:
    state = open_state()
    table = LedgerTable(state)
    assert table.is_empty()
    table.load([ODD], b"one")
    table.load([CURRENT, FORMER], b"two")
    assert not table.is_empty()
    assert sorted(table.publish()) == [CURRENT, FORMER]
    assert BuildMemo(state).ledger == b"two"


def test_entries_are_found_by_their_articles_and_by_their_permalinks(table: LedgerTable) -> None:
    assert set(table.entries_of(["a.md", "never.md"])) == {CURRENT, FORMER}
    assert list(table.entries_of(["caf\udce9.md"])) == list(table.entries_at(["/caf\udce9/"])) == [ODD]
    assert list(table.entries_at(["/old", "/never"])) == [FORMER]
    assert table.articles() == {"a.md", "caf\udce9.md"}


def test_more_articles_than_one_query_may_name_are_found() -> None:
    table = LedgerTable(open_state())
    entries = {LedgerEntry(f"/{number}", f"{number}.md", True, "") for number in range(1_234)}
    table.put(entries, is_public=True)
    assert set(table.entries_of(one.article for one in entries)) == entries


def test_a_published_entry_stays_published(table: LedgerTable) -> None:
    table.put([CURRENT._replace(fingerprint="f3"), LedgerEntry("/new", "b.md", True, "")], is_public=False)
    table.remove_private(["a.md", "b.md"])
    assert set(table.publish()) == {CURRENT._replace(fingerprint="f3"), FORMER, ODD}


def test_entries_are_private_until_they_are_published() -> None:
    table = LedgerTable(open_state())
    table.put([CURRENT], is_public=False)
    assert table.publish() == [CURRENT]
    table.remove_private(["a.md"])
    assert table.publish() == [CURRENT]
    assert (table.remove("a.md"), table.remove("a.md"), table.is_empty()) == (True, False, True)


def test_an_address_made_by_a_pattern_takes_no_place_while_a_ledger_is_begun() -> None:
    table = LedgerTable(open_state())
    patterned = LedgerEntry("/a.html", "b.md", False, PATTERNED)
    table.put_first([CURRENT], is_public=True)
    table.put_first([patterned, patterned._replace(permalink="/b")], is_public=True)
    assert set(table.publish()) == {CURRENT, patterned._replace(permalink="/b")}
    table.put([patterned], is_public=True)
    assert patterned in table.publish()


def test_a_permalink_is_added_once(table: LedgerTable) -> None:
    assert table.add(LedgerEntry("/b", "b.md", True, "")) is None
    assert table.add(LedgerEntry("/old", "b.md", False, "")) == "a.md"
    assert list(table.entries_at(["/old"])) == [FORMER]


def test_former_permalinks_lead_to_the_one_of_today(table: LedgerTable) -> None:
    table.put([LedgerEntry("/caf", "caf\udce9.md", False, ""), LedgerEntry("/0", "a.md", False, "")], is_public=True)
    assert table.former_permalinks("/a.html") == ("/0", "/old")
    assert table.former_permalinks("/caf\udce9/") == ("/caf",)
    assert table.former_permalinks("/never") == ()
    assert table.all_former_permalinks() == {"/a.html": ("/0", "/old"), "/caf\udce9/": ("/caf",)}
    assert list(table.moves()) == [("/0", "/a.html"), ("/caf", "/caf\udce9/"), ("/old", "/a.html")]


def test_articles_of_the_index_are_named_as_in_the_ledger() -> None:
    articles = [an_article("caf\udce9.md", headline="A", permalink="/a"), an_article("b.md", permalink="/b", id="b-1")]
    table = LedgerTable(make_index(articles, Site()))
    names = table.names_of(["caf\udce9.md", "b.md", "never.md"])
    assert set(names) == {("caf\udce9.md", "caf\udce9.md"), ("b.md", "id:b-1")}


def test_a_site_that_keeps_no_ledger_any_more_forgets_it() -> None:
    state = open_state()
    table = LedgerTable(state)
    table.load([CURRENT, FORMER], b"digest")
    BuildMemo(state).has_unpublished = 1
    table.clear()
    assert table.is_empty()
    assert (BuildMemo(state).ledger, BuildMemo(state).has_unpublished) == (None, None)
    # What such a site records there itself is none of the ledger's.
    table.add(CURRENT)
    table.clear()
    assert table.publish() == [CURRENT]
