"""Which articles get their permalinks at once, and which wait until it is clear what is gone."""

import sqlite3
from collections.abc import Iterable, Sequence
from random import Random

import pytest

from newsgen.archive.archive import Archive
from newsgen.archive.entry import PlacedEntry
from newsgen.archive.identifiers import IdentifierTable
from newsgen.archive.indexer import Indexer
from newsgen.archive.pattern_assignment import PatternAssigner
from newsgen.archive.permalink_assignment import Ledger, LedgerAssigner, PermalinkAssigner
from newsgen.archive.permalinks.ledger_table import LedgerTable
from newsgen.archive.permalinks.listing_table import ListingTable
from newsgen.archive.permalinks.own_pages import OwnPages
from newsgen.archive.permalinks.unmet_table import UnmetTable
from newsgen.archive.references import url_identifier
from newsgen.errors import NewsgenError, Problem
from newsgen.record.article import Article
from newsgen.settings.site import Site
from tests.support.records import an_article, enter, make_index
from tests.support.state import open_state
from tests.support.topics import TOPICS, a_report

HERON = a_report("heron.md", "ferry", permalink="/heron.html")
FERRY = a_report("ferry.md", "mill", permalink="/ferry.html")
GONE = "is gone, and with it the published address /heron.html"


def tables(state: sqlite3.Connection) -> Ledger:
    return Ledger(LedgerTable(state), UnmetTable(state), OwnPages(Site(), ListingTable(state)))


def open_assigner(state: sqlite3.Connection, is_public: bool = True, reassigns: bool = False) -> LedgerAssigner:
    return LedgerAssigner(IdentifierTable(state), tables(state), "articles", is_public, reassigns)


def assign(assigner: PermalinkAssigner, *articles: Article) -> dict[str, str]:
    return permalinks(assigner.assign([enter(article, Site()) for article in articles]))


def permalinks(placed: Iterable[PlacedEntry]) -> dict[str, str]:
    """The permalinks of articles by their paths."""
    return {one.path: one.card().permalink for one in placed}


def problems_of(assigner: PermalinkAssigner) -> list[Problem]:
    with pytest.raises(NewsgenError) as failed:
        assigner.assign_pending()
    return list(failed.value.problems)


def test_in_a_ledger_that_begins_every_article_gets_its_permalink_at_once() -> None:
    assigner = open_assigner(open_state())
    assert assign(assigner, HERON, FERRY) == {"heron.md": "/heron.html", "ferry.md": "/ferry.html"}
    assert assigner.changed
    assert assigner.assign_pending() == []


def test_an_article_that_has_all_it_asks_for_does_not_wait() -> None:
    assigner = open_assigner(make_index([HERON, FERRY], Site()))
    assert assign(assigner, HERON, FERRY) == {"heron.md": "/heron.html", "ferry.md": "/ferry.html"}
    assert not assigner.changed


def test_an_article_that_asks_for_a_free_permalink_moves_and_is_known_by_the_former_one() -> None:
    assigner = open_assigner(make_index([HERON, FERRY], Site()))
    (placed,) = assigner.assign([enter(a_report("heron.md", "ferry", permalink="/herons.html"), Site())])
    assert placed.card().permalink == "/herons.html"
    assert {url_identifier("/herons.html"), url_identifier("/heron.html")} < set(placed.identifiers)
    assert assigner.changed


def test_articles_that_are_new_or_ask_for_what_another_has_wait() -> None:
    assigner = open_assigner(make_index([HERON, FERRY], Site()))
    asking = a_report("heron.md", "ferry", permalink="/heron.html", aliases=("/ferry.html",))
    assert assign(assigner, asking, an_article("new.md", permalink="/new.html")) == {}
    assert not assigner.changed
    assigner.release("ferry.md")
    assert permalinks(assigner.assign_pending()) == {"heron.md": "/heron.html", "new.md": "/new.html"}
    assert assigner.changed


def test_a_new_article_follows_one_of_its_text_that_is_gone() -> None:
    assigner = open_assigner(make_index([HERON, FERRY], Site()))
    assert assign(assigner, a_report("birds/heron.md", "ferry")) == {}
    assigner.release("heron.md")
    assert permalinks(assigner.assign_pending()) == {"birds/heron.md": "/heron.html"}


@pytest.mark.parametrize("is_rebuilt", [False, True])
def test_an_article_that_is_gone_is_a_problem(is_rebuilt: bool) -> None:
    assigner = open_assigner(make_index([HERON, FERRY], Site()))
    assign(assigner, FERRY)
    if is_rebuilt:
        assigner.release_all_except(["ferry.md"])
    else:
        assigner.release("heron.md")
    assert [(problem.path, problem.message) for problem in problems_of(assigner)] == [("articles/heron.md", GONE)]


def test_an_article_with_an_id_may_come_in_another_file() -> None:
    state = make_index([an_article("a.md", permalink="/a.html", id="1"), FERRY], Site())
    assigner = open_assigner(state)
    assigner.release("a.md")
    # A translation may have it too, so that all must be read first.
    assert assign(assigner, an_article("b.md", headline="Another", id="1")) == {}
    assert permalinks(assigner.assign_pending()) == {"b.md": "/a.html"}


def test_an_article_that_declares_another_id_is_gone_under_the_first() -> None:
    assigner = open_assigner(make_index([an_article("a.md", permalink="/heron.html", id="1"), FERRY], Site()))
    assert assign(assigner, an_article("a.md", headline="Another", permalink="/other.html", id="2")) == {}
    assert [problem.message for problem in problems_of(assigner)] == [GONE]


def test_a_preview_forgets_what_it_gave_as_soon_as_the_article_changes() -> None:
    state = make_index([HERON], Site())
    for path in ("/one.html", "/two.html"):
        assigner = open_assigner(state, is_public=False)
        assign(assigner, an_article("new.md", permalink=path))
        assert permalinks(assigner.assign_pending()) == {"new.md": path}
    ledger = LedgerTable(state)
    assert {entry.permalink for entry in ledger.publish()} == {"/heron.html", "/two.html"}


def test_all_articles_move_to_where_the_pattern_puts_them_where_they_are_reassigned() -> None:
    state = make_index([an_article("heron.md", permalink="/old.html")], Site())
    assert assign(open_assigner(state), an_article("heron.md")) == {"heron.md": "/old.html"}
    assigner = open_assigner(state, reassigns=True)
    assert assign(assigner, an_article("heron.md")) == {"heron.md": "/undated/heron.html"}
    assert LedgerTable(state).former_permalinks("/undated/heron.html") == ("/old.html",)


def test_two_articles_with_one_id_are_reported() -> None:
    state, site = open_state(), Site()
    assigner, indexer = open_assigner(state), Indexer(state, site)
    articles = [an_article(path, permalink=f"/{path}.html", id="7") for path in ("a.md", "b.md")]
    indexer.add_or_update(assigner.assign([enter(article, site) for article in articles]))
    assert list(assigner.duplicate_ids()) == [
        Problem(
            "articles/b.md",
            0,
            "has the same id as articles/a.md: 7",
            "An id is by what an article is known when its file gets another name.",
            "Give one of the two another id; or, where one is the other's translation, write the language of each.",
        )
    ]


def build_first(batches: Sequence[Sequence[Article]]) -> tuple[dict[str, str], list[str], int]:
    """The permalinks and the unmet claims of a first build that reads articles in these batches.

    Beside them, how many were read again.
    """
    state = open_state()
    assigner, indexer = open_assigner(state), Indexer(state, Site())
    for batch in batches:
        indexer.add_or_update(assigner.assign([enter(article, Site()) for article in batch]))
    unsettled = assigner.unsettle()
    for path in unsettled:
        indexer.remove(path)
    again = [article for batch in batches for article in batch if article.path in unsettled]
    indexer.add_or_update(assigner.assign([enter(article, Site()) for article in again]))
    indexer.add_or_update(assigner.assign_pending())
    lines = {line.permalink: line.article for line in LedgerTable(state).publish() if line.is_current}
    archive = Archive(state)
    assert {archive.find_article(path).card.permalink for path in archive.paths()} == lines.keys()  # type: ignore[union-attr]
    return lines, [problem.message for problem in UnmetTable(state).problems("articles")], len(unsettled)


CONFLICTING = (
    a_report("a.md", "ferry", slug="heron", aliases=("/old",)),
    a_report("b.md", "mill", slug="heron"),
    a_report("c.md", TOPICS[0], 2, permalink="/undated/heron.html", id="7"),
    a_report("d.md", TOPICS[0], 3, permalink="/old/"),
    a_report("e.md", TOPICS[0], 4, slug="e", aliases=("/undated/heron-11dd48.html", "/older")),
    a_report("f.md", TOPICS[0], 5, slug="f", aliases=("/older/",)),
    a_report("g.md", TOPICS[0], 6, slug="g"),
)


@pytest.mark.long
def test_in_a_first_build_the_order_in_which_articles_come_makes_no_difference() -> None:
    expected, unmet, again = build_first([CONFLICTING])
    assert again == 0
    assert unmet == [
        "has /old among its aliases, an address of articles/d.md",
        "has the address /undated/heron-fecccc.html, for /undated/heron.html belongs to the article with the id 7",
        "has the address /undated/heron-11dd48.html, for /undated/heron.html belongs to the article with the id 7",
        "has /undated/heron-11dd48.html among its aliases, an address of articles/b.md",
        "has /older/ among its aliases, an address of articles/e.md",
    ]
    random = Random(5)
    for _ in range(40):
        articles = random.sample(CONFLICTING, len(CONFLICTING))
        cuts = sorted(random.sample(range(len(articles)), 3))
        batches = [articles[start:end] for start, end in zip([0, *cuts], [*cuts, None], strict=True)]
        assert build_first(batches)[:2] == (expected, unmet)


def test_in_a_first_build_articles_without_conflict_are_read_once() -> None:
    _, unmet, again = build_first([[HERON], [FERRY], [a_report("new.md", TOPICS[0], 2, slug="heron")]])
    assert (unmet, again) == ([], 0)


def test_without_a_ledger_articles_have_what_they_ask_for_and_aliases_lead_to_them() -> None:
    state = open_state()
    ledger = LedgerTable(state)
    assigner = PatternAssigner(tables(state), "articles")
    heron = an_article("heron.md", permalink="/heron.html", aliases=("/bird",))
    assert assign(assigner, heron, FERRY) == {"heron.md": "/heron.html", "ferry.md": "/ferry.html"}
    assert assigner.assign_pending() == []
    assert assigner.changed
    assert list(ledger.moves()) == [("/bird", "/heron.html")]
    assigner = PatternAssigner(tables(state), "articles")
    assign(assigner, FERRY)
    assert not assigner.changed
    assigner.release("heron.md")
    assert (assigner.changed, ledger.is_empty()) == (True, True)


def test_without_a_ledger_two_articles_with_one_alias_are_reported() -> None:
    assigner = PatternAssigner(tables(open_state()), "articles")
    assign(assigner, *(an_article(f"{name}.md", permalink=f"/{name}.html", aliases=("/bird",)) for name in "ab"))
    assert problems_of(assigner) == [
        Problem(
            "articles/b.md",
            0,
            "has an address that articles/a.md has too: /bird",
            "It can lead to one of the two only.",
            "Take it out of the aliases of one of them.",
        )
    ]
