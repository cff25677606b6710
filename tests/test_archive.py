"""The archive: one order of all articles, whatever order they come in, and the groups that readers browse."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive import DATED, NAMED, Archive, Filed, Group, order_sections
from newsgen.article import Article, Card, Link
from newsgen.config import Site
from newsgen.dates import parse_date
from newsgen.entry import card_of
from newsgen.groups import name_key
from newsgen.related import path_name
from tests.records import enter, make_archive

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


def cards_of(archive: Archive) -> tuple[Card, ...]:
    """All cards, the oldest first."""
    return archive.newest(-1)[::-1]


def filed_at(path: str, archive: Archive) -> Filed:
    filed = archive.find_entry(path)
    assert filed
    return filed


def members_of(archive: Archive, kind: str, key: str = "") -> list[str]:
    group = archive.group(kind, key)
    return paths(archive.cards(archive.members(group))) if group else []


def answers(archive: Archive) -> list[object]:
    """What the archive answers about everything, without the numbers that tell its rows apart."""
    groups = [group for kind in (*NAMED, *DATED) for group in archive.groups(kind)]
    return [
        cards_of(archive),
        [(group._replace(id=0), archive.cards(archive.members(group))) for group in groups],
        list(archive.between(0, -1)),
        [archive.neighbours(filed_at(card.path, archive)) for card in cards_of(archive)],
        [archive.suggested(filed_at(card.path, archive).id) for card in cards_of(archive)],
    ]


def paths(cards: tuple[Card, ...]) -> list[str]:
    return [card.path for card in cards]


def names(groups: tuple[Group, ...]) -> list[str]:
    return [group.name for group in groups]


def test_an_archive_of_nothing_is_empty() -> None:
    archive = make()
    assert (archive.count(), archive.newest(5), list(archive.between(0, 5))) == (0, (), [])
    assert [archive.groups(kind) for kind in (*NAMED, *DATED)] == [()] * 6
    assert (archive.find_entry("a.md"), archive.find_card("a.md"), archive.find(7)) == (None, None, None)
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
        make_article("a.md", "2014", headline="Zebra"),
        make_article("c.md", "2014", headline="Aardvark"),
        make_article("b.md", "2014", headline="Aardvark"),
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
    assert paths(archive.without_month(2014)) == ["a.md"]
    assert archive.without_month(2015) == ()


def test_articles_are_found_by_their_path() -> None:
    article = make_article("2014/heron.md", section="Nature")
    archive = make(article, make_article("2014/reeds.md"))
    entry = enter(article, Site())
    card = card_of((*entry.row, entry.digest))
    assert archive.find_card("2014/heron.md") == card
    filed = filed_at("2014/heron.md", archive)
    (section,) = archive.groups("sections")
    assert filed == Filed(card, filed.id, entry.content, entry.position, section.id)


def test_a_path_of_bytes_that_are_no_utf_8_comes_back_as_it_is() -> None:
    archive = make(make_article("caf\udce9.md", headline="Café"))
    assert paths(cards_of(archive)) == ["caf\udce9.md"]
    assert filed_at("caf\udce9.md", archive).card == archive.find_card("caf\udce9.md")


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
    listed = make(*articles, sections=["sport", "Empty", "News"]).groups("sections")
    assert names(order_sections(listed, ["sport", "empty", "news"])) == ["sport", "News", "Arts", "Births"]


def test_an_article_without_a_section_is_in_none() -> None:
    archive = make(make_article("a.md", section=""), make_article("b.md", section=""))
    assert archive.groups("sections") == ()
    assert archive.neighbours(filed_at("a.md", archive)) == (None, None)


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


def test_permalinks_and_dates_can_be_had_in_parts() -> None:
    archive = make(
        make_article("b.md", "2014-02", permalink="/b.html"),
        make_article("a.md", permalink="/a.html", updated=parse_date("2015")),
        make_article("c.md", "2014-03", permalink="/c.html"),
    )
    assert list(archive.between(0, 2)) == [("/a.html", "", "2015"), ("/b.html", "2014-02", "")]
    assert list(archive.between(2, 2)) == [("/c.html", "2014-03", "")]


def test_neighbours_are_the_nearest_of_the_same_section() -> None:
    articles = [make_article(f"{year}.md", str(year), section="Sea") for year in (2010, 2012, 2014)]
    archive = make(*articles, make_article("2011.md", "2011", section="Wind"))
    found = archive.neighbours(filed_at("2012.md", archive))
    assert [card and card.path for card in found] == ["2010.md", "2014.md"]
    assert archive.neighbours(filed_at("2014.md", archive)) == (archive.find_card("2012.md"), None)


def test_a_name_of_several_articles_means_the_newest() -> None:
    articles = [make_article(f"{year}.md", str(year), permalink="/heron.html") for year in (2012, 2014, 2010)]
    archive = make(*articles)
    assert archive.find(enter(articles[0], Site()).names[1]) == archive.find_card("2014.md")
    assert archive.find(path_name("2010.md")) == archive.find_card("2010.md")


def test_what_a_text_means_is_told_by_the_cards_that_have_its_names() -> None:
    text = make_article("a.md", related=(Link("Heron"), Link("", "reeds.md"), Link("Gone")))
    archive = make(text, make_article("heron.md", headline="Heron"), make_article("reeds.md"), make_article("mud.md"))
    meant = archive.meant(filed_at("a.md", archive).id)
    cards = [archive.find_card(path) for path in ("heron.md", "reeds.md")]
    assert {digest for _, digest in meant} == {card.digest for card in cards if card}
    assert archive.meant(filed_at("mud.md", archive).id) == []


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
        assert all(card.path in members_of(archive, "tags", name_key(name)) for name in card.tags)
        assert all(card.path in members_of(archive, "authors", name_key(name)) for name in card.byline)
        assert not card.section or card.path in members_of(archive, "sections", name_key(card.section))
        assert (card.path in members_of(archive, "undated")) == (card.published is None)
        assert card.published is None or card.path in members_of(archive, "years", f"{card.published.year:04}")
