"""The index changes when articles come, change or go, and says in facts what changed."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

import pytest

from newsgen.archive.archive import Archive
from newsgen.archive.entry import place_entry
from newsgen.archive.facts import (
    ArticleChanged,
    Extent,
    Fact,
    GroupRenamed,
    GroupToggled,
    PeriodChanged,
    Placement,
    RecordsChanged,
    SuggestionsChanged,
)
from newsgen.archive.indexer import Indexer
from newsgen.archive.targets import Target
from newsgen.record.article import Article, Block
from newsgen.record.dates import parse_date
from newsgen.settings.site import Site
from tests.support.index_contents import index_contents
from tests.support.records import an_article, daily_articles, enter, make_index, place
from tests.support.state import open_state
from tests.support.topics import a_report, daily_reports

SITE = Site(url="https://quay.example", sections=("Sea Front",), sheet_size=5, suggestions=2)


def change(
    state: sqlite3.Connection,
    articles: Iterable[Article] = (),
    removed: Iterable[str] = (),
    site: Site = SITE,
    rebuilds_all: bool = False,
) -> list[Fact]:
    """The facts of a build in which these articles came or changed, and those of these paths went."""
    indexer = Indexer(state, site)
    for article in articles:
        indexer.add_or_update([place(article, site)])
    for path in removed:
        indexer.remove(path)
    return indexer.finish(rebuilds_all)


def placement_of(state: sqlite3.Connection, path: str) -> Placement:
    article = Archive(state).find_article(path)
    assert article
    return Placement(article.sort_key or "", article.section_id)


def article_facts(facts: Iterable[Fact]) -> list[ArticleChanged]:
    return [fact for fact in facts if isinstance(fact, ArticleChanged)]


def others(facts: Iterable[Fact]) -> list[Fact]:
    return [fact for fact in facts if not isinstance(fact, ArticleChanged)]


def groups_of_day(day: str) -> tuple[Target, ...]:
    """The groups of a card by its date."""
    return Target("years", day[:4]), Target("months", day[:7]), Target("days", day), Target("anniversaries", day[5:])


def articles_of_days(*days: str) -> list[Article]:
    """An article for each day, without sections and tags: "2024-03-14 09:00" is 2024-03-14-0900.md."""
    return [an_article(f"{day.replace(' ', '-').replace(':', '')}.md", published=day) for day in days]


def test_a_new_archive_has_no_facts() -> None:
    state = open_state()
    assert change(state, [an_article("a.md", section="Sea", tags=("tide",), published="2014-02")]) == []
    assert list(Archive(state).paths()) == ["a.md"]
    assert [group.key for kind in ("sections", "tags", "years") for group in Archive(state).groups(kind)] == [
        "sea",
        "tide",
        "2014",
    ]


def test_an_archive_of_nothing_has_no_facts() -> None:
    assert change(open_state()) == []


def test_an_unchanged_article_is_no_fact() -> None:
    articles = daily_articles(3, section="Sea", tags=("tide",))
    assert change(make_index(articles, SITE), articles) == []


def test_a_new_text_leaves_the_card_where_it_is() -> None:
    articles = daily_articles(3, section="Sea", tags=("tide",))
    edited = replace(articles[1], body=(Block("paragraph", "Water turns it.", 1),))
    state = make_index(articles, SITE)
    (fact,) = article_facts(change(state, [edited]))
    assert fact == ArticleChanged("note-02.md", Extent.TEXT, identifiers=fact.identifiers)
    assert set(fact.identifiers) == set(place(edited, SITE).identifiers)
    assert index_contents(state) == index_contents(make_index([articles[0], edited, articles[2]], SITE))


def test_a_new_line_of_a_link_is_recorded_and_no_fact() -> None:
    article = an_article("a.md", body=(Block("markdown", "[b](b.md)", 3),))
    moved = replace(article, body=(Block("markdown", "[b](b.md)", 8),))
    state = make_index([article], SITE)
    assert change(state, [moved]) == []
    assert index_contents(state) == index_contents(make_index([moved], SITE))


def test_a_new_headline_changes_the_card_and_what_it_is_known_by() -> None:
    articles = daily_articles(4, section="Sea", tags=("tide",), byline=("Ada Quill",))
    edited = replace(articles[1], headline="The mill turns")
    state = make_index(articles, SITE)
    before = placement_of(state, "note-02.md")
    (fact,) = article_facts(change(state, [edited]))
    listings = (Target("sections", "sea"), Target("tags", "tide"), Target("authors", "ada quill"))
    placements = (before, placement_of(state, "note-02.md"))
    groups = (*listings, *groups_of_day("2024-01-02"))
    assert fact == ArticleChanged("note-02.md", Extent.CARD, placements, groups, fact.identifiers)
    assert set(fact.identifiers) == {*place(articles[1], SITE).identifiers, *place(edited, SITE).identifiers}
    assert index_contents(state) == index_contents(make_index([articles[0], edited, *articles[2:]], SITE))


def test_a_new_article_is_placed_and_in_its_groups() -> None:
    articles = daily_articles(12, section="Sea", byline=("Ada Quill",))
    state = make_index(articles[:11], SITE)
    fact, *rest = change(state, [articles[11]])
    groups = (Target("sections", "sea"), Target("authors", "ada quill"), *groups_of_day("2024-01-12"))
    placements = (placement_of(state, "note-12.md"),)
    assert fact == ArticleChanged("note-12.md", Extent.ADDED, placements, groups, place(articles[11], SITE).identifiers)
    # It has no text, and suggests nothing; its groups are named for the first time.
    new_groups = [GroupRenamed(Target("days", "2024-01-12")), GroupRenamed(Target("anniversaries", "01-12"))]
    assert rest == [*new_groups, PeriodChanged(Target("days", "2024-01-12"), Target("days", "2024-01-11"))]


def test_a_removed_article_leaves_its_place_and_its_groups() -> None:
    articles = daily_articles(3, section="Sea", tags=("tide",))
    state = make_index(articles, SITE)
    placements = (placement_of(state, "note-02.md"),)
    facts = change(state, removed=["note-02.md", "never.md"])
    (fact,) = article_facts(facts)
    groups = (Target("sections", "sea"), Target("tags", "tide"), *groups_of_day("2024-01-02"))
    assert fact == ArticleChanged("note-02.md", Extent.REMOVED, placements, groups, fact.identifiers)
    assert set(fact.identifiers) == set(place(articles[1], SITE).identifiers)
    day = Target("days", "2024-01-02")
    assert others(facts) == [PeriodChanged(day, Target("days", other)) for other in ("2024-01-01", "2024-01-03")]
    assert index_contents(state) == index_contents(make_index([articles[0], *articles[2:]], SITE))


def test_an_article_that_is_not_listed_any_more_leaves_its_groups() -> None:
    articles = daily_articles(2, section="Sea")
    state = make_index(articles, SITE)
    before = placement_of(state, "note-02.md")
    hidden = replace(articles[1], delisted=True)
    (fact,) = article_facts(change(state, [hidden]))
    groups = (Target("sections", "sea"), *groups_of_day("2024-01-02"))
    assert (fact.placements, fact.groups) == ((before, Placement("", None)), groups)
    assert index_contents(state) == index_contents(make_index([articles[0], hidden], SITE))
    (fact,) = article_facts(change(state, [articles[1]]))
    assert (fact.placements, fact.groups) == ((Placement("", None), before), groups)
    assert index_contents(state) == index_contents(make_index(articles, SITE))


def test_an_article_that_moves_to_another_day_has_both_places() -> None:
    articles = articles_of_days("2024-03-14", "2024-03-14 09:00", "2024-03-14 21:00", "2024-03-20", "2024-03-20 21:00")
    moved = replace(articles[1], published=parse_date("2024-03-20 09:00"))
    state = make_index(articles, SITE)
    before = placement_of(state, moved.path)
    (fact,) = article_facts(change(state, [moved]))
    assert fact.placements == (before, placement_of(state, moved.path))
    assert [placement.sort_key[:13] for placement in fact.placements] == ["2024031409:00", "2024032009:00"]
    assert set(fact.groups) == {*groups_of_day("2024-03-14"), *groups_of_day("2024-03-20")}
    assert index_contents(state) == index_contents(make_index([articles[0], moved, *articles[2:]], SITE))


def test_those_that_suggest_a_changed_card_and_those_that_it_suggests_are_named() -> None:
    articles = daily_reports(5, "ferry")
    articles[3] = a_report("note-04.md", "mill", published="2024-01-04", tags=("flour",))
    facts = others(change(make_index(articles, SITE), [replace(articles[1], section="Sea")]))
    named = {fact for fact in facts if isinstance(fact, SuggestionsChanged)}
    assert named == {SuggestionsChanged(path, "note-02.md", False) for path in ("note-01.md", "note-03.md")}


def test_those_that_a_new_text_is_nearer_to_are_named() -> None:
    articles = [*daily_reports(3, "ferry"), a_report("a.md", "mill", published="2024-02")]
    edited = a_report("a.md", "ferry", published="2024-02")
    state = make_index(articles, SITE)
    facts = others(change(state, [edited]))
    named = {SuggestionsChanged(path, "a.md", True) for path in ("a.md", "note-02.md", "note-03.md")}
    assert set(facts) == named
    assert index_contents(state) == index_contents(make_index([*articles[:3], edited], SITE))


def test_those_that_suggest_a_new_article_are_named() -> None:
    articles = daily_reports(4, "ferry")
    facts = change(make_index([articles[0], *articles[2:]], SITE), [articles[1]])
    choices = {fact for fact in facts if isinstance(fact, SuggestionsChanged) and fact.is_choice}
    assert choices == {SuggestionsChanged(f"note-0{day}.md", "note-02.md", True) for day in (1, 2, 3, 4)}


def test_those_that_suggested_a_removed_article_are_named() -> None:
    articles = daily_reports(3, "ferry")
    state = make_index(articles, SITE)
    facts = change(state, removed=["note-02.md"])
    named = {(fact.path, fact.cause) for fact in facts if isinstance(fact, SuggestionsChanged)}
    assert named == {("note-01.md", "note-02.md"), ("note-03.md", "note-02.md")}
    assert index_contents(state) == index_contents(make_index([articles[0], articles[2]], SITE))


def period_changes(facts: Iterable[Fact]) -> dict[str, list[str]]:
    """The periods beside each that came or went."""
    found: dict[str, list[str]] = {}
    for fact in facts:
        if isinstance(fact, PeriodChanged):
            assert fact.period.kind == fact.adjacent.kind
            found.setdefault(fact.period.key, []).append(fact.adjacent.key)
    return found


def test_a_day_that_comes_stands_between_the_days_months_and_years_beside_it() -> None:
    state = make_index(articles_of_days("2021-05-06", "2021-05-07", "2024-01-01", "2024-01-02"), SITE)
    assert period_changes(change(state, [an_article("new.md", published="2022-03-04")])) == {
        "2022-03-04": ["2021-05-07", "2024-01-01"],
        "2022-03": ["2021-05", "2024-01"],
        "2022": ["2021", "2024"],
    }


def test_a_day_that_goes_stood_between_the_days_months_and_years_beside_it() -> None:
    state = make_index(articles_of_days("2021-05-06", "2021-05-07", "2022-03-04", "2024-01-01"), SITE)
    assert period_changes(change(state, removed=["2022-03-04.md"])) == {
        "2022-03-04": ["2021-05-07", "2024-01-01"],
        "2022-03": ["2021-05", "2024-01"],
        "2022": ["2021", "2024"],
    }


def test_a_day_that_goes_within_a_month_leaves_months_and_years_as_they_are() -> None:
    state = make_index(articles_of_days("2021-04-30", "2021-05-06", "2021-05-07", "2021-06-01"), SITE)
    assert period_changes(change(state, removed=["2021-05-06.md"])) == {"2021-05-06": ["2021-04-30", "2021-05-07"]}


@pytest.mark.parametrize(("setting", "kind"), [("day_pages", "days"), ("on_this_day", "anniversaries")])
def test_groups_of_days_go_and_come_with_their_setting(setting: str, kind: str) -> None:
    articles = [*articles_of_days("2024-03-14", "2024-03-14 09:00", "2024-02-29", "2024-03"), an_article("undated.md")]
    without = SITE.model_copy(update={setting: False})
    state = make_index(articles, SITE)
    toggled = {GroupToggled(Target(kind, group.key)) for group in Archive(state).groups(kind)}
    assert len(toggled) == 2
    assert set(others(change(state, articles, site=without, rebuilds_all=True))) == toggled
    assert index_contents(state) == index_contents(make_index(articles, without))
    assert Archive(state).groups(kind) == ()
    assert set(others(change(state, articles, site=SITE, rebuilds_all=True))) == toggled
    assert index_contents(state) == index_contents(make_index(articles, SITE))


def test_an_article_may_move_while_the_settings_of_days_change() -> None:
    articles = articles_of_days("2024-03-14", "2024-03-15")
    moved = [replace(articles[0], published=parse_date("2024-04-01")), articles[1]]
    without = SITE.model_copy(update={"day_pages": False, "on_this_day": False})
    state = make_index(articles, without)
    change(state, moved, site=SITE, rebuilds_all=True)
    assert index_contents(state) == index_contents(make_index(moved, SITE))
    change(state, articles, removed=["2024-03-15.md"], site=without, rebuilds_all=True)
    assert index_contents(state) == index_contents(make_index(articles[:1], without))


def test_a_group_without_articles_is_deleted_and_still_named() -> None:
    state = make_index([an_article("a.md", tags=("tide",)), an_article("b.md")], SITE)
    (fact,) = article_facts(change(state, removed=["a.md"]))
    assert fact.groups == (Target("tags", "tide"), Target("undated"))
    assert Archive(state).groups("tags") == ()


def test_a_group_whose_name_changed_is_named() -> None:
    articles = [an_article("a.md", tags=("Tide",)), an_article("b.md", tags=("tide",)), an_article("c.md")]
    state = make_index(articles, SITE)
    facts = change(state, [an_article("d.md", tags=("tide",))])
    assert others(facts) == [GroupRenamed(Target("tags", "tide"))]
    assert [group.name for group in Archive(state).groups("tags")] == ["tide"]


def test_a_group_whose_slug_another_one_takes_is_named() -> None:
    articles = [an_article("a.md", tags=("C++",)), an_article("b.md", published="2014")]
    facts = change(make_index(articles, SITE), [replace(articles[1], tags=("C",))])
    assert {fact.group.key for fact in facts if isinstance(fact, GroupRenamed)} == {"c", "c++"}


def test_a_record_that_changed_is_a_fact_of_its_own() -> None:
    article = an_article("a.md")
    state = make_index([article], SITE)
    changed = place_entry(enter(article, SITE)._replace(record_digest=b"another"), place(article, SITE).row[1])
    for expected in ([RecordsChanged()], []):
        indexer = Indexer(state, SITE)
        indexer.add_or_update([changed])
        assert indexer.finish() == expected


def test_all_groups_are_named_again_where_all_is_rebuilt() -> None:
    state = make_index([an_article(section="自然")], SITE)
    Indexer(state, Site(slugs="unicode")).finish(rebuilds_all=True)
    assert [group.slug for group in Archive(state).groups("sections")] == ["自然"]


@pytest.mark.parametrize("most", [0, 1, 5])
def test_another_number_of_suggestions_chooses_them_all_again(most: int) -> None:
    articles = daily_reports(4, "ferry")
    for before in (SITE, Site(suggestions=0)):
        state, site = make_index(articles, before), Site(suggestions=most)
        change(state, articles, site=site, rebuilds_all=True)
        assert index_contents(state) == index_contents(make_index(articles, site))
