"""The register: which file is whose, two owners of one file, and a file that would have to be a folder."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.targets import describe_target
from newsgen.build.state import mark_pending
from newsgen.errors import NewsgenError
from newsgen.output.register import (
    OutputFile,
    adopt_existing,
    all_files,
    count_files,
    files_of,
    forget_stale,
    mark_written,
    new_files,
    owners_of_new,
    pending_with_files,
    plan_files,
    planned_file_at,
    present_files,
    stale_files,
)
from tests.support.records import open_index

Owned = list[tuple[str, str]]


def enter(owned: Owned, state: sqlite3.Connection | None = None) -> sqlite3.Connection:
    """Enter the files of owners, who are all that there is to know."""
    state = state or open_index()
    plan_files(state, {owner for owner, _ in owned}, owned, "articles")
    return state


def build(owned: Owned) -> sqlite3.Connection:
    """A register whose files are all in place."""
    state = enter(owned)
    mark_written(state, [(file, "story.html", b"key", b"digest") for _, file in owned])
    return state


def tell_failure(owned: Owned, state: sqlite3.Connection | None = None) -> list[str]:
    with pytest.raises(NewsgenError) as failed:
        enter(owned, state)
    return [str(problem) for problem in failed.value.problems]


def same_address(owner: str, earlier: str, file: str) -> str:
    return (
        f"{owner}: has the same address as {earlier}: /{file}\n"
        "    One of the two would be lost.\n"
        '    Write another "slug: …" or "permalink: …" in the front matter of one of them.'
    )


def test_two_files_that_are_copied_are_told_to_be_named_otherwise() -> None:
    (told,) = tell_failure([("asset:media/fair.jpg", "media/fair-960.avif"), ("asset:b", "media/Fair-960.avif")])
    assert told == (
        "the file b: has the same address as the file media/fair.jpg: /media/Fair-960.avif\n"
        "    One of the two would be lost.\n"
        "    Give one of the two files another name."
    )


def needed_as_folder(owner: str, file: str) -> str:
    return (
        f"{owner}: would be a file where others need a folder: /{file}\n"
        "    A name can be one or the other.\n"
        '    Write another "slug: …" or "permalink: …" for it.'
    )


def fails(owned: Owned) -> bool:
    try:
        enter(owned)
    except NewsgenError:
        return True
    return False


def test_files_that_differ_do_not_collide() -> None:
    owned = [
        ("article:heron.md", "2014/heron.html"),
        ("article:reeds.md", "2014/reeds.html"),
        ("months:2014-02", "2014/02/index.html"),
        ("front:", "index.html"),
        ("asset:style.css", "style.css"),
    ]
    state = enter(owned)
    assert sorted(all_files(state)) == sorted(new_files(state)) == sorted(file for _, file in owned)
    assert count_files(state) == 5


def test_nothing_collides_with_nothing() -> None:
    assert all_files(enter([])) == []


def test_two_owners_of_one_file_are_both_named() -> None:
    assert tell_failure([("article:heron.md", "heron.html"), ("article:old/heron.txt", "heron.html")]) == [
        same_address("articles/old/heron.txt", "articles/heron.md", "heron.html")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2014/heron.html", "2014/Heron.html"),
        ("2014/heron.html", "2014/HERON.HTML"),
        ("2014/th\u00e9.html", "2014/the\u0301.html"),
        ("2014/th\u00e9.html", "2014/THE\u0301.html"),
        ("News/a.html", "news/a.html"),
    ],
)
def test_names_that_some_file_system_cannot_tell_apart_collide(one: str, other: str) -> None:
    assert tell_failure([("article:a.md", one), ("article:b.md", other)]) == [
        same_address("articles/b.md", "articles/a.md", other)
    ]


def test_every_later_owner_is_told() -> None:
    owned = [("article:a.md", "x.html"), ("article:b.md", "X.html"), ("article:c.md", "x.html")]
    assert tell_failure(owned) == [
        same_address("articles/b.md", "articles/a.md", "X.html"),
        same_address("articles/c.md", "articles/a.md", "x.html"),
    ]


def test_one_owner_may_name_its_file_twice() -> None:
    assert all_files(enter([("article:a.md", "x.html"), ("article:a.md", "x.html")])) == ["x.html"]


@pytest.mark.parametrize(
    ("file", "below"),
    [
        ("2014", "2014/heron.html"),
        ("2014", "2014/02/heron.html"),
        ("2014/02", "2014/02/heron.html"),
        ("Maps", "maps/cove.png"),
        ("th\u00e9", "the\u0301/a.html"),
    ],
)
def test_a_file_cannot_be_a_folder_too(file: str, below: str) -> None:
    owned = [("asset:maps", file), ("article:heron.md", below)]
    assert tell_failure(owned) == [needed_as_folder("the file maps", file)]
    assert tell_failure(owned[::-1]) == [needed_as_folder("the file maps", file)]


def test_all_collisions_are_told_at_once() -> None:
    owned = [
        ("article:a.md", "x.html"),
        ("article:b.md", "x.html"),
        ("article:c.md", "y.html"),
        ("article:d.md", "y.html/z.html"),
    ]
    assert tell_failure(owned) == [
        same_address("articles/b.md", "articles/a.md", "x.html"),
        needed_as_folder("articles/c.md", "y.html"),
    ]


def test_a_new_owner_collides_with_what_is_there() -> None:
    assert tell_failure([("article:b.md", "x.html")], build([("article:a.md", "x.html")])) == [
        same_address("articles/b.md", "articles/a.md", "x.html")
    ]
    maps, heron = ("asset:maps", "2014"), ("article:heron.md", "2014/heron.html")
    for first, second in ((maps, heron), (heron, maps)):
        assert tell_failure([second], build([first])) == [needed_as_folder("the file maps", "2014")]


def test_a_file_may_go_from_one_owner_to_another() -> None:
    state = build([("article:a.md", "x.html"), ("article:b.md", "y.html")])
    enter([("article:b.md", "x.html"), ("article:a.md", "y.html")], state)
    assert (list(files_of(state, "article:a.md")), list(files_of(state, "article:b.md"))) == (
        ["y.html"],
        ["x.html"],
    )
    assert (new_files(state), stale_files(state)) == ([], [])


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from(["x", "X", "x/y", "X/Y/z", "é", "e\u0301/y", "y"])),
        max_size=6,
    ).flatmap(lambda owned: st.tuples(st.just(owned), st.permutations(owned)))
)
def test_whether_files_collide_does_not_depend_on_their_order(orders: tuple[Owned, Owned]) -> None:
    owned, shuffled = orders
    assert fails(owned) == fails(shuffled)


def test_files_are_fresh_until_they_are_recorded() -> None:
    state = enter([("tags:tide", "tags/tide.html"), ("tags:tide", "tags/tide/sheet-1.html")])
    assert files_of(state, "tags:tide")["tags/tide.html"] == OutputFile("tags/tide.html", True, None, None)
    mark_pending(state, [("tags:tide", "it is new"), ("tags:other", "it is new")])
    assert (owners_of_new(state), pending_with_files(state)) == (["tags:tide"], set())
    mark_written(state, [("tags/tide.html", "listing.html", b"key", b"digest")])
    assert files_of(state, "tags:tide")["tags/tide.html"] == OutputFile("tags/tide.html", False, b"key", b"digest")
    assert (new_files(state), owners_of_new(state)) == (["tags/tide/sheet-1.html"], ["tags:tide"])
    assert pending_with_files(state) == {"tags:tide"}
    assert present_files(state) == ["tags/tide.html"]
    assert (planned_file_at(state, "tags/tide.html"), planned_file_at(state, "tags/other.html")) == (
        "tags/tide.html",
        None,
    )


def test_what_an_owner_has_no_longer_stays_until_it_is_deleted() -> None:
    state = build([("article:a.md", "old.html"), ("article:b.md", "b.html")])
    enter([("article:a.md", "new.html")], state)
    assert (stale_files(state), new_files(state), count_files(state)) == (["old.html"], ["new.html"], 2)
    assert sorted(all_files(state)) == ["b.html", "new.html", "old.html"]
    forget_stale(state)
    assert sorted(all_files(state)) == ["b.html", "new.html"]


def test_an_owner_that_is_gone_leaves_its_files_unplanned() -> None:
    state = build([("article:a.md", "a.html"), ("article:b.md", "b.html")])
    plan_files(state, ["article:a.md"], [], "articles")
    assert (stale_files(state), files_of(state, "article:a.md")) == (["a.html"], {})


def test_a_file_that_comes_back_before_it_is_deleted_is_not_fresh() -> None:
    state = build([("article:a.md", "a.html")])
    plan_files(state, ["article:a.md"], [], "articles")
    enter([("article:a.md", "a.html")], state)
    assert files_of(state, "article:a.md") == {"a.html": OutputFile("a.html", False, b"key", b"digest")}


def test_a_name_in_another_case_is_a_fresh_file_and_the_old_one_goes() -> None:
    state = build([("article:a.md", "Heron.html")])
    enter([("article:a.md", "heron.html")], state)
    assert (new_files(state), stale_files(state)) == (["heron.html"], ["Heron.html"])


def test_files_of_an_earlier_newsgen_are_looked_at_or_deleted(tmp_path: Path) -> None:
    state = build([("article:a.md", "a.html"), ("article:b.md", "b.html")])
    (tmp_path / "a.html").write_bytes(b"a")
    (tmp_path / "old.html").write_bytes(b"o")
    adopt_existing(state, tmp_path, ["a.html", "b.html", "old.html"])
    assert files_of(state, "article:a.md") == {"a.html": OutputFile("a.html", False, None, None)}
    assert files_of(state, "article:b.md") == {"b.html": OutputFile("b.html", True, None, None)}
    assert stale_files(state) == ["old.html"]


def test_names_of_bytes_that_are_no_utf_8_come_back_as_they_are() -> None:
    state = enter([("article:caf\udce9.md", "caf\udce9.html")])
    assert (owners_of_new(state), new_files(state)) == (["article:caf\udce9.md"], ["caf\udce9.html"])
    assert list(files_of(state, "article:caf\udce9.md")) == ["caf\udce9.html"]


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        ("article:2014/heron.md", "clippings/2014/heron.md"),
        ("sections:sea", 'section "sea"'),
        ("tags:c++", 'tag "c++"'),
        ("authors:ada pell", 'author "ada pell"'),
        ("years:0987", "year 0987"),
        ("months:2014-02", "month 2014-02"),
        ("days:2014-02-03", "day 2014-02-03"),
        ("anniversaries:02-03", "on this day 02-03"),
        ("undated:", "undated articles"),
        ("index:tags", "index of tags"),
        ("calendar:", "archive by date"),
        ("front:", "front page"),
        ("theme:", "theme of site.yaml"),
        ("missing:", "page for missing addresses"),
        ("feed:", "feed"),
        ("sitemap:", "sitemap"),
        ("robots:", "robots.txt"),
        ("asset:media/a: b.jpg", "the file media/a: b.jpg"),
    ],
)
def test_messages_name_an_owner_as_an_editor_knows_it(owner: str, name: str) -> None:
    assert describe_target(owner, "clippings") == name
