"""Groups: what an article belongs to, and what a group is called."""

import hashlib
import sqlite3
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.archive import Archive
from newsgen.archive.entry import make_card
from newsgen.archive.groups import Group, GroupTable
from newsgen.archive.memberships import Membership, memberships, normalised_name
from newsgen.archive.permalinks.urls import make_name_slug
from newsgen.archive.targets import NAMED_GROUPS, Target
from newsgen.settings.site import Site
from tests.support.records import an_article, make_archive, make_index
from tests.support.state import open_state

NAMES = st.text(st.sampled_from("aAbB+- 'é🐦"), min_size=1, max_size=4)


def tagged(*tags: tuple[str, ...], **settings: Any) -> Archive:
    """An archive of an article for each tuple of tags."""
    return make_archive((an_article(f"{index}.md", tags=names) for index, names in enumerate(tags)), Site(**settings))


def names(groups: tuple[Group, ...]) -> list[str]:
    return [group.name for group in groups]


def marked(slug: str, key: str) -> str:
    return f"{slug}-{hashlib.sha256(key.encode()).hexdigest()[:6]}"


def number_of(kind: str, key: str, state: sqlite3.Connection) -> int:
    return GroupTable(state).numbers()[Target(kind, key)]


def refresh_all(state: sqlite3.Connection, site: Site) -> list[Target]:
    """Refresh all groups; those with another name or slug."""
    table = GroupTable(state)
    return table.refresh(table.numbers().values(), site)


def groups_of(site: Site | None = None, **fields: Any) -> list[Membership]:
    site = site or Site()
    return list(memberships(make_card(an_article(**fields), site), site))


def of_dates(*kinds_and_keys: str) -> list[Membership]:
    """Groups that have no name, such as "years:2014"."""
    return [Membership(Target(kind, key)) for kind, _, key in (one.partition(":") for one in kinds_and_keys)]


def test_an_article_is_in_the_groups_of_its_names_and_of_its_date() -> None:
    assert groups_of(section="Sea", tags=("Tide", "mill"), byline=("Ada Pell",), published="2014-02-03 07:15") == [
        Membership(Target("sections", "sea"), "Sea"),
        Membership(Target("tags", "tide"), "Tide"),
        Membership(Target("tags", "mill"), "mill"),
        Membership(Target("authors", "ada pell"), "Ada Pell"),
        *of_dates("years:2014", "months:2014-02", "days:2014-02-03", "anniversaries:02-03"),
    ]


@pytest.mark.parametrize(
    ("published", "groups"),
    [
        ("0987-12-24", ["years:0987", "months:0987-12", "days:0987-12-24", "anniversaries:12-24"]),
        ("2024-02-29", ["years:2024", "months:2024-02", "days:2024-02-29", "anniversaries:02-29"]),
        ("0987-12", ["years:0987", "months:0987-12"]),
        ("0987", ["years:0987"]),
        (None, ["undated:"]),
    ],
)
def test_an_article_is_in_no_month_or_day_that_is_not_known(published: str | None, groups: list[str]) -> None:
    assert groups_of(published=published) == of_dates(*groups)


@pytest.mark.parametrize(
    ("settings", "groups"),
    [
        ({"day_pages": False}, ["years:2014", "months:2014-02", "anniversaries:02-03"]),
        ({"on_this_day": False}, ["years:2014", "months:2014-02", "days:2014-02-03"]),
        ({"day_pages": False, "on_this_day": False}, ["years:2014", "months:2014-02"]),
    ],
)
def test_a_site_may_do_without_the_groups_of_days(settings: dict[str, bool], groups: list[str]) -> None:
    assert groups_of(Site.model_validate(settings), published="2014-02-03") == of_dates(*groups)


DATES = ("2014-02-03", "2014-02-03 07:15", "2016-02-03", "2016-02-29", "2016-02", "2016", None)


@pytest.mark.parametrize(("kind", "setting", "count"), [("days", "day_pages", 3), ("anniversaries", "on_this_day", 2)])
def test_groups_of_days_are_created_and_emptied_with_their_setting(kind: str, setting: str, count: int) -> None:
    articles = [an_article(f"{index}.md", published=date) for index, date in enumerate(DATES)]
    without = Site.model_validate({setting: False})
    state = make_index(articles, Site())
    table = GroupTable(state)
    before = [group for group in table.numbers() if group.kind == kind]
    assert len(before) == count
    assert table.toggle(Site()) == []
    assert table.toggle(without) == before
    assert refresh_all(state, without) == []
    assert Archive(state).groups(kind) == ()
    assert table.toggle(without) == []
    assert table.toggle(Site()) == before
    assert refresh_all(state, Site()) == before
    archive, anew = Archive(state), make_archive(articles, Site())
    assert [(group._replace(id=0), archive.cards(archive.members(group))) for group in archive.groups(kind)] == [
        (group._replace(id=0), anew.cards(anew.members(group))) for group in anew.groups(kind)
    ]


def test_where_no_day_is_known_there_are_no_groups_of_days_to_create() -> None:
    state = make_index([an_article("a.md", published="2016-02"), an_article("b.md")], Site())
    assert GroupTable(state).toggle(Site()) == []
    assert GroupTable(open_state()).toggle(Site(day_pages=False)) == []


def test_spellings_that_differ_in_case_joints_and_quotes_are_one_group() -> None:
    spellings = ["Women's Sea-Front", "womens sea front", "WOMEN’S SEA_FRONT", "Women‘s  sea–front"]
    archive = tagged(*((name,) for name in spellings))
    (group,) = archive.groups("tags")
    assert [card.path for card in archive.cards(archive.members(group))] == ["0.md", "1.md", "2.md", "3.md"]
    assert {normalised_name(name) for name in spellings} == {group.key}


@pytest.mark.parametrize(("one", "other"), [("C", "C++"), ("Sea", "Seas"), ("Résumé", "Resume"), ("AT&T", "AT T")])
def test_other_signs_make_other_names(one: str, other: str) -> None:
    assert len(tagged((one, other)).groups("tags")) == 2


def test_full_width_and_composed_letters_are_the_same_name() -> None:
    assert len(tagged(("Ｎｅｗｓ", "News", "The\u0301", "Thé")).groups("tags")) == 2


@pytest.mark.parametrize("name", ["'", "-", "“”", "_ _"])
def test_a_name_of_joints_and_quotes_alone_has_a_key(name: str) -> None:
    assert normalised_name(name)


def test_a_group_is_named_as_most_articles_spell_it() -> None:
    assert names(tagged(("sea front",), ("Sea-front",), ("Sea-front",)).groups("tags")) == ["Sea-front"]


def test_among_spellings_as_frequent_the_first_in_order_names_the_group() -> None:
    tags = ("sea front",), ("Sea-front",)
    assert names(tagged(*tags).groups("tags")) == names(tagged(*tags[::-1]).groups("tags")) == ["Sea-front"]


def test_the_sites_own_spelling_of_a_section_names_it() -> None:
    articles = [an_article("a.md", section="sea front"), an_article("b.md", section="sea front")]
    assert names(make_archive(articles, Site(sections=("Sea-Front",))).groups("sections")) == ["Sea-Front"]


def test_an_article_that_spells_a_name_twice_is_in_its_group_once() -> None:
    archive = tagged(("Birds", "birds"))
    (group,) = archive.groups("tags")
    assert (group.articles, [card.path for card in archive.cards(archive.members(group))]) == (1, ["0.md"])


def test_groups_that_would_share_a_slug_have_slugs_of_their_own() -> None:
    assert {group.name: group.slug for group in tagged(("C", "C++", "Index", "🐦")).groups("tags")} == {
        "C": "c",
        "C++": marked("c", "c++"),
        "Index": marked("index", "index"),
        "🐦": make_name_slug("🐦"),
    }


def test_another_article_does_not_change_the_slug_of_the_plainest_name() -> None:
    slugs = [archive.group("tags", "c") for archive in (tagged(("C",)), tagged(("C++", "C")))]
    assert [group and group.slug for group in slugs] == ["c", "c"]


def test_a_site_may_keep_every_script_in_its_slugs() -> None:
    archive = make_archive([an_article(section="自然")], Site(slugs="unicode"))
    assert [group.slug for group in archive.groups("sections")] == ["自然"]


@given(st.lists(st.lists(NAMES, max_size=3).map(tuple), max_size=4))
def test_no_two_groups_of_a_kind_share_a_slug(tags: list[tuple[str, ...]]) -> None:
    articles = [
        an_article(f"{index}.md", tags=found, byline=found, section="".join(found)) for index, found in enumerate(tags)
    ]
    archive = make_archive(articles, Site())
    for kind in NAMED_GROUPS:
        slugs = [group.slug for group in archive.groups(kind)]
        assert len(set(slugs)) == len(slugs)
        assert "index" not in slugs


def test_groups_with_another_name_are_named_and_those_without_articles_deleted() -> None:
    state = make_index([an_article("a.md", tags=("tide", "mill")), an_article("b.md", tags=("tide",))], Site())
    number = number_of("tags", "tide", state)
    state.execute("UPDATE members SET name = 'Tide' WHERE name = 'tide'")
    state.execute("DELETE FROM members WHERE group_id = ?", (number_of("tags", "mill", state),))
    assert refresh_all(state, Site()) == [Target("tags", "tide")]
    assert Archive(state).groups("tags") == (Group(number, "tags", "tide", "Tide", "tide", 2),)


def test_another_number_of_articles_is_no_other_name() -> None:
    state = make_index([an_article("a.md", tags=("tide",)), an_article("b.md", tags=("tide",))], Site())
    state.execute("DELETE FROM members WHERE article_id = 1")
    assert refresh_all(state, Site()) == []
    assert [group.articles for kind in ("tags", "undated") for group in Archive(state).groups(kind)] == [1, 1]


def test_a_group_that_goes_gives_its_slug_to_the_next_plainest() -> None:
    state = make_index([an_article("a.md", tags=("C",)), an_article("b.md", tags=("C++",))], Site())
    number = number_of("tags", "c", state)
    state.execute("DELETE FROM members WHERE group_id = ?", (number,))
    assert GroupTable(state).refresh([number], Site()) == [Target("tags", "c++")]
    assert [group.slug for group in Archive(state).groups("tags")] == ["c"]


def test_a_site_with_another_style_of_slugs_renames_its_groups() -> None:
    state = make_index([an_article(tags=("自然",))], Site())
    assert refresh_all(state, Site(slugs="unicode")) == [Target("tags", "自然")]
    assert [group.slug for group in Archive(state).groups("tags")] == ["自然"]
