"""Collisions: two owners of one file, and a file that would have to be a folder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.collisions import check_collisions
from newsgen.errors import BuildFailed

Owned = list[tuple[str, str]]


def tell_failure(owned: Owned) -> list[str]:
    with pytest.raises(BuildFailed) as failed:
        check_collisions(owned)
    return [str(problem) for problem in failed.value.problems]


def same_address(owner: str, earlier: str, file: str) -> str:
    return (
        f"{owner}: has the same address as {earlier}: /{file}\n"
        "    One of the two would be lost.\n"
        '    Write another "slug: …" or "permalink: …" in the front matter of one of them.'
    )


def needed_as_folder(owner: str, file: str) -> str:
    return (
        f"{owner}: would be a file where others need a folder: /{file}\n"
        "    A name can be one or the other.\n"
        '    Write another "slug: …" or "permalink: …" for it.'
    )


def fails(owned: Owned) -> bool:
    try:
        check_collisions(owned)
    except BuildFailed:
        return True
    return False


def test_files_that_differ_do_not_collide() -> None:
    check_collisions(
        [
            ("articles/heron.md", "2014/heron.html"),
            ("articles/reeds.md", "2014/reeds.html"),
            ("the month 2014-02", "2014/02/index.html"),
            ("the front page", "index.html"),
            ("the file style.css", "style.css"),
        ]
    )


def test_nothing_collides_with_nothing() -> None:
    check_collisions([])


def test_two_owners_of_one_file_are_both_named() -> None:
    assert tell_failure([("articles/heron.md", "heron.html"), ("articles/old/heron.txt", "heron.html")]) == [
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
    assert tell_failure([("articles/a.md", one), ("articles/b.md", other)]) == [
        same_address("articles/b.md", "articles/a.md", other)
    ]


def test_every_later_owner_is_told() -> None:
    owned = [("articles/a.md", "x.html"), ("articles/b.md", "X.html"), ("articles/c.md", "x.html")]
    assert tell_failure(owned) == [
        same_address("articles/b.md", "articles/a.md", "X.html"),
        same_address("articles/c.md", "articles/a.md", "x.html"),
    ]


def test_one_owner_may_name_its_file_twice() -> None:
    check_collisions([("articles/a.md", "x.html"), ("articles/a.md", "x.html")])


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
    owned = [("the file maps", file), ("articles/heron.md", below)]
    assert tell_failure(owned) == [needed_as_folder("the file maps", file)]
    assert tell_failure(owned[::-1]) == [needed_as_folder("the file maps", file)]


def test_all_collisions_are_told_at_once() -> None:
    owned = [
        ("articles/a.md", "x.html"),
        ("articles/b.md", "x.html"),
        ("articles/c.md", "y.html"),
        ("articles/d.md", "y.html/z.html"),
    ]
    assert tell_failure(owned) == [
        same_address("articles/b.md", "articles/a.md", "x.html"),
        needed_as_folder("articles/c.md", "y.html"),
    ]


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from(["x", "X", "x/y", "X/Y/z", "é", "e\u0301/y", "y"])),
        max_size=6,
    ).flatmap(lambda owned: st.tuples(st.just(owned), st.permutations(owned)))
)
def test_whether_files_collide_does_not_depend_on_their_order(orders: tuple[Owned, Owned]) -> None:
    owned, shuffled = orders
    assert fails(owned) == fails(shuffled)
