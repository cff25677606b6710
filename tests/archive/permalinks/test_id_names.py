"""Articles that share an id keep their addresses, each by the id and its language, however they come and change."""

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from random import Random

import pytest

from newsgen.archive.identifiers import IdentifierTable
from newsgen.archive.indexer import Indexer
from newsgen.archive.permalink_assignment import Ledger, LedgerAssigner
from newsgen.archive.permalinks.claim import PermalinkClaim, describe_name, id_of, is_id
from newsgen.archive.permalinks.id_names import name_claims
from newsgen.archive.permalinks.ledger import LedgerEntry
from newsgen.archive.permalinks.ledger_table import LedgerTable
from newsgen.archive.permalinks.listing_table import ListingTable
from newsgen.archive.permalinks.own_pages import OwnPages
from newsgen.archive.permalinks.unmet_table import UnmetTable
from newsgen.record.article import Article, Block
from newsgen.settings.site import Site
from tests.support.records import an_article, enter
from tests.support.state import open_state

SITE = Site()


def claim(path: str, language: str, fingerprint: str = "", permalink: str = "") -> PermalinkClaim:
    return PermalinkClaim(
        path, permalink or f"/{path}", bool(permalink), id="7", fingerprint=fingerprint, language=language
    )


def line(name: str, fingerprint: str = "", permalink: str = "") -> LedgerEntry:
    return LedgerEntry(permalink or f"/{name}", name, True, fingerprint)


@pytest.mark.parametrize(
    ("claims", "lines", "held", "names", "renamed"),
    [
        # The language says which one it is, and then what is left.
        ([claim("a", "en"), claim("b", "de")], [line("id:7"), line("id@de:7")], [], ["id:7", "id@de:7"], []),
        ([claim("a", "en"), claim("b", "de")], [line("id:7"), line("id@en:7")], [], ["id@en:7", "id:7"], []),
        # How the text opens, or the address that is declared.
        ([claim("a", "en"), claim("b", "de", "f")], [line("id:7", "f")], [], ["id@en:7", "id:7"], []),
        ([claim("a", "en", "f"), claim("b", "de", "", "/x")], [line("id:7", "f", "/x")], [], ["id@en:7", "id:7"], []),
        # One that has published an address under its path is none of those under the id.
        ([claim("a", "en"), claim("b", "de")], [line("id:7"), line("a")], [], ["id@en:7", "id:7"], []),
        # New ones: the first by path has the id alone, if nobody has.
        ([claim("a", "en"), claim("b", "de")], [], [], ["id:7", "id@de:7"], []),
        ([claim("a", "en"), claim("b", "de")], [], ["id:7"], ["id@en:7", "id@de:7"], []),
        # A language that was corrected.
        ([claim("b", "nl")], [line("id@de:7")], ["id:7"], ["id@nl:7"], [("id@de:7", "id@nl:7")]),
        # What cannot be told is left to one that is gone.
        ([claim("a", "en"), claim("b", "de")], [line("id:7")], [], ["id@en:7", "id@de:7"], []),
        ([claim("a", "en", "f"), claim("b", "de", "f")], [line("id:7", "f")], [], ["id@en:7", "id@de:7"], []),
    ],
)
def test_each_claim_has_the_name_that_is_its_own(
    claims: list[PermalinkClaim],
    lines: list[LedgerEntry],
    held: list[str],
    names: list[str],
    renamed: list[tuple[str, str]],
) -> None:
    naming = name_claims(claims, lines, held)
    assert ([one.name for one in naming.claims], list(naming.renamed)) == (names, renamed)


@pytest.mark.parametrize(
    ("name", "own_id", "told"),
    [
        ("id:7", "7", "the article with the id 7"),
        ("id@de-AT:a:b", "a:b", "the article with the id a:b in de-AT"),
        ("id:id@de:7", "id@de:7", "the article with the id id@de:7"),
    ],
)
def test_names_tell_the_id_and_the_language(name: str, own_id: str, told: str) -> None:
    assert (is_id(name), id_of(name), describe_name(name)) == (True, own_id, told)
    assert not is_id("id@de 7.md")


class Build:
    """Builds of an archive that only give addresses, in one state or in a new one with the ledger of the last."""

    def __init__(self) -> None:
        self.state = open_state()
        self.articles: dict[str, Article] = {}

    def run(self, articles: Mapping[str, Article]) -> dict[str, str]:
        """The permalinks of all articles, by their paths, after those that changed were read."""
        changed = [article for path, article in sorted(articles.items()) if self.articles.get(path) != article]
        found = _build(self.state, changed, self.articles.keys() - articles.keys(), articles)
        self.articles = dict(articles)
        return found

    def run_from_nothing(self) -> tuple[dict[str, str], list[LedgerEntry]]:
        """What a clean build with the same ledger gives, and the ledger after it."""
        state = open_state()
        LedgerTable(state).load(self.ledger(), b"")
        found = _build(state, [self.articles[path] for path in sorted(self.articles)], None, self.articles)
        return found, _entries(state)

    def ledger(self) -> list[LedgerEntry]:
        return _entries(self.state)


def _entries(state: sqlite3.Connection) -> list[LedgerEntry]:
    return sorted(LedgerTable(state).publish())


def _build(
    state: sqlite3.Connection, changed: list[Article], removed: set[str] | None, articles: Mapping[str, Article]
) -> dict[str, str]:
    tables = Ledger(LedgerTable(state), UnmetTable(state), OwnPages(SITE, ListingTable(state)))
    assigner = LedgerAssigner(IdentifierTable(state), tables, "articles", is_public=True, reassigns=False)
    indexer = Indexer(state, SITE)
    for article in changed:
        indexer.add_or_update(assigner.assign([enter(article, SITE)]))
    for path in sorted(removed or ()):
        assigner.release(path)
        indexer.remove(path)
    if removed is None:
        assigner.release_all_except(articles.keys())
    unsettled = assigner.unsettle()
    for path in sorted(unsettled):
        indexer.remove(path)
    indexer.add_or_update(assigner.assign([enter(articles[path], SITE) for path in sorted(unsettled)]))
    indexer.add_or_update(assigner.assign_pending())
    assert list(assigner.duplicate_ids()) == []
    indexer.finish()
    rows = state.execute("SELECT path, permalink FROM articles ORDER BY path")
    return dict(rows)


SEEDS = [*range(4), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(4, 60))]


@pytest.mark.parametrize("seed", SEEDS)
def test_an_address_stays_with_its_article_whatever_is_added_renamed_or_edited(seed: int) -> None:
    random, build = Random(seed), Build()
    articles: dict[str, Article] = {}
    homes: dict[int, str] = {}
    owner: dict[str, int] = {}
    for step in range(14):
        pairs = {(one.id, one.language) for one in articles.values()}
        free = [
            (i, language) for i in ("7", "8") for language in ("en", "de", "fr", "nl") if (i, language) not in pairs
        ]
        path = random.choice(sorted(articles)) if articles else ""
        change = random.choice(("add", "add", "rename", "edit", "language", "id"))
        if (change == "add" or not articles) and free:
            own_id, language = random.choice(free)
            name = f"{random.choice('abcxyz')}{step}.md"
            text = (Block("markdown", f"The text {step} opens so.", 0),)
            articles[name] = an_article(name, id=random.choice((own_id, "")), language=language, body=text)
            owner[name] = step
        elif change == "rename":
            name = f"{random.choice('abcxyz')}{step}.md"
            articles[name] = replace(articles.pop(path), path=name)
            owner[name] = owner.pop(path)
        elif change == "edit" and articles[path].id:
            articles[path] = replace(articles[path], body=(Block("markdown", f"Another opening {step}.", 0),))
        elif change == "language" and articles[path].id:
            others = [language for own_id, language in free if own_id == articles[path].id]
            articles[path] = replace(articles[path], language=random.choice(others or [articles[path].language]))
        elif change == "id" and not articles[path].id:
            found = [own_id for own_id, language in free if language == articles[path].language]
            articles[path] = replace(articles[path], id=random.choice(found or [""]))
        permalinks = build.run(articles)
        assert permalinks.keys() == articles.keys()
        for path, permalink in permalinks.items():
            assert homes.setdefault(owner[path], permalink) == permalink, (step, change, build.ledger())
        assert build.run_from_nothing() == (permalinks, build.ledger()), (step, change)
