"""The catalogue: what changes in the index when articles come, change or go, and whose pages that touches."""

import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgen.archive.archive import Archive
from newsgen.archive.indexer import Indexer
from newsgen.archive.links import articles_with_links
from newsgen.archive.references import file_identifier
from newsgen.archive.targets import SITE_TARGETS, all_targets
from newsgen.build.stages.links import resolve_addresses
from newsgen.pages.plan import plan_pages
from newsgen.record.article import Article, Block, Link
from newsgen.record.dates import parse_date
from newsgen.settings.site import Site
from tests.support.records import an_article, daily_articles, enter, make_index, make_read, open_index
from tests.support.topics import a_report, daily_reports, write_about

# The site's own pages, and the history of the feed of a small site.
SITES_OWN = (*SITE_TARGETS, "feed:0")
SITE = Site(url="https://quay.example", sections=("Sea Front",), sheet_size=5, suggestions=2)
# The same matter twice, and another.
REPORTS = (write_about("ferry", 1), write_about("ferry", 2), write_about("mill"))
PATHS = ["a.md", "b.md", "c.md", "d.md", "caf\udce9.md"]
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
    body=st.sampled_from(
        [(), *((Block("markdown", text, 1),) for text in ("[b](b.md) [q](/q/)", "[1](/old/1) ![a](a.jpg)", *REPORTS))]
    ),
)
# Rounds of a build each: articles that are put and paths that are removed, each path once.
CHANGES = st.lists(
    ARTICLES | st.sampled_from(PATHS), max_size=4, unique_by=lambda change: getattr(change, "path", change)
)
SITES = [SITE, SITE, *(SITE.model_copy(update={name: False}) for name in ("day_pages", "on_this_day"))]
ROUNDS = st.lists(st.tuples(CHANGES, st.sampled_from(SITES)), min_size=1, max_size=4)

# The index without the numbers of its rows.
QUESTIONS = (
    "SELECT a.path, a.position, a.digest, a.content, a.permalink, a.file, a.href, a.headline, a.byline, a.section,"
    " a.tags, a.published, g.key FROM articles a LEFT JOIN groups g ON g.id = a.section_id",
    "SELECT kind, key, name, slug, plain_slug, articles FROM groups",
    "SELECT g.kind, g.key, a.path, m.name FROM members m LEFT JOIN groups g ON g.id = m.group_id"
    " LEFT JOIN articles a ON a.id = m.article_id",
    "SELECT a.path, n.key FROM names n LEFT JOIN articles a ON a.id = n.article_id",
    "SELECT a.path, w.key FROM wants w LEFT JOIN articles a ON a.id = w.article_id",
    "SELECT a.path, l.address, l.is_image, l.line, l.target, l.media, l.lack FROM links l"
    " LEFT JOIN articles a ON a.id = l.article_id",
    "SELECT a.path, g.vector, g.sample FROM gists g LEFT JOIN articles a ON a.id = g.article_id",
    "SELECT a.path, s.place, s.is_copy, s.likeness, o.path FROM suggested s LEFT JOIN articles a ON a.id = s.article_id"
    " LEFT JOIN articles o ON o.id = s.other_id",
)


def change(
    state: sqlite3.Connection,
    puts: Iterable[Article] = (),
    removes: Iterable[str] = (),
    site: Site = SITE,
    everything: str = "",
) -> dict[str, str]:
    """The owners that are touched when articles come and go, each with its reason."""
    catalogue = Indexer(state, site)
    for article in puts:
        catalogue.put_all([enter(article, site)])
    for path in removes:
        catalogue.remove(path)
    return catalogue.finish(everything)


def resolve(state: sqlite3.Connection, touched: Collection[str], site: Site) -> None:
    paths = [path for path in articles_with_links(state) if f"article:{path}" in touched]
    resolve_addresses(state, paths, Path("nowhere"), {}, site)


def answers(state: sqlite3.Connection) -> list[list[tuple[object, ...]]]:
    return [sorted(state.execute(question).fetchall(), key=repr) for question in QUESTIONS]


def pages_of(state: sqlite3.Connection, articles: Iterable[Article], site: Site) -> dict[tuple[str, str], bytes]:
    """The digests of all pages by their owners and files."""
    archive, read = Archive(state), make_read(articles)
    return {
        (owner, page.file): page.data()
        for owner in all_targets(state)
        for page in plan_pages(owner, archive, site, read)
    }


def test_all_owners_of_a_new_archive_are_touched_because_it_is_new() -> None:
    state = open_index()
    touched = change(state, [an_article("a.md", section="Sea", tags=("tide",), published="2014-02")])
    assert touched == {
        "article:a.md": "articles/a.md is new",
        **dict.fromkeys(("sections:sea", "tags:tide", "years:2014", "months:2014-02", *SITES_OWN), "it is new"),
    }
    assert set(all_targets(state)) == set(touched)


def test_an_article_of_a_day_has_the_pages_of_its_day_too() -> None:
    state = open_index()
    touched = change(state, [an_article("a.md", published="2014-02-03 07:15")])
    assert touched == {
        "article:a.md": "articles/a.md is new",
        **dict.fromkeys(
            ("years:2014", "months:2014-02", "days:2014-02-03", "anniversaries:02-03", *SITES_OWN), "it is new"
        ),
    }
    assert set(all_targets(state)) == set(touched)


def test_an_archive_of_nothing_has_the_sites_own_pages() -> None:
    assert change(open_index()) == dict.fromkeys(SITES_OWN, "it is new")


def test_an_article_that_is_as_it_was_touches_nothing() -> None:
    articles = daily_articles(3, section="Sea", tags=("tide",))
    assert change(make_index(articles, SITE), articles) == {}


def test_a_new_body_touches_the_articles_own_page() -> None:
    articles = daily_articles(3, section="Sea", tags=("tide",))
    edited = replace(articles[1], body=(Block("paragraph", "Water turns it.", 1),))
    state = make_index(articles, SITE)
    assert change(state, [edited]) == {"article:note-02.md": "the text of articles/note-02.md changed"}
    assert answers(state) == answers(make_index([articles[0], edited, articles[2]], SITE))


def test_a_new_headline_touches_those_that_show_it() -> None:
    articles = [
        *daily_articles(4, section="Sea", tags=("tide",), byline=("Ada Quill",)),
        an_article("far.md", published="2020", section="Wind", tags=("tide",)),
        an_article("old.md", published="2001", section="Wind"),
        an_article("told.md", published="2000", related=(Link("Note 02"),)),
        an_article("telling.md", published="2000", related=(Link("The mill turns"),)),
    ]
    reason = "the card of articles/note-02.md changed"
    assert change(make_index(articles, SITE), [replace(articles[1], headline="The mill turns")]) == {
        "article:note-02.md": reason,
        "sections:sea": reason,
        "tags:tide": reason,
        "authors:ada quill": reason,
        "years:2024": reason,
        "months:2024-01": reason,
        "days:2024-01-02": reason,
        "anniversaries:01-02": reason,
        "article:told.md": reason,
        "article:telling.md": reason,
        "article:note-01.md": f"{reason}, which stands beside it",
        "article:note-03.md": f"{reason}, which stands beside it",
        **dict.fromkeys(SITES_OWN, reason),
    }


def test_a_new_card_touches_those_that_suggest_it_and_those_that_it_suggests() -> None:
    articles = daily_reports(5, "ferry")
    articles[3] = a_report("note-04.md", "mill", published="2024-01-04", tags=("flour",))
    reason = "the card of articles/note-02.md changed"
    touched = change(make_index(articles, SITE), [replace(articles[1], section="Sea")])
    assert {
        path: touched.get(f"article:{path}") for path in ("note-01.md", "note-02.md", "note-03.md", "note-05.md")
    } == {
        "note-01.md": f"{reason}, which it suggests",
        "note-02.md": reason,
        "note-03.md": f"{reason}, which it suggests",
        "note-05.md": None,
    }


def test_a_new_text_touches_those_that_it_is_nearer_to_now() -> None:
    articles = [*daily_reports(3, "ferry"), a_report("a.md", "mill", published="2024-02")]
    edited = a_report("a.md", "ferry", published="2024-02")
    reason = "articles/a.md changed, which changes what it suggests"
    state = make_index(articles, SITE)
    nearest = dict.fromkeys(("article:note-02.md", "article:note-03.md"), reason)
    assert change(state, [edited]) == {"article:a.md": "the text of articles/a.md changed", **nearest}
    assert answers(state) == answers(make_index([*articles[:3], edited], SITE))


def test_a_new_article_touches_its_neighbours_and_its_listings() -> None:
    articles = daily_articles(12, section="Sea", byline=("Ada Quill",))
    reason = "articles/note-12.md is new"
    assert change(make_index(articles[:11], SITE), [articles[11]]) == {
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


def test_an_article_between_others_touches_those_that_suggest_it_now() -> None:
    articles = daily_reports(4, "ferry")
    touched = change(make_index([articles[0], *articles[2:]], SITE), [articles[1]])
    reason = "articles/note-02.md is new, which changes what it suggests"
    assert {path: touched.get(f"article:{path}") for path in ("note-01.md", "note-03.md", "note-04.md")} == {
        "note-01.md": reason,
        "note-03.md": reason,
        "note-04.md": reason,
    }


def test_a_removed_article_touches_whoever_showed_it() -> None:
    articles = [*daily_articles(3, section="Sea", tags=("tide",)), an_article("b.md", related=(Link("Note 02"),))]
    state = make_index(articles, SITE)
    reason = "articles/note-02.md is gone"
    touched = change(state, removes=["note-02.md", "never.md"])
    assert touched == {
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
    assert answers(state) == answers(make_index([articles[0], *articles[2:]], SITE))


def articles_of_days(*days: str) -> list[Article]:
    """An article for each day, without sections and tags: "2024-03-14 09:00" is 2024-03-14-0900.md."""
    return [an_article(f"{day.replace(' ', '-').replace(':', '')}.md", published=day) for day in days]


def touched_beside(touched: dict[str, str]) -> dict[str, str]:
    """What is touched because of what stands beside it."""
    return {owner: reason for owner, reason in touched.items() if "beside" in reason}


def test_an_article_on_a_day_touches_the_articles_before_and_after_it_on_that_day() -> None:
    articles = articles_of_days("2024-03-13", "2024-03-14", "2024-03-14 09:00", "2024-03-14 21:00", "2024-03-15")
    first, second, third, fourth, fifth = articles
    reason = "articles/2024-03-14-0900.md is new, which stands beside it"
    assert touched_beside(change(make_index([first, second, fourth, fifth], SITE), [third])) == {
        "article:2024-03-14.md": reason,
        "article:2024-03-14-2100.md": reason,
    }
    gone = "articles/2024-03-14-0900.md is gone, which stands beside it"
    assert touched_beside(change(make_index(articles, SITE), removes=[third.path])) == {
        "article:2024-03-14.md": gone,
        "article:2024-03-14-2100.md": gone,
    }


def test_an_article_that_moves_to_another_day_touches_the_neighbours_on_both() -> None:
    articles = articles_of_days("2024-03-14", "2024-03-14 09:00", "2024-03-14 21:00", "2024-03-20", "2024-03-20 21:00")
    moved = replace(articles[1], published=parse_date("2024-03-20 09:00"))
    state = make_index(articles, SITE)
    touched = change(state, [moved])
    reason = "the card of articles/2024-03-14-0900.md changed"
    beside = f"{reason}, which stands beside it"
    assert touched == {
        "article:2024-03-14-0900.md": reason,
        **dict.fromkeys(("years:2024", "months:2024-03", *SITES_OWN), reason),
        **dict.fromkeys(("days:2024-03-14", "days:2024-03-20", "anniversaries:03-14", "anniversaries:03-20"), reason),
        "article:2024-03-14.md": beside,
        "article:2024-03-14-2100.md": beside,
        "article:2024-03-20.md": beside,
        "article:2024-03-20-2100.md": beside,
    }
    assert answers(state) == answers(make_index([articles[0], moved, *articles[2:]], SITE))


def test_an_article_of_which_no_day_is_known_has_no_neighbours_of_a_day() -> None:
    state = make_index(articles_of_days("2024-03", "2024-03-01"), SITE)
    assert touched_beside(change(state, [an_article("more.md", published="2024-03")])) == {}


def test_a_day_that_comes_touches_the_days_months_and_years_beside_it() -> None:
    state = make_index(articles_of_days("2021-05-06", "2021-05-07", "2024-01-01", "2024-01-02"), SITE)
    touched = touched_beside(change(state, [an_article("new.md", published="2022-03-04")]))
    assert touched == {
        "days:2021-05-07": "days/2022-03-04 came or went beside it",
        "days:2024-01-01": "days/2022-03-04 came or went beside it",
        "months:2021-05": "months/2022-03 came or went beside it",
        "months:2024-01": "months/2022-03 came or went beside it",
        "years:2021": "years/2022 came or went beside it",
        "years:2024": "years/2022 came or went beside it",
    }


def test_a_day_that_goes_touches_the_days_months_and_years_beside_it() -> None:
    state = make_index(articles_of_days("2021-05-06", "2021-05-07", "2022-03-04", "2024-01-01"), SITE)
    touched = touched_beside(change(state, removes=["2022-03-04.md"]))
    assert touched == {
        "days:2021-05-07": "days/2022-03-04 came or went beside it",
        "days:2024-01-01": "days/2022-03-04 came or went beside it",
        "months:2021-05": "months/2022-03 came or went beside it",
        "months:2024-01": "months/2022-03 came or went beside it",
        "years:2021": "years/2022 came or went beside it",
        "years:2024": "years/2022 came or went beside it",
    }


def test_a_day_that_goes_within_a_month_leaves_months_and_years_as_they_are() -> None:
    state = make_index(articles_of_days("2021-04-30", "2021-05-06", "2021-05-07", "2021-06-01"), SITE)
    assert touched_beside(change(state, removes=["2021-05-06.md"])) == {
        "days:2021-04-30": "days/2021-05-06 came or went beside it",
        "days:2021-05-07": "days/2021-05-06 came or went beside it",
    }


@pytest.mark.parametrize("setting", ["day_pages", "on_this_day"])
def test_pages_of_days_that_site_yaml_has_no_wish_for_are_gone_and_come_again(setting: str) -> None:
    articles = [*articles_of_days("2024-03-14", "2024-03-14 09:00", "2024-02-29", "2024-03"), an_article("undated.md")]
    kind = {"day_pages": "days", "on_this_day": "anniversaries"}[setting]
    without = SITE.model_copy(update={setting: False})
    state = make_index(articles, SITE)
    groups = [f"{kind}:{group.key}" for group in Archive(state).groups(kind)]
    assert len(groups) == 2
    gone = change(state, articles, site=without, everything="site.yaml changed")
    assert {gone[owner] for owner in groups} == {"site.yaml changed"}
    assert answers(state) == answers(make_index(articles, without))
    assert Archive(state).groups(kind) == ()
    come = change(state, articles, site=SITE, everything="site.yaml changed")
    assert {come[owner] for owner in groups} == {"site.yaml changed"}
    assert answers(state) == answers(make_index(articles, SITE))


def test_an_article_may_move_while_the_wish_for_pages_of_days_changes() -> None:
    articles = articles_of_days("2024-03-14", "2024-03-15")
    moved = [replace(articles[0], published=parse_date("2024-04-01")), articles[1]]
    without = SITE.model_copy(update={"day_pages": False, "on_this_day": False})
    state = make_index(articles, without)
    change(state, moved, site=SITE, everything="site.yaml changed")
    assert answers(state) == answers(make_index(moved, SITE))
    change(state, articles, removes=["2024-03-15.md"], site=without, everything="site.yaml changed")
    assert answers(state) == answers(make_index(articles[:1], without))


def test_a_group_without_articles_is_gone_and_still_touched() -> None:
    state = make_index([an_article("a.md", tags=("tide",)), an_article("b.md")], SITE)
    assert change(state, removes=["a.md"])["tags:tide"] == "articles/a.md is gone"
    assert Archive(state).groups("tags") == ()
    assert "tags:tide" not in set(all_targets(state))


def test_a_renamed_group_touches_all_its_articles() -> None:
    articles = [an_article("a.md", tags=("Tide",)), an_article("b.md", tags=("tide",)), an_article("c.md")]
    touched = change(make_index(articles, SITE), [an_article("d.md", tags=("tide",), published="1998")])
    renamed = "tags/tide has another name"
    assert (touched["article:a.md"], touched["article:b.md"]) == (renamed, renamed)
    assert "article:c.md" not in touched


def test_a_group_whose_address_another_one_takes_touches_its_articles() -> None:
    articles = [an_article("a.md", tags=("C++",)), an_article("b.md", published="2014")]
    touched = change(make_index(articles, SITE), [replace(articles[1], tags=("C",))])
    assert touched["tags:c++"] == touched["article:a.md"] == "tags/c++ has another name"


def test_a_file_touches_the_articles_whose_text_calls_for_it() -> None:
    state = make_index([an_article("a/x.md", body=(Block("markdown", "![p](p.jpg)", 1),)), an_article("b.md")], SITE)
    catalogue = Indexer(state, SITE)
    catalogue.touch_wanting(file_identifier("a/p.jpg"), "the file a/p.jpg changed")
    assert catalogue.finish() == {"article:a/x.md": "the file a/p.jpg changed"}


def test_a_reason_for_everything_touches_all_owners() -> None:
    state = make_index([an_article(section="自然")], SITE)
    touched = Indexer(state, Site(slugs="unicode")).finish("site.yaml changed")
    assert touched == dict.fromkeys(all_targets(state), "site.yaml changed")
    assert [group.slug for group in Archive(state).groups("sections")] == ["自然"]


@pytest.mark.parametrize("most", [0, 1, 5])
def test_another_number_of_suggestions_chooses_them_all_anew(most: int) -> None:
    articles = daily_reports(4, "ferry")
    for before in (SITE, Site(suggestions=0)):
        state, site = make_index(articles, before), Site(suggestions=most)
        change(state, articles, site=site, everything="site.yaml changed")
        assert answers(state) == answers(make_index(articles, site))


@settings(deadline=None)
@given(ROUNDS)
def test_after_any_changes_the_index_is_as_one_made_anew_and_every_page_that_changed_is_touched(
    rounds: list[tuple[list[Article | str], Site]],
) -> None:
    state, articles, last = open_index(), dict[str, Article](), rounds[0][1]
    for changes, site in rounds:
        before = pages_of(state, articles.values(), last)
        catalogue = Indexer(state, site)
        for article in changes:
            if isinstance(article, Article):
                articles[article.path] = article
                catalogue.put_all([enter(article, site)])
            else:
                articles.pop(article, None)
                catalogue.remove(article)
        touched = catalogue.finish("site.yaml changed" if site != last else "")
        resolve(state, touched, site)
        anew = make_index(articles.values(), site)
        resolve(anew, set(all_targets(anew)), site)
        assert answers(state) == answers(anew)
        after = pages_of(state, articles.values(), site)
        changed = {
            owner
            for owner, file in before.keys() | after.keys()
            if before.get((owner, file)) != after.get((owner, file))
        }
        assert changed <= set(touched)
        last = site
