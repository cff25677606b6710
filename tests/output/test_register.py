"""The register: the files of each target, two targets with one file, and a file that others need as a folder."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.targets import Target
from newsgen.errors import NewsgenError
from newsgen.output.register import OutputFile, OutputRegister, WrittenFile
from tests.support.state import open_state

# Files of targets, such as "article:a.md".
Files = list[tuple[str, str]]


def parse(target: str) -> Target:
    """The target of its text, such as "tags:tide"."""
    kind, _, key = target.partition(":")
    return Target(kind, key)


def plan(files: Files, register: OutputRegister | None = None) -> OutputRegister:
    """Plan the files of targets, which are all that these targets have."""
    register = register or OutputRegister(open_state())
    planned = [(parse(target), file) for target, file in files]
    register.plan({target for target, _ in planned}, planned, "articles")
    return register


def mark_written(register: OutputRegister, *files: str) -> None:
    register.mark_written(WrittenFile(file, "story.html", b"key", b"digest") for file in files)


def build(files: Files) -> OutputRegister:
    """A register whose files are all written."""
    register = plan(files)
    mark_written(register, *(file for _, file in files))
    return register


def problems_of(files: Files, register: OutputRegister | None = None) -> list[str]:
    with pytest.raises(NewsgenError) as failed:
        plan(files, register)
    return [str(problem) for problem in failed.value.problems]


def same_address(target: str, earlier: str, file: str) -> str:
    return (
        f"{target}: has the same address as {earlier}: /{file}\n"
        "    One of the two would be lost.\n"
        '    Write another "slug: …" or "permalink: …" in the front matter of one of them.'
    )


def test_of_two_copied_files_with_one_name_one_must_be_renamed() -> None:
    (problem,) = problems_of([("asset:media/fair.jpg", "media/fair-960.avif"), ("asset:b", "media/Fair-960.avif")])
    assert problem == (
        "the file b: has the same address as the file media/fair.jpg: /media/Fair-960.avif\n"
        "    One of the two would be lost.\n"
        "    Give one of the two files another name."
    )


def needed_as_folder(target: str, file: str) -> str:
    return (
        f"{target}: would be a file where others need a folder: /{file}\n"
        "    A name can be one or the other.\n"
        '    Write another "slug: …" or "permalink: …" for it.'
    )


def needs_a_folder(target: str, other: str, file: str) -> str:
    return (
        f"{target}: needs a folder where {other} has a file: /{file}\n"
        "    A name can be one or the other.\n"
        '    Write another "slug: …" or "permalink: …" for it, or take the address out of its aliases.'
    )


def fails(files: Files) -> bool:
    try:
        plan(files)
    except NewsgenError:
        return True
    return False


def test_files_that_differ_do_not_collide() -> None:
    files = [
        ("article:heron.md", "2014/heron.html"),
        ("article:reeds.md", "2014/reeds.html"),
        ("months:2014-02", "2014/02/index.html"),
        ("front:", "index.html"),
        ("asset:style.css", "style.css"),
    ]
    register = plan(files)
    assert sorted(register.all_files()) == sorted(register.new_files()) == sorted(file for _, file in files)
    assert register.count_files() == 5


def test_nothing_collides_with_nothing() -> None:
    assert plan([]).all_files() == []


def test_two_targets_with_one_file_are_both_named() -> None:
    assert problems_of([("article:heron.md", "heron.html"), ("article:old/heron.txt", "heron.html")]) == [
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
    assert problems_of([("article:a.md", one), ("article:b.md", other)]) == [
        same_address("articles/b.md", "articles/a.md", other)
    ]


def test_every_later_target_is_reported() -> None:
    files = [("article:a.md", "x.html"), ("article:b.md", "X.html"), ("article:c.md", "x.html")]
    assert problems_of(files) == [
        same_address("articles/b.md", "articles/a.md", "X.html"),
        same_address("articles/c.md", "articles/a.md", "x.html"),
    ]


def test_one_target_may_name_its_file_twice() -> None:
    assert plan([("article:a.md", "x.html"), ("article:a.md", "x.html")]).all_files() == ["x.html"]


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
    files = [("asset:maps", file), ("article:heron.md", below)]
    assert problems_of(files) == [needs_a_folder("articles/heron.md", "the file maps", file)]
    assert problems_of(files[::-1]) == [needs_a_folder("articles/heron.md", "the file maps", file)]


@pytest.mark.parametrize(
    "file", ["../x.html", "a/../../x.html", "/etc/x.html", "%2e%2e/x.html", "a/%252e%252e/x", "..\\x"]
)
def test_a_file_outside_of_the_output_is_refused(file: str) -> None:
    assert problems_of([("article:a.md", file)]) == [
        f"articles/a.md: would have a file outside of the output folder: {file}\n"
        "    newsgen does not write outside its output folder.\n"
        "    Take what names this path out of the site: an address, a file, or a line of permalinks.tsv."
    ]


def test_all_collisions_are_reported_at_once() -> None:
    files = [
        ("article:a.md", "x.html"),
        ("article:b.md", "x.html"),
        ("article:c.md", "y.html"),
        ("article:d.md", "y.html/z.html"),
    ]
    assert problems_of(files) == [
        same_address("articles/b.md", "articles/a.md", "x.html"),
        needed_as_folder("articles/c.md", "y.html"),
    ]


def test_a_new_target_collides_with_the_existing_ones() -> None:
    assert problems_of([("article:b.md", "x.html")], build([("article:a.md", "x.html")])) == [
        same_address("articles/b.md", "articles/a.md", "x.html")
    ]
    maps, heron = ("asset:maps", "2014"), ("article:heron.md", "2014/heron.html")
    for first, second in ((maps, heron), (heron, maps)):
        assert problems_of([second], build([first])) == [needs_a_folder("articles/heron.md", "the file maps", "2014")]


def test_a_file_may_go_from_one_target_to_another() -> None:
    register = build([("article:a.md", "x.html"), ("article:b.md", "y.html")])
    plan([("article:b.md", "x.html"), ("article:a.md", "y.html")], register)
    assert list(register.files_of(Target("article", "a.md"))) == ["y.html"]
    assert list(register.files_of(Target("article", "b.md"))) == ["x.html"]
    assert (register.new_files(), register.stale_files()) == ([], [])


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["tags:a", "tags:b", "asset:c"]),
            st.sampled_from(["x", "X", "x/y", "X/Y/z", "é", "e\u0301/y", "y"]),
        ),
        max_size=6,
    ).flatmap(lambda files: st.tuples(st.just(files), st.permutations(files)))
)
def test_whether_files_collide_does_not_depend_on_their_order(orders: tuple[Files, Files]) -> None:
    files, shuffled = orders
    assert fails(files) == fails(shuffled)


def test_files_are_new_until_they_are_written() -> None:
    tide = Target("tags", "tide")
    register = plan([("tags:tide", "tags/tide.html"), ("tags:tide", "tags/tide/sheet-1.html")])
    assert register.files_of(tide)["tags/tide.html"] == OutputFile("tags/tide.html", True, None, None)
    assert (register.targets_with_new_files(), register.present_files()) == ([tide], [])
    mark_written(register, "tags/tide.html")
    assert register.files_of(tide)["tags/tide.html"] == OutputFile("tags/tide.html", False, b"key", b"digest")
    assert (register.new_files(), register.targets_with_new_files()) == (["tags/tide/sheet-1.html"], [tide])
    assert register.present_files() == ["tags/tide.html"]
    mark_written(register, "tags/tide/sheet-1.html")
    assert (register.new_files(), register.targets_with_new_files()) == ([], [])


def test_planned_files_are_found_whatever_their_case() -> None:
    register = plan([("article:a.md", "2024/Heron.html"), ("front:", "index.html")])
    assert register.planned_file_at("2024/heron.html") == "2024/Heron.html"
    assert register.target_at("2024/heron.html") == Target("article", "a.md")
    assert register.target_at("index.html") == Target("front")
    assert (register.planned_file_at("2024/none.html"), register.target_at("2024/none.html")) == (None, None)


def test_a_file_that_its_target_has_no_longer_stays_until_it_is_deleted() -> None:
    register = build([("article:a.md", "old.html"), ("article:b.md", "b.html")])
    plan([("article:a.md", "new.html")], register)
    assert (register.stale_files(), register.new_files(), register.count_files()) == (["old.html"], ["new.html"], 2)
    assert sorted(register.all_files()) == ["b.html", "new.html", "old.html"]
    assert register.target_at("old.html") is None
    register.forget_stale()
    assert sorted(register.all_files()) == ["b.html", "new.html"]


def test_a_target_that_is_gone_leaves_its_files_unplanned() -> None:
    register = build([("article:a.md", "a.html"), ("article:b.md", "b.html")])
    register.plan([Target("article", "a.md")], [], "articles")
    assert (register.stale_files(), register.files_of(Target("article", "a.md"))) == (["a.html"], {})


def test_a_file_that_comes_back_before_it_is_deleted_is_not_new() -> None:
    register = build([("article:a.md", "a.html")])
    register.plan([Target("article", "a.md")], [], "articles")
    plan([("article:a.md", "a.html")], register)
    assert register.files_of(Target("article", "a.md")) == {"a.html": OutputFile("a.html", False, b"key", b"digest")}


def test_a_name_in_another_case_is_a_new_file_and_the_old_one_is_stale() -> None:
    register = build([("article:a.md", "Heron.html")])
    plan([("article:a.md", "heron.html")], register)
    assert (register.new_files(), register.stale_files()) == (["heron.html"], ["Heron.html"])


def test_files_of_an_unknown_folder_are_checked_again_or_deleted(tmp_path: Path) -> None:
    register = build([("article:a.md", "a.html"), ("article:b.md", "b.html")])
    (tmp_path / "a.html").write_bytes(b"a")
    (tmp_path / "old.html").write_bytes(b"o")
    register.adopt_existing(tmp_path, ["a.html", "b.html", "old.html"])
    assert register.files_of(Target("article", "a.md")) == {"a.html": OutputFile("a.html", False, None, None)}
    assert register.files_of(Target("article", "b.md")) == {"b.html": OutputFile("b.html", True, None, None)}
    assert register.stale_files() == ["old.html"]


def test_names_that_are_not_utf_8_come_back_as_they_are() -> None:
    register = plan([("article:caf\udce9.md", "caf\udce9.html")])
    target = Target("article", "caf\udce9.md")
    assert (register.targets_with_new_files(), register.new_files()) == ([target], ["caf\udce9.html"])
    assert list(register.files_of(target)) == ["caf\udce9.html"]
    assert register.target_at("caf\udce9.html") == target


def test_an_invalidated_target_is_made_from_something_else_than_before() -> None:
    register = build([("manifest:", "manifest-sha256.txt"), ("front:", "index.html")])
    register.invalidate(Target("manifest"))
    file = register.files_of(Target("manifest"))["manifest-sha256.txt"]
    assert file == OutputFile("manifest-sha256.txt", False, None, b"digest")
    assert register.files_of(Target("front"))["index.html"].key == b"key"


def test_a_manifest_lists_the_files_in_place_but_not_itself() -> None:
    register = plan([("manifest:", "m.txt"), ("article:a.md", "b.html"), ("front:", "a.html"), ("feed:", "new.xml")])
    mark_written(register, "m.txt", "b.html", "a.html")
    assert list(register.listed_files()) == [("a.html", b"digest"), ("b.html", b"digest")]


def test_targets_are_found_by_their_kind_and_by_their_template() -> None:
    register = build([("article:a.md", "a.html"), ("search-file:terms/a.json", "s.json"), ("search-file:z.json", "z")])
    assert register.targets_of_kind("search-file") == {parse("search-file:terms/a.json"), parse("search-file:z.json")}
    assert register.targets_of_kind("search-file", "terms/") == {parse("search-file:terms/a.json")}
    assert register.templates() == ["story.html"]
    assert Target("article", "a.md") in register.targets_of_template("story.html")
    assert register.targets_of_template("front.html") == set()
