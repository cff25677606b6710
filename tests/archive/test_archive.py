"""The archive: one order of all articles, whatever order they come in, and the groups that readers browse."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.archive import Archive
from newsgen.archive.articles import ArticleTable
from newsgen.archive.card_row import card_from_row
from newsgen.archive.facts import Placement
from newsgen.archive.groups import Group
from newsgen.archive.memberships import normalised_name
from newsgen.archive.references import path_identifier, url_identifier
from newsgen.archive.results import ArticleAddress, ArticleRow
from newsgen.archive.sections import list_sections
from newsgen.archive.targets import DATE_GROUPS, NAMED_GROUPS
from newsgen.record.article import Article, Card, Link
from newsgen.record.dates import parse_date
from newsgen.settings.site import Site
from tests.support.records import make_archive, make_index, place

ARTICLES = st.lists(
    st.builds(
        Article,
        path=st.sampled_from(["a.md", "b.md", "c/a.md", "c/b.txt", "d.txt"]),
        headline=st.sampled_from(["Heron", "Reeds", "heron!", "鷺"]),
        section=st.sampled_from(["", "Nature", "nature", "Sea-Front", "sea front"]),
        tags=st.lists(st.sampled_from(["birds", "Birds", "C", "C++", "🐦"]), max_size=3, unique=True).map(tuple),
        byline=st.lists(st.sampled_from(["Ada Pell", "ADA PELL", "Bo Reed"]), max_size=2, unique=True).map(tuple),
        published=st.sampled_from(
            [None, *map(parse_date, ("2014", "2014-02", "2014-02-03", "2014-02-03 07:15", "2016-02-03", "2016-02-29"))]
        ),
    ),
    max_size=5,
    unique_by=lambda article: article.path,
)
SITES = st.sampled_from(
    [
        Site(),
        Site(sections=("Sea front", "Nature"), slugs="unicode"),
        Site(day_pages=False),
        Site(day_pages=False, on_this_day=False),
    ]
)


def make_article(path: str = "heron.md", day: str = "", **fields: Any) -> Article:
    published = parse_date(day) if day else None
    return Article(**{"path": path, "headline": path.partition(".")[0], **fields}, published=published)


def make(*articles: Article, **settings: Any) -> Archive:
    return make_archive(articles, Site(**settings))


def cards_of(archive: Archive) -> tuple[Card, ...]:
    """All cards, the oldest first."""
    return archive.newest(-1)[::-1]


def article_at(path: str, archive: Archive) -> ArticleRow:
    article = archive.find_article(path)
    assert article
    return article


def members_of(archive: Archive, kind: str, key: str = "") -> list[str]:
    group = archive.group(kind, key)
    return paths(archive.cards(archive.members(group))) if group else []


def answers(archive: Archive) -> list[object]:
    """What the archive answers about everything, without the numbers that tell its rows apart."""
    groups = [group for kind in (*NAMED_GROUPS, *DATE_GROUPS) for group in archive.groups(kind)]
    return [
        cards_of(archive),
        [(group._replace(id=0), archive.cards(archive.members(group))) for group in groups],
        [list(archive.addresses(group, 0, -1)) for group in groups],
        [archive.neighbours(article_at(card.path, archive)) for card in cards_of(archive)],
        [[other and other.key for other in archive.adjacent(group)] for group in groups],
        [archive.suggestions(article_at(card.path, archive).id, 5) for card in cards_of(archive)],
    ]


def paths(cards: tuple[Card, ...]) -> list[str]:
    return [card.path for card in cards]


def names(groups: tuple[Group, ...]) -> list[str]:
    return [group.name for group in groups]


def keys(groups: tuple[Group, ...]) -> list[str]:
    return [group.key for group in groups]


def neighbours_of_day(path: str, archive: Archive) -> list[str | None]:
    """The paths of an article's neighbours of the day."""
    return [card and card.path for card in archive.neighbours(article_at(path, archive))[2:]]


def test_an_archive_of_nothing_is_empty() -> None:
    archive = make()
    assert (archive.count(), archive.newest(5)) == (0, ())
    assert [archive.groups(kind) for kind in (*NAMED_GROUPS, *DATE_GROUPS)] == [()] * 13
    assert archive.is_empty()
    assert (archive.find_article("a.md"), archive.find_card("a.md")) == (None, None)
    assert archive.find_by_identifier(7) is None
    assert (archive.group("tags", "birds"), archive.links("a.md")) == (None, {})


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
    assert paths(cards_of(archive)) == ["a.md", "b.md", "c.md", "d.md", "e.md", "f.md", "g.md"]
    assert paths(archive.newest(2)) == ["g.md", "f.md"]
    assert members_of(archive, "undated") == ["a.md"]


def test_articles_of_one_moment_are_ordered_by_permalink_and_then_by_path() -> None:
    archive = make(
        make_article("a.md", "2014", headline="Zebra", permalink="/undated/zebra.html"),
        make_article("c.md", "2014", headline="Aardvark", permalink="/undated/aardvark.html"),
        make_article("b.md", "2014", headline="Aardvark", permalink="/undated/aardvark.html"),
    )
    assert paths(cards_of(archive)) == ["b.md", "c.md", "a.md"]


def test_years_and_months_hold_what_is_dated_so_far_at_least() -> None:
    archive = make(
        make_article("d.md", "2015-01-02"),
        make_article("c.md", "2014-03-09"),
        make_article("b.md", "2014-03"),
        make_article("a.md", "2014"),
        make_article("u.md"),
    )
    assert [(year.key, paths(archive.cards(archive.members(year)))) for year in archive.groups("years")] == [
        ("2014", ["a.md", "b.md", "c.md"]),
        ("2015", ["d.md"]),
    ]
    assert [(month.key, paths(archive.cards(archive.members(month)))) for month in archive.groups("months")] == [
        ("2014-03", ["b.md", "c.md"]),
        ("2015-01", ["d.md"]),
    ]
    assert keys(archive.groups("days")) == ["2014-03-09", "2015-01-02"]
    assert keys(archive.groups("anniversaries")) == ["01-02", "03-09"]
    assert paths(archive.year_only(2014)) == ["a.md"]
    assert archive.year_only(2015) == ()


def test_a_day_of_the_year_holds_the_articles_of_all_years_the_oldest_first() -> None:
    archive = make(
        make_article("c.md", "2016-02-29 07:15"),
        make_article("b.md", "2014-03-09"),
        make_article("a.md", "2012-02-29"),
        make_article("d.md", "2016-03-09"),
    )
    assert members_of(archive, "anniversaries", "02-29") == ["a.md", "c.md"]
    assert members_of(archive, "anniversaries", "03-09") == ["b.md", "d.md"]


def test_the_groups_within_a_year_or_a_month_are_those_whose_keys_begin_so() -> None:
    dates = ("2014-01-31", "2014-02-01", "2014-02-28", "2014-03-01", "2013-02-01", "2015-02-01", "2014-02", "2014")
    archive = make(*(make_article(f"{date}.md", date) for date in dates))
    assert keys(archive.groups_within("days", "2014-02-")) == ["2014-02-01", "2014-02-28"]
    assert keys(archive.groups_within("days", "2014-")) == ["2014-01-31", "2014-02-01", "2014-02-28", "2014-03-01"]
    assert keys(archive.groups_within("months", "2014-")) == ["2014-01", "2014-02", "2014-03"]
    assert archive.groups_within("days", "2016-") == ()


@pytest.mark.parametrize(
    ("kind", "key", "adjacent"),
    [
        ("years", "2014", ["0987", "2016"]),
        ("years", "0987", [None, "2014"]),
        ("months", "2014-03", ["2014-02", "2016-02"]),
        ("months", "2016-02", ["2014-03", None]),
        ("days", "2014-03-09", ["2014-02-03", "2016-02-29"]),
        ("days", "2014-02-03", [None, "2014-03-09"]),
        ("anniversaries", "02-29", ["02-03", "03-09"]),
    ],
)
def test_the_nearest_groups_of_a_kind_are_adjacent(kind: str, key: str, adjacent: list[str | None]) -> None:
    dates = ("0987", "2014-02-03", "2014-03-09", "2016-02-29")
    archive = make(*(make_article(f"{date}.md", date) for date in dates))
    group = archive.group(kind, key)
    assert group
    assert [found and found.key for found in archive.adjacent(group)] == adjacent


def test_articles_are_found_by_their_path() -> None:
    article = make_article("2014/heron.md", section="Nature")
    archive = make(article, make_article("2014/reeds.md"))
    placed = place(article, Site())
    card = card_from_row((*placed.row, placed.card_digest))
    assert archive.find_card("2014/heron.md") == card
    found = article_at("2014/heron.md", archive)
    (section,) = archive.groups("sections")
    assert found == ArticleRow(card, found.id, placed.entry.story_digest, placed.sort_key, section.id)


def test_a_path_of_bytes_that_are_no_utf_8_comes_back_as_it_is() -> None:
    archive = make(make_article("caf\udce9.md", headline="Café"))
    assert paths(cards_of(archive)) == ["caf\udce9.md"]
    assert article_at("caf\udce9.md", archive).card == archive.find_card("caf\udce9.md")


def test_a_groups_articles_come_from_the_oldest_to_the_newest() -> None:
    archive = make(
        make_article("b.md", "2015", section="Nature", byline=("Ada Pell",)),
        make_article("a.md", "2014", section="Nature", byline=("Ada Pell", "Bo Reed")),
        make_article("c.md", section="Nature"),
    )
    assert members_of(archive, "sections", "nature") == ["c.md", "a.md", "b.md"]
    assert members_of(archive, "authors", "ada pell") == ["a.md", "b.md"]
    assert members_of(archive, "authors", "bo reed") == ["a.md"]


def test_tags_and_authors_are_listed_by_name() -> None:
    archive = make(make_article(tags=("mud", "Birds", "reeds"), byline=("Bo Reed", "ada pell")))
    assert names(archive.groups("tags")) == ["Birds", "mud", "reeds"]
    assert names(archive.groups("authors")) == ["ada pell", "Bo Reed"]


def test_sections_are_listed_as_the_site_says_and_then_by_name() -> None:
    sections = ["Births", "News", "Sport", "Arts"]
    articles = [make_article(f"{place}.md", section=name) for place, name in enumerate(sections)]
    assert names(make(*articles).groups("sections")) == ["Arts", "Births", "News", "Sport"]
    site = Site(sections=("sport", "Empty", "News"))
    assert names(list_sections(make_archive(articles, site), site)) == ["sport", "News", "Arts", "Births"]


def test_an_article_without_a_section_is_in_none() -> None:
    archive = make(make_article("a.md", section=""), make_article("b.md", section=""))
    assert archive.groups("sections") == ()
    assert archive.neighbours(article_at("a.md", archive)) == (None, None, None, None)


def test_the_cards_of_some_members_come_in_the_order_that_is_asked_for() -> None:
    archive = make(*(make_article(f"{year}.md", str(year), tags=("birds",)) for year in range(2010, 2017)))
    (group,) = archive.groups("tags")
    members = archive.members(group)
    assert paths(archive.cards(members[2:5][::-1])) == ["2014.md", "2013.md", "2012.md"]
    assert [member.digest for member in members] == [card.digest for card in archive.cards(members)]
    assert archive.cards([]) == ()


def test_the_newest_of_a_section_come_first() -> None:
    archive = make(*(make_article(f"{year}.md", str(year), section="News") for year in range(2010, 2017)))
    (section,) = archive.groups("sections")
    assert paths(archive.newest_of_section(section, 2)) == ["2016.md", "2015.md"]


def test_permalinks_and_dates_of_a_group_can_be_had_in_parts() -> None:
    archive = make(
        make_article("b.md", "2014-02", permalink="/b.html", section="Sea"),
        make_article("a.md", permalink="/a.html", updated=parse_date("2015"), section="Sea"),
        make_article("c.md", "2014-03", permalink="/c.html", section="Sea"),
        make_article("d.md", "2014-03", permalink="/d.html", section="Wind"),
    )
    sea = archive.groups("sections")[0]
    assert list(archive.addresses(sea, 0, 2)) == [("/a.html", "", "2015"), ("/b.html", "2014-02", "")]
    assert list(archive.addresses(sea, 2, 2)) == [("/c.html", "2014-03", "")]


def test_the_dated_articles_of_a_group_are_counted() -> None:
    archive = make(make_article("a.md", "2014", section="Sea"), make_article("b.md", section="Sea"))
    (sea,) = archive.groups("sections")
    assert (sea.articles, archive.count_dated(sea)) == (2, 1)


def test_neighbours_are_the_nearest_of_the_same_section() -> None:
    articles = [make_article(f"{year}.md", str(year), section="Sea") for year in (2010, 2012, 2014)]
    archive = make(*articles, make_article("2011.md", "2011", section="Wind"))
    found = archive.neighbours(article_at("2012.md", archive))
    assert [card and card.path for card in found] == ["2010.md", "2014.md", None, None]
    assert archive.neighbours(article_at("2014.md", archive))[:2] == (archive.find_card("2012.md"), None)


def test_neighbours_of_the_day_are_those_before_and_after_whatever_their_sections() -> None:
    archive = make(
        make_article("d.md", "2014-02-03 21:40", section="Wind"),
        make_article("c.md", "2014-02-03 07:15"),
        make_article("b.md", "2014-02-03", section="Sea"),
        make_article("a.md", "2014-02-02", section="Sea"),
        make_article("e.md", "2014-02-04", section="Sea"),
        make_article("month.md", "2014-02", section="Sea"),
    )
    assert [neighbours_of_day(path, archive) for path in ("a.md", "b.md", "c.md", "d.md", "e.md", "month.md")] == [
        [None, None],
        [None, "c.md"],
        ["b.md", "d.md"],
        ["c.md", None],
        [None, None],
        [None, None],
    ]


@pytest.mark.parametrize("date", ["", "2014", "2014-02"])
def test_articles_of_which_no_day_is_known_share_none(date: str) -> None:
    archive = make(*(make_article(f"{name}.md", date) for name in "abc"))
    assert neighbours_of_day("b.md", archive) == [None, None]


ADJACENT = [
    make_article("a.md", "2024-03-13", section="Sea"),
    make_article("b.md", "2024-03-14", section="Wind"),
    make_article("c.md", "2024-03-14 09:00", section="Sea"),
    make_article("d.md", "2024-03-14 21:00"),
    make_article("e.md", "2024-03-15", section="Sea"),
    make_article("month.md", "2024-03"),
    make_article("caf\udce9.md", "2024-03", headline="Café", section="Wind"),
    make_article("undated.md", section="Wind"),
]


def placement_of(path: str, archive: Archive) -> Placement:
    article = article_at(path, archive)
    assert article.sort_key
    return Placement(article.sort_key, article.section_id)


@pytest.mark.parametrize(
    ("path", "adjacent"),
    [
        ("a.md", ["c.md"]),
        ("b.md", ["caf\udce9.md", "c.md"]),
        ("c.md", ["a.md", "e.md", "b.md", "d.md"]),
        ("d.md", ["c.md"]),
        ("e.md", ["c.md"]),
        ("month.md", []),
        ("caf\udce9.md", ["undated.md", "b.md"]),
        ("undated.md", ["caf\udce9.md"]),
    ],
)
def test_the_articles_beside_a_place_are_those_of_its_section_and_of_its_day(path: str, adjacent: list[str]) -> None:
    archive = make(*ADJACENT)
    assert list(archive.adjacent_articles(placement_of(path, archive))) == adjacent
    assert [card.path for card in archive.neighbours(article_at(path, archive)) if card] == adjacent


@pytest.mark.parametrize("path", [article.path for article in ADJACENT])
def test_the_articles_beside_a_place_are_the_same_without_its_article(path: str) -> None:
    state = make_index(ADJACENT, Site())
    placement = placement_of(path, Archive(state))
    before = list(Archive(state).adjacent_articles(placement))
    ArticleTable(state).remove(article_at(path, Archive(state)).id)
    assert list(Archive(state).adjacent_articles(placement)) == before


def test_an_identifier_of_several_articles_means_the_newest() -> None:
    articles = [make_article(f"{year}.md", str(year), permalink="/heron.html") for year in (2012, 2014, 2010)]
    archive = make(*articles)
    assert archive.find_by_identifier(url_identifier("/heron.html")) == archive.find_card("2014.md")
    assert archive.find_by_identifier(path_identifier("2010.md")) == archive.find_card("2010.md")


@pytest.mark.parametrize("paths", [("a.md", "b.md", "c.md"), ("c.md", "b.md", "a.md")])
def test_an_identifier_of_articles_that_are_not_listed_means_the_first_by_path(paths: tuple[str, ...]) -> None:
    url = "https://old.example/1"
    articles = [make_article(path, original_url=url, delisted=path != "c.md") for path in paths]
    hidden = [article for article in articles if article.delisted]
    assert make(*hidden).find_by_identifier(url_identifier(url)) == make(*hidden).find_card("a.md")
    assert make(*articles).find_by_identifier(url_identifier(url)) == make(*articles).find_card("c.md")


def test_references_have_the_digests_of_the_cards_that_they_may_mean() -> None:
    text = make_article("a.md", related=(Link("Heron"), Link("", "reeds.md"), Link("Gone")))
    archive = make(text, make_article("heron.md", headline="Heron"), make_article("reeds.md"), make_article("mud.md"))
    referenced = archive.referenced_digests(article_at("a.md", archive).id)
    cards = [archive.find_card(path) for path in ("heron.md", "reeds.md")]
    assert {digest for _, digest in referenced} == {card.digest for card in cards if card}
    assert archive.referenced_digests(article_at("mud.md", archive).id) == []


@given(ARTICLES.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))), SITES)
def test_the_order_in_which_articles_come_does_not_matter(
    orders: tuple[list[Article], list[Article]], site: Site
) -> None:
    archive, shuffled = (make_archive(articles, site) for articles in orders)
    assert answers(archive) == answers(shuffled)


@given(ARTICLES, SITES)
def test_every_article_is_in_each_group_that_it_names(articles: list[Article], site: Site) -> None:
    archive = make_archive(articles, site)
    assert sorted(paths(cards_of(archive))) == sorted(article.path for article in articles)
    assert archive.count() == len(articles)
    for card in cards_of(archive):
        assert all(card.path in members_of(archive, "tags", normalised_name(name)) for name in card.tags)
        assert all(card.path in members_of(archive, "authors", normalised_name(name)) for name in card.byline)
        assert not card.section or card.path in members_of(archive, "sections", normalised_name(card.section))
        assert (card.path in members_of(archive, "undated")) == (card.published is None)
        assert card.published is None or card.path in members_of(archive, "years", f"{card.published.year:04}")


def test_every_article_has_its_address_in_the_archives_order() -> None:
    archive = make(
        make_article("b.md", "2024-01-02"),
        make_article("a.md", "2024-01-01"),
        make_article("caf\udce9.md", headline="Tea"),
    )
    assert list(archive.article_addresses()) == [
        ArticleAddress("caf\udce9.md", "undated/tea.html", "/undated/tea.html"),
        ArticleAddress("a.md", "2024/01/a.html", "/2024/01/a.html"),
        ArticleAddress("b.md", "2024/01/b.html", "/2024/01/b.html"),
    ]


def test_an_article_has_the_vector_of_its_text() -> None:
    archive = make(make_article(headline="Heron over the harbour"), suggestions=3)
    assert len(archive.similarity_vector(article_at("heron.md", archive).id)) > 0
