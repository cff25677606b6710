"""The archive: one order of all articles, whatever order they come in, and the groups that readers browse."""

import hashlib
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive import Archive, Group, make_archive
from newsgen.article import Article, Block, Card, Image
from newsgen.config import Site
from newsgen.dates import PartialDate, parse_date
from newsgen.permalinks import make_name_slug

ARTICLES = st.lists(
    st.builds(
        Article,
        path=st.sampled_from(["a.md", "b.md", "c/a.md", "c/b.txt", "d.txt"]),
        headline=st.sampled_from(["Heron", "Reeds", "heron!", "鷺"]),
        section=st.sampled_from(["", "Nature", "nature", "Sea-Front", "sea front"]),
        tags=st.lists(st.sampled_from(["birds", "Birds", "C", "C++", "🐦"]), max_size=3, unique=True).map(tuple),
        byline=st.lists(st.sampled_from(["Ada Pell", "ADA PELL", "Bo Reed"]), max_size=2, unique=True).map(tuple),
        published=st.sampled_from([None, *map(parse_date, ("2014", "2014-02", "2014-02-03", "2014-02-03 07:15"))]),
    ),
    max_size=5,
    unique_by=lambda article: article.path,
)
SITES = st.sampled_from([Site(), Site(sections=("Sea front", "Nature"), slugs="unicode")])


def make_article(path: str = "heron.md", date: str = "", **fields: Any) -> Article:
    published = parse_date(date) if date else None
    return Article(**{"path": path, "headline": path.partition(".")[0], **fields}, published=published)


def make(*articles: Article, **settings: Any) -> Archive:
    return make_archive(articles, Site(**settings))


def paths(cards: tuple[Card, ...]) -> list[str]:
    return [card.path for card in cards]


def names(groups: tuple[Group, ...]) -> list[str]:
    return [group.name for group in groups]


def marked(slug: str, key: str) -> str:
    return f"{slug}-{hashlib.sha256(key.encode()).hexdigest()[:6]}"


def test_an_archive_of_nothing_is_empty() -> None:
    archive = make()
    assert (archive.articles, archive.cards, archive.undated, archive.years, archive.months) == ({}, (), (), {}, {})
    assert archive.sections.listed == archive.tags.listed == archive.authors.listed == ()


def test_a_card_shows_what_listings_may_know_of_an_article() -> None:
    article = make_article(
        "2014/heron.md",
        "2014-02-03",
        headline="Héron's back",
        dek="After nine winters",
        kicker="Nature",
        byline=("Ada Pell",),
        section="Nature",
        tags=("birds",),
        language="ar",
        direction="rtl",
        body=(Block("paragraph", "It stood in the reeds.", 4),),
        images=(Image("", caption="Not kept"), Image("heron.jpg", "A heron"), Image("reeds.jpg")),
        permalink="/2014/héron back/",
    )
    assert make(article).cards == (
        Card(
            path="2014/heron.md",
            permalink="/2014/héron back/",
            file="2014/héron back/index.html",
            href="2014/h%C3%A9ron%20back/index.html",
            headline="Héron's back",
            dek="After nine winters",
            kicker="Nature",
            byline=("Ada Pell",),
            section="Nature",
            tags=("birds",),
            language="ar",
            direction="rtl",
            published=PartialDate(2014, 2, 3),
            image=Image("heron.jpg", "A heron"),
        ),
    )


def test_editing_a_body_leaves_the_card_equal() -> None:
    article = make_article(body=(Block("paragraph", "One.", 3),))
    edited = replace(article, body=(Block("paragraph", "Two.", 3),), updated=PartialDate(2015), rights="All")
    assert make(article).cards == make(edited).cards


def test_undated_articles_come_first_and_then_the_oldest() -> None:
    dates = {
        "g.md": "2014-02-04",
        "f.md": "2014-02-03 07:15",
        "e.md": "2014-02-03",
        "d.md": "2014-02",
        "c.md": "2014",
        "b.md": "1998-12-31",
        "a.md": "",
    }
    archive = make(*(make_article(path, date) for path, date in dates.items()))
    assert paths(archive.cards) == ["a.md", "b.md", "c.md", "d.md", "e.md", "f.md", "g.md"]
    assert paths(archive.undated) == ["a.md"]


def test_articles_of_one_moment_are_ordered_by_permalink_and_then_by_path() -> None:
    archive = make(
        make_article("a.md", "2014", headline="Zebra"),
        make_article("c.md", "2014", headline="Aardvark"),
        make_article("b.md", "2014", headline="Aardvark"),
    )
    assert paths(archive.cards) == ["b.md", "c.md", "a.md"]


def test_years_and_months_hold_what_is_dated_so_far_at_least() -> None:
    archive = make(
        make_article("d.md", "2015-01-02"),
        make_article("c.md", "2014-03-09"),
        make_article("b.md", "2014-03"),
        make_article("a.md", "2014"),
        make_article("u.md"),
    )
    assert [(year, paths(cards)) for year, cards in archive.years.items()] == [
        (2014, ["a.md", "b.md", "c.md"]),
        (2015, ["d.md"]),
    ]
    assert [(month, paths(cards)) for month, cards in archive.months.items()] == [
        ((2014, 3), ["b.md", "c.md"]),
        ((2015, 1), ["d.md"]),
    ]


def test_articles_are_found_by_their_path() -> None:
    article = make_article("2014/heron.md")
    assert make(article).articles == {"2014/heron.md": article}


def test_spellings_that_differ_in_case_joints_and_quotes_are_one_group() -> None:
    spellings = ["Women's Sea-Front", "womens sea front", "WOMEN’S SEA_FRONT", "Women‘s  sea–front"]
    archive = make(*(make_article(f"{place}.md", tags=(name,)) for place, name in enumerate(spellings)))
    (group,) = archive.tags.listed
    assert paths(group.cards) == ["0.md", "1.md", "2.md", "3.md"]
    assert archive.tags.by_name == dict.fromkeys(spellings, group)


@pytest.mark.parametrize(("one", "other"), [("C", "C++"), ("Sea", "Seas"), ("Résumé", "Resume"), ("AT&T", "AT T")])
def test_other_signs_make_other_names(one: str, other: str) -> None:
    assert len(make(make_article(tags=(one, other))).tags.listed) == 2


def test_full_width_and_composed_letters_are_the_same_name() -> None:
    archive = make(make_article(tags=("Ｎｅｗｓ", "News", "The\u0301", "Thé")))
    assert len(archive.tags.listed) == 2


def test_a_group_is_named_as_most_articles_spell_it() -> None:
    tags = ["sea front", "Sea-front", "Sea-front"]
    assert names(make(*(make_article(f"{i}.md", tags=(tag,)) for i, tag in enumerate(tags))).tags.listed) == [
        "Sea-front"
    ]


def test_among_spellings_as_frequent_the_first_in_order_names_the_group() -> None:
    tags = ["sea front", "Sea-front"]
    for order in (tags, tags[::-1]):
        archive = make(*(make_article(f"{place}.md", tags=(tag,)) for place, tag in enumerate(order)))
        assert names(archive.tags.listed) == ["Sea-front"]


def test_the_sites_own_spelling_of_a_section_names_it() -> None:
    articles = [make_article("a.md", section="sea front"), make_article("b.md", section="sea front")]
    assert names(make(*articles, sections=["Sea-Front"]).sections.listed) == ["Sea-Front"]


def test_an_article_that_spells_a_name_twice_is_in_its_group_once() -> None:
    (group,) = make(make_article(tags=("Birds", "birds"))).tags.listed
    assert paths(group.cards) == ["heron.md"]


def test_a_groups_articles_come_from_the_oldest_to_the_newest() -> None:
    archive = make(
        make_article("b.md", "2015", section="Nature", byline=("Ada Pell",)),
        make_article("a.md", "2014", section="Nature", byline=("Ada Pell", "Bo Reed")),
        make_article("c.md", section="Nature"),
    )
    assert paths(archive.sections.by_name["Nature"].cards) == ["c.md", "a.md", "b.md"]
    assert paths(archive.authors.by_name["Ada Pell"].cards) == ["a.md", "b.md"]
    assert paths(archive.authors.by_name["Bo Reed"].cards) == ["a.md"]


def test_tags_and_authors_are_listed_by_name() -> None:
    archive = make(make_article(tags=("mud", "Birds", "reeds"), byline=("Bo Reed", "ada pell")))
    assert names(archive.tags.listed) == ["Birds", "mud", "reeds"]
    assert names(archive.authors.listed) == ["ada pell", "Bo Reed"]


def test_sections_are_listed_as_the_site_says_and_then_by_name() -> None:
    sections = ["Births", "News", "Sport", "Arts"]
    articles = [make_article(f"{place}.md", section=name) for place, name in enumerate(sections)]
    assert names(make(*articles).sections.listed) == ["Arts", "Births", "News", "Sport"]
    listed = make(*articles, sections=["sport", "Empty", "News"]).sections.listed
    assert names(listed) == ["sport", "News", "Arts", "Births"]


def test_an_article_without_a_section_is_in_none() -> None:
    assert make(make_article(section="")).sections.listed == ()


def test_groups_that_would_share_a_slug_have_slugs_of_their_own() -> None:
    archive = make(make_article(tags=("C", "C++", "Index", "🐦")))
    assert {group.name: group.slug for group in archive.tags.listed} == {
        "C": "c",
        "C++": marked("c", "c++"),
        "Index": marked("index", "index"),
        "🐦": make_name_slug("🐦"),
    }


def test_another_article_does_not_change_the_slug_of_the_plainest_name() -> None:
    alone = make(make_article(tags=("C",)))
    assert alone.tags.by_name["C"].slug == make(make_article(tags=("C++", "C"))).tags.by_name["C"].slug == "c"


def test_a_site_may_keep_every_script_in_its_slugs() -> None:
    archive = make(make_article(section="自然"), slugs="unicode")
    assert [group.slug for group in archive.sections.listed] == ["自然"]


@given(ARTICLES.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))), SITES)
def test_the_order_in_which_articles_come_does_not_matter(
    orders: tuple[list[Article], list[Article]], site: Site
) -> None:
    archive, shuffled = (make_archive(articles, site) for articles in orders)
    assert archive == shuffled


@given(ARTICLES.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))), SITES)
def test_nothing_in_an_archive_is_kept_in_the_order_of_its_coming(
    orders: tuple[list[Article], list[Article]], site: Site
) -> None:
    archive, shuffled = (make_archive(articles, site) for articles in orders)
    assert list(archive.articles) == list(shuffled.articles)
    assert list(archive.tags.by_name) == list(shuffled.tags.by_name)
    assert list(archive.years) == list(shuffled.years)
    assert list(archive.months) == list(shuffled.months)


@given(ARTICLES, SITES)
def test_every_article_is_in_each_group_that_it_names(articles: list[Article], site: Site) -> None:
    archive = make_archive(articles, site)
    assert sorted(paths(archive.cards)) == sorted(archive.articles)
    for card in archive.cards:
        assert all(card in archive.tags.by_name[name].cards for name in card.tags)
        assert all(card in archive.authors.by_name[name].cards for name in card.byline)
        assert not card.section or card in archive.sections.by_name[card.section].cards
        assert (card in archive.undated) == (card.published is None)
        assert card.published is None or card in archive.years[card.published.year]


@given(ARTICLES, SITES)
def test_no_two_groups_of_a_kind_share_a_slug(articles: list[Article], site: Site) -> None:
    archive = make_archive(articles, site)
    for groups in (archive.sections, archive.tags, archive.authors):
        slugs = [group.slug for group in groups.listed]
        assert len(set(slugs)) == len(slugs)
        assert "index" not in slugs
        assert set(groups.by_name.values()) == set(groups.listed)
