"""Which targets are outdated, and why, when articles come, change or go: too many perhaps, and never too few."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.archive import Archive
from newsgen.archive.facts import Fact, FileChanged
from newsgen.archive.indexer import Indexer
from newsgen.archive.links import LinkTable
from newsgen.archive.references import file_identifier
from newsgen.archive.targets import SITE_TARGETS, Target, article_target
from newsgen.build.index_queries import IndexQueries
from newsgen.build.outdated import Outdated, every_target, find_outdated
from newsgen.build.reasons import FIRST_BUILD, SETTINGS_CHANGED, Reason
from newsgen.build.stages.links import LinkResolver, resolve_links
from newsgen.output.register import OutputRegister
from newsgen.pages.plan import PageSource, plan_pages
from newsgen.record.article import Article, Block, Link
from newsgen.record.dates import parse_date
from newsgen.settings.site import Site
from tests.support.index_contents import index_contents
from tests.support.records import an_article, daily_articles, make_index, place
from tests.support.state import open_state
from tests.support.topics import a_report, daily_reports, write_about

# The site's own pages, and the history of the feed of a small site.
SITES_OWN = (*map(str, SITE_TARGETS), "feed:0")
SITE = Site(url="https://quay.example", sections=("Sea Front",), sheet_size=5, suggestions=2, feed_size=1)
# Two texts on one matter, and one on another.
REPORTS = (write_about("ferry", 1), write_about("ferry", 2), write_about("mill"))
PATHS = [*(f"{name}.md" for name in "abcdefgh"), "caf\udce9.md"]
ARTICLES = st.builds(
    an_article,
    path=st.sampled_from(PATHS),
    permalink=st.sampled_from(["", "/p.html", "/q/"]),
    headline=st.sampled_from(["Heron", "Reeds"]),
    section=st.sampled_from(["", "Sea", "sea", "sea front"]),
    tags=st.lists(st.sampled_from(["tide", "Tide", "C", "C++"]), max_size=2).map(tuple),
    byline=st.sampled_from([(), ("Ada Quill",), ("ADA QUILL", "Bo Reed")]),
    published=st.sampled_from(
        [None, "2014", "2014-02", "2015-01-02", "2015-01-02 07:15", "2015-01-03", "2016-02-29", "2016-01-02"]
    ),
    related=st.sampled_from([(), (Link("Heron"),), (Link("", "/old/1"), Link("", "/old/2"))]),
    original_url=st.sampled_from(["", "/old/1", "/old/2"]),
    delisted=st.sampled_from([False, False, False, True]),
    body=st.sampled_from(
        [(), *((Block("markdown", text, 1),) for text in ("[b](b.md) [q](/q/)", "[1](/old/1) ![a](a.jpg)", *REPORTS))]
    ),
)


class Edit(NamedTuple):
    """A field of an existing article gets the value that it has in another article."""

    path: str
    field: str
    other: Article


# An article comes or is another one now, that of a path goes, or one field changes.
Change = Article | str | Edit


def path_of(change: Change) -> str:
    return change if isinstance(change, str) else change.path


EDITS = st.builds(
    Edit,
    st.sampled_from(PATHS),
    st.sampled_from(["permalink", "headline", "section", "tags", "byline", "published", "delisted", "body"]),
    ARTICLES,
)
# Builds: a first one of some articles, and others with a few changes. The fewer there are at once, the less a page is
# outdated by accident.
SITES = st.sampled_from([SITE] * 6 + [SITE.model_copy(update={name: False}) for name in ("day_pages", "on_this_day")])
FIRST = st.lists(ARTICLES, min_size=3, max_size=len(PATHS), unique_by=path_of)
CHANGES = st.lists(ARTICLES | st.sampled_from(PATHS) | EDITS | EDITS, min_size=1, max_size=2, unique_by=path_of)
BUILDS = st.builds(
    lambda first, others: [first, *others],
    st.tuples(FIRST, SITES),
    st.lists(st.tuples(CHANGES, SITES), min_size=1, max_size=5),
)


def change_index(
    state: sqlite3.Connection, changes: Iterable[Article | str], site: Site, rebuild_all: Reason | None = None
) -> Outdated:
    """The targets that are outdated by these changes: an article comes or changes, and that of a path goes."""
    rebuild_all = rebuild_all or (FIRST_BUILD if Archive(state).is_empty() else None)
    indexer = Indexer(state, site)
    for change in changes:
        if isinstance(change, Article):
            indexer.add_or_update([place(change, site)])
        else:
            indexer.remove(change)
    facts = indexer.finish(bool(rebuild_all))
    index = IndexQueries(Archive(state), OutputRegister(state), site)
    return {**every_target(index, rebuild_all), **find_outdated(facts, index, site.articles)}


def outdated_by(
    changes: Iterable[Article | str], state: sqlite3.Connection, site: Site = SITE, rebuild_all: Reason | None = None
) -> dict[str, str]:
    """The targets that are outdated by these changes, each with its reason, in text."""
    outdated = change_index(state, changes, site, rebuild_all)
    return {str(target): str(reason) for target, reason in outdated.items()}


def all_targets(state: sqlite3.Connection, site: Site = SITE) -> set[str]:
    return set(map(str, IndexQueries(Archive(state), OutputRegister(state), site).all_targets()))


def resolve(state: sqlite3.Connection, outdated: Iterable[Target], site: Site) -> list[Fact]:
    """Resolve the links of the outdated articles; the facts."""
    paths = [path for path in LinkTable(state).linking_articles() if article_target(path) in outdated]
    return resolve_links(state, paths, LinkResolver(Archive(state), Path("nowhere"), {}, site))


def page_digests(state: sqlite3.Connection, site: Site) -> dict[tuple[Target, str], bytes]:
    """The digests of all pages by their targets and files."""
    source = PageSource(Archive(state), site)
    targets = IndexQueries(source.archive, OutputRegister(state), site).all_targets()
    return {(target, page.file): page.data() for target in targets for page in plan_pages(target, source)}


def test_all_targets_of_a_new_archive_are_outdated_because_it_is_new() -> None:
    state = open_state()
    outdated = outdated_by([an_article("a.md", section="Sea", tags=("tide",), published="2014-02")], state)
    targets = ("article:a.md", "sections:sea", "tags:tide", "years:2014", "months:2014-02", *SITES_OWN)
    assert outdated == dict.fromkeys(targets, "it is new")
    assert all_targets(state) == set(outdated)


def test_an_article_of_a_day_has_the_pages_of_its_day_too() -> None:
    state = open_state()
    outdated = outdated_by([an_article("a.md", published="2014-02-03 07:15")], state)
    dates = ("years:2014", "months:2014-02", "days:2014-02-03", "anniversaries:02-03")
    assert outdated == dict.fromkeys(("article:a.md", *dates, *SITES_OWN), "it is new")
    assert all_targets(state) == set(outdated)


def test_an_archive_of_nothing_has_the_sites_own_pages() -> None:
    assert outdated_by([], open_state()) == dict.fromkeys(SITES_OWN, "it is new")


def test_an_unchanged_article_outdates_nothing() -> None:
    articles = daily_articles(3, section="Sea", tags=("tide",))
    assert outdated_by(articles, make_index(articles, SITE)) == {}


def test_a_new_text_outdates_the_articles_own_page() -> None:
    articles = daily_articles(3, section="Sea", tags=("tide",))
    edited = replace(articles[1], body=(Block("paragraph", "Water turns it.", 1),))
    assert outdated_by([edited], make_index(articles, SITE)) == {
        "article:note-02.md": "the text of articles/note-02.md changed"
    }


def test_a_new_headline_outdates_the_pages_that_show_it() -> None:
    articles = [
        *daily_articles(4, section="Sea", tags=("tide",), byline=("Ada Quill",)),
        an_article("far.md", published="2020", section="Wind", tags=("tide",)),
        an_article("old.md", published="2001", section="Wind"),
        an_article("by-old-headline.md", published="2000", related=(Link("Note 02"),)),
        an_article("by-new-headline.md", published="2000", related=(Link("The mill turns"),)),
    ]
    reason = "the card of articles/note-02.md changed"
    assert outdated_by([replace(articles[1], headline="The mill turns")], make_index(articles, SITE)) == {
        "article:note-02.md": reason,
        "sections:sea": reason,
        "tags:tide": reason,
        "authors:ada quill": reason,
        "years:2024": reason,
        "months:2024-01": reason,
        "days:2024-01-02": reason,
        "anniversaries:01-02": reason,
        "article:by-old-headline.md": reason,
        "article:by-new-headline.md": reason,
        "article:note-01.md": f"{reason}, which stands beside it",
        "article:note-03.md": f"{reason}, which stands beside it",
        **dict.fromkeys(SITES_OWN, reason),
    }


def test_a_new_card_outdates_those_that_suggest_it_and_those_that_it_suggests() -> None:
    articles = daily_reports(5, "ferry")
    articles[3] = a_report("note-04.md", "mill", published="2024-01-04", tags=("flour",))
    reason = "the card of articles/note-02.md changed"
    outdated = outdated_by([replace(articles[1], section="Sea")], make_index(articles, SITE))
    assert {
        path: outdated.get(f"article:{path}") for path in ("note-01.md", "note-02.md", "note-03.md", "note-05.md")
    } == {
        "note-01.md": f"{reason}, which it suggests",
        "note-02.md": reason,
        "note-03.md": f"{reason}, which it suggests",
        "note-05.md": None,
    }


def test_a_new_text_outdates_those_that_it_is_nearer_to_now() -> None:
    articles = [*daily_reports(3, "ferry"), a_report("a.md", "mill", published="2024-02")]
    edited = a_report("a.md", "ferry", published="2024-02")
    reason = "the text of articles/a.md changed"
    nearest = dict.fromkeys(("article:note-02.md", "article:note-03.md"), f"{reason}, which changes what it suggests")
    assert outdated_by([edited], make_index(articles, SITE)) == {"article:a.md": reason, **nearest}


def test_a_new_article_outdates_its_neighbours_and_its_listings() -> None:
    articles = daily_articles(12, section="Sea", byline=("Ada Quill",))
    reason = "articles/note-12.md is new"
    assert outdated_by([articles[11]], make_index(articles[:11], SITE)) == {
        "article:note-12.md": reason,
        "sections:sea": reason,
        "authors:ada quill": reason,
        "years:2024": reason,
        "months:2024-01": reason,
        "days:2024-01-12": reason,
        "anniversaries:01-12": reason,
        "days:2024-01-11": "days/2024-01-12 came or went beside it",
        "article:note-11.md": f"{reason}, which stands beside it",
        **dict.fromkeys(SITES_OWN, reason),
    }


def test_an_article_between_others_outdates_those_that_suggest_it_now() -> None:
    articles = daily_reports(4, "ferry")
    outdated = outdated_by([articles[1]], make_index([articles[0], *articles[2:]], SITE))
    reason = "articles/note-02.md is new, which changes what it suggests"
    assert {path: outdated.get(f"article:{path}") for path in ("note-01.md", "note-03.md", "note-04.md")} == {
        "note-01.md": reason,
        "note-03.md": reason,
        "note-04.md": reason,
    }


def test_a_removed_article_outdates_the_pages_that_showed_it() -> None:
    articles = [*daily_articles(3, section="Sea", tags=("tide",)), an_article("b.md", related=(Link("Note 02"),))]
    reason = "articles/note-02.md is gone"
    assert outdated_by(["note-02.md", "never.md"], make_index(articles, SITE)) == {
        "article:note-02.md": reason,
        "sections:sea": reason,
        "tags:tide": reason,
        "years:2024": reason,
        "months:2024-01": reason,
        "days:2024-01-02": reason,
        "anniversaries:01-02": reason,
        "days:2024-01-01": "days/2024-01-02 came or went beside it",
        "days:2024-01-03": "days/2024-01-02 came or went beside it",
        "article:b.md": reason,
        "article:note-01.md": f"{reason}, which stands beside it",
        "article:note-03.md": f"{reason}, which stands beside it",
        **dict.fromkeys(SITES_OWN, reason),
    }


def articles_of_days(*days: str) -> list[Article]:
    """An article for each day, without sections and tags: "2024-03-14 09:00" is 2024-03-14-0900.md."""
    return [an_article(f"{day.replace(' ', '-').replace(':', '')}.md", published=day) for day in days]


def beside(outdated: dict[str, str]) -> dict[str, str]:
    """What is outdated because of something beside it."""
    return {target: reason for target, reason in outdated.items() if "beside" in reason}


def test_an_article_outdates_the_articles_before_and_after_it_on_its_day() -> None:
    articles = articles_of_days("2024-03-13", "2024-03-14", "2024-03-14 09:00", "2024-03-14 21:00", "2024-03-15")
    first, second, third, fourth, fifth = articles
    neighbours = ("article:2024-03-14.md", "article:2024-03-14-2100.md")
    reason = "articles/2024-03-14-0900.md is new, which stands beside it"
    added = outdated_by([third], make_index([first, second, fourth, fifth], SITE))
    assert beside(added) == dict.fromkeys(neighbours, reason)
    reason = "articles/2024-03-14-0900.md is gone, which stands beside it"
    removed = outdated_by([third.path], make_index(articles, SITE))
    assert beside(removed) == dict.fromkeys(neighbours, reason)


def test_an_article_that_moves_to_another_day_outdates_the_neighbours_on_both() -> None:
    articles = articles_of_days("2024-03-14", "2024-03-14 09:00", "2024-03-14 21:00", "2024-03-20", "2024-03-20 21:00")
    moved = replace(articles[1], published=parse_date("2024-03-20 09:00"))
    reason = "the card of articles/2024-03-14-0900.md changed"
    beside_it = f"{reason}, which stands beside it"
    assert outdated_by([moved], make_index(articles, SITE)) == {
        "article:2024-03-14-0900.md": reason,
        **dict.fromkeys(("years:2024", "months:2024-03", *SITES_OWN), reason),
        **dict.fromkeys(("days:2024-03-14", "days:2024-03-20", "anniversaries:03-14", "anniversaries:03-20"), reason),
        "article:2024-03-14.md": beside_it,
        "article:2024-03-14-2100.md": beside_it,
        "article:2024-03-20.md": beside_it,
        "article:2024-03-20-2100.md": beside_it,
    }


def test_an_article_of_which_no_day_is_known_has_no_neighbours_of_a_day() -> None:
    state = make_index(articles_of_days("2024-03", "2024-03-01"), SITE)
    assert beside(outdated_by([an_article("more.md", published="2024-03")], state)) == {}


def test_a_day_that_comes_outdates_the_days_months_and_years_beside_it() -> None:
    state = make_index(articles_of_days("2021-05-06", "2021-05-07", "2024-01-01", "2024-01-02"), SITE)
    assert beside(outdated_by([an_article("new.md", published="2022-03-04")], state)) == {
        "days:2021-05-07": "days/2022-03-04 came or went beside it",
        "days:2024-01-01": "days/2022-03-04 came or went beside it",
        "months:2021-05": "months/2022-03 came or went beside it",
        "months:2024-01": "months/2022-03 came or went beside it",
        "years:2021": "years/2022 came or went beside it",
        "years:2024": "years/2022 came or went beside it",
    }


def test_a_day_that_goes_outdates_the_days_months_and_years_beside_it() -> None:
    state = make_index(articles_of_days("2021-05-06", "2021-05-07", "2022-03-04", "2024-01-01"), SITE)
    assert beside(outdated_by(["2022-03-04.md"], state)) == {
        "days:2021-05-07": "days/2022-03-04 came or went beside it",
        "days:2024-01-01": "days/2022-03-04 came or went beside it",
        "months:2021-05": "months/2022-03 came or went beside it",
        "months:2024-01": "months/2022-03 came or went beside it",
        "years:2021": "years/2022 came or went beside it",
        "years:2024": "years/2022 came or went beside it",
    }


def test_a_day_that_goes_within_a_month_leaves_months_and_years_as_they_are() -> None:
    state = make_index(articles_of_days("2021-04-30", "2021-05-06", "2021-05-07", "2021-06-01"), SITE)
    assert beside(outdated_by(["2021-05-06.md"], state)) == {
        "days:2021-04-30": "days/2021-05-06 came or went beside it",
        "days:2021-05-07": "days/2021-05-06 came or went beside it",
    }


def test_pages_of_days_go_and_come_with_their_settings() -> None:
    articles = [*articles_of_days("2024-03-14", "2024-03-14 09:00", "2024-02-29", "2024-03"), an_article("undated.md")]
    for setting, kind in (("day_pages", "days"), ("on_this_day", "anniversaries")):
        state = make_index(articles, SITE)
        groups = [f"{kind}:{group.key}" for group in Archive(state).groups(kind)]
        assert len(groups) == 2
        for site in (SITE.model_copy(update={setting: False}), SITE):
            outdated = outdated_by(articles, state, site=site, rebuild_all=SETTINGS_CHANGED)
            assert {outdated[group] for group in groups} == {"site.yaml changed"}


def test_a_group_without_articles_is_gone_and_still_outdated() -> None:
    state = make_index([an_article("a.md", tags=("tide",)), an_article("b.md")], SITE)
    assert outdated_by(["a.md"], state)["tags:tide"] == "articles/a.md is gone"
    assert "tags:tide" not in all_targets(state)


def test_a_renamed_group_outdates_all_its_articles() -> None:
    articles = [an_article("a.md", tags=("Tide",)), an_article("b.md", tags=("tide",)), an_article("c.md")]
    outdated = outdated_by([an_article("d.md", tags=("tide",), published="1998")], make_index(articles, SITE))
    renamed = "tags/tide has another name"
    assert (outdated["article:a.md"], outdated["article:b.md"]) == (renamed, renamed)
    assert "article:c.md" not in outdated


def test_a_group_whose_slug_another_one_takes_outdates_its_articles() -> None:
    articles = [an_article("a.md", tags=("C++",)), an_article("b.md", published="2014")]
    outdated = outdated_by([replace(articles[1], tags=("C",))], make_index(articles, SITE))
    assert outdated["tags:c++"] == outdated["article:a.md"] == "tags/c++ has another name"


def test_a_file_outdates_the_articles_whose_texts_refer_to_it() -> None:
    state = make_index([an_article("a/x.md", body=(Block("markdown", "![p](p.jpg)", 1),)), an_article("b.md")], SITE)
    fact = FileChanged("a/p.jpg", "media/a/p.jpg", (file_identifier("a/p.jpg"),))
    outdated = find_outdated([fact], IndexQueries(Archive(state), OutputRegister(state), SITE), "articles")
    reason = Reason("the file {} changed", "a/p.jpg")
    assert outdated == {article_target("a/x.md"): reason, Target("asset", "media/a/p.jpg"): reason}


def test_a_reason_for_rebuilding_all_outdates_every_target() -> None:
    state = make_index([an_article(section="自然")], SITE)
    outdated = outdated_by([], state, site=Site(slugs="unicode"), rebuild_all=SETTINGS_CHANGED)
    assert outdated == dict.fromkeys(all_targets(state), "site.yaml changed")


def make_changes(planned: Iterable[Change], articles: dict[str, Article]) -> Iterator[Article | str]:
    """Make changes of articles, and give them as a build finds them; edits of articles that do not exist are none."""
    for change in planned:
        path = path_of(change)
        before = articles.pop(path, None)
        if isinstance(change, Article):
            articles[path] = change
        elif isinstance(change, Edit) and before:
            articles[path] = replace(before, **{change.field: getattr(change.other, change.field)})
        yield articles.get(path, path)


@pytest.mark.long
@given(BUILDS)
def test_after_any_changes_the_index_is_as_one_made_anew_and_every_page_that_changed_is_outdated(
    builds: list[tuple[list[Change], Site]],
) -> None:
    state, articles, last_site = open_state(), dict[str, Article](), builds[0][1]
    before = page_digests(state, last_site)
    for planned, site in builds:
        changes = list(make_changes(planned, articles))
        outdated = change_index(state, changes, site, SETTINGS_CHANGED if site != last_site else None)
        facts = resolve(state, outdated, site)
        index = IndexQueries(Archive(state), OutputRegister(state), site)
        outdated = {**find_outdated(facts, index, site.articles), **outdated}
        anew = open_state()
        change_index(anew, articles.values(), site)
        resolve(anew, set(map(article_target, articles)), site)
        assert index_contents(state) == index_contents(anew)
        after = page_digests(state, site)
        differing = {
            target
            for target, file in before.keys() | after.keys()
            if before.get((target, file)) != after.get((target, file))
        }
        assert differing <= set(outdated)
        before, last_site = after, site
