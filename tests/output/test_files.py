import errno
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgen.errors import NewsgenError
from newsgen.output.files import (
    OWN_FILES,
    Counts,
    blocking_files,
    delete_files,
    folder_stamp,
    has_content,
    prepare_folder,
    read_asset,
    read_own_files,
    refuse_foreign,
    write_atomically,
    write_own_files,
)

UNWRITABLE = (
    "\n    The site would lack a file.\n"
    "    Make the folder writable and free some space, or name another one with --output."
)
MIXED = (
    "\n    newsgen does not mix its pages with the files of others.\n"
    "    Name an empty or new folder with --output, or move these files away."
)
TAKEN = (
    "was not written by newsgen, which has a page for this place\n"
    "    newsgen does not overwrite the files of others.\n"
    "    Move it away, or put it in static/ to publish it."
)
LINKED = (
    "is a link or a file, and pages go into a folder of this name\n"
    "    newsgen does not write outside its output folder.\n"
    "    Move it away."
)
FILES = ["index.html", "style.css", "a/index.html", "a/b/c.html", "a/b/d.html", "2024/mill.html", "سد/é.html"]
FOREIGN = ["CNAME", "a/notes.txt", "a/b/.keep", "kept/deep/file.html"]
PLANS = st.dictionaries(st.sampled_from(FILES), st.binary(max_size=3))


def held(folder: Path) -> dict[str, bytes]:
    """Every file below a folder but newsgen's list, by its path."""
    found = {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    found.pop(OWN_FILES, None)
    return found


def folders(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir()}


def stamps(folder: Path) -> dict[Path, tuple[int, int]]:
    """What changes when a file is written: its number in the file system and its time."""
    found = [folder, *folder.rglob("*")]
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in found}


def put(folder: Path, path: str, content: bytes = b"somebody's own") -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def write_files(output: Path, contents: Mapping[str, bytes], ours: Collection[str]) -> Counts:
    """Make the folder hold these files, step by step as a build does; `ours` are there from an earlier one."""
    stale = set(ours) - set(contents)
    prepare_folder(output)
    write_own_files(output, {*contents, *ours})
    first = blocking_files(stale, contents)
    delete_files(output, first)
    changed = {file: content for file, content in contents.items() if not has_content(output, file, content)}
    for file, content in changed.items():
        write_atomically(output, file, content)
    delete_files(output, stale - first)
    write_own_files(output, contents)
    return Counts(len(changed), len(contents) - len(changed), len(stale))


def failure(call: Callable[[], object]) -> str:
    with pytest.raises(NewsgenError) as failed:
        call()
    return str(failed.value)


@contextmanager
def files_limited_to(size: int) -> Iterator[None]:
    """As on a full disk, no file can grow beyond `size` bytes."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_files_are_written_with_their_folders_and_listed(tmp_path: Path) -> None:
    output = tmp_path / "new" / "public"
    assert write_files(output, {"a/b/c.html": b"c", "index.html": b"i"}, ()) == Counts(2, 0, 0)
    assert held(output) == {"a/b/c.html": b"c", "index.html": b"i"}
    assert (output / OWN_FILES).read_bytes() == b"a/b/c.html\nindex.html\n"
    assert read_own_files(output) == {"a/b/c.html", "index.html"}


def test_a_file_can_be_copied_from_another(tmp_path: Path) -> None:
    logo = put(tmp_path, "static/logo.png", b"\x89PNG")
    write_atomically(tmp_path / "static", "copies/logo.png", read_asset(logo))
    assert held(tmp_path) == {"static/logo.png": b"\x89PNG", "static/copies/logo.png": b"\x89PNG"}


@pytest.mark.parametrize(
    ("path", "content", "held_already"),
    [
        ("a/b.html", b"b", True),
        ("a/b.html", b"c", False),
        ("a/b.html", b"", False),
        ("a", b"", False),
        ("c", b"", False),
    ],
)
def test_a_file_holds_its_own_bytes_and_nothing_else(
    tmp_path: Path, path: str, content: bytes, held_already: bool
) -> None:
    put(tmp_path, "a/b.html", b"b")
    assert has_content(tmp_path, path, content) is held_already


def test_everybody_can_read_what_is_written(tmp_path: Path) -> None:
    write_files(tmp_path, {"index.html": b"i"}, ())
    assert (tmp_path / "index.html").stat().st_mode & 0o777 == 0o644


def test_files_that_are_equal_are_kept_and_others_are_replaced_or_removed(tmp_path: Path) -> None:
    write_files(tmp_path, {"kept.html": b"k", "changed.html": b"1", "longer.html": b"1", "gone/x.html": b"x"}, ())
    before = stamps(tmp_path)
    plan: dict[str, bytes] = {"kept.html": b"k", "changed.html": b"2", "longer.html": b"12", "new.html": b"n"}
    assert write_files(tmp_path, plan, read_own_files(tmp_path)) == Counts(3, 1, 1)
    assert held(tmp_path) == plan
    assert folders(tmp_path) == set()
    assert stamps(tmp_path)[tmp_path / "kept.html"] == before[tmp_path / "kept.html"]


@settings(deadline=None, max_examples=60)
@given(first=PLANS, second=PLANS, foreign=st.sets(st.sampled_from(FOREIGN)))
def test_after_two_plans_the_folder_holds_the_second_and_the_files_of_others(
    tmp_path_factory: pytest.TempPathFactory, first: dict[str, bytes], second: dict[str, bytes], foreign: set[str]
) -> None:
    output = tmp_path_factory.mktemp("site") / "public"
    write_files(output, first, read_own_files(output))
    others = [put(output, path) for path in foreign]
    before = [stamps(output)[file] for file in others]
    ours = read_own_files(output)
    refuse_foreign(output, second, ours)
    kept = sum(first.get(file) == content for file, content in second.items())
    assert write_files(output, second, ours) == Counts(len(second) - kept, kept, len(set(first) - set(second)))
    assert held(output) == {**second, **dict.fromkeys(foreign, b"somebody's own")}
    assert [stamps(output)[file] for file in others] == before
    assert read_own_files(output) == set(second)
    needed = {str(parent) for path in held(output) for parent in Path(path).parents if parent != Path()}
    assert folders(output) == needed


@settings(deadline=None, max_examples=30)
@given(PLANS)
def test_writing_the_same_plan_twice_writes_nothing(
    tmp_path_factory: pytest.TempPathFactory, plan: dict[str, bytes]
) -> None:
    output = tmp_path_factory.mktemp("site") / "public"
    write_files(output, plan, ())
    before = stamps(output)
    assert write_files(output, plan, read_own_files(output)) == Counts(0, len(plan), 0)
    after = stamps(output)
    assert after == before


@settings(deadline=None, max_examples=30)
@given(plan=PLANS, foreign=st.sets(st.sampled_from(FOREIGN)))
def test_deleting_leaves_only_the_files_of_others(
    tmp_path_factory: pytest.TempPathFactory, plan: dict[str, bytes], foreign: set[str]
) -> None:
    output = tmp_path_factory.mktemp("site") / "public"
    write_files(output, plan, ())
    for path in foreign:
        put(output, path)
    delete_files(output, read_own_files(output))
    assert held(output) == dict.fromkeys(foreign, b"somebody's own")


@pytest.mark.parametrize(("before", "after"), [("docs", "docs/a.html"), ("docs/a.html", "docs")])
def test_what_was_a_file_may_become_a_folder_and_the_other_way_round(tmp_path: Path, before: str, after: str) -> None:
    write_files(tmp_path, {before: b"1"}, ())
    ours = read_own_files(tmp_path)
    refuse_foreign(tmp_path, [after], ours)
    assert write_files(tmp_path, {after: b"2"}, ours) == Counts(1, 0, 1)
    assert held(tmp_path) == {after: b"2"}


def test_a_new_or_empty_folder_has_no_files_of_ours(tmp_path: Path) -> None:
    assert read_own_files(tmp_path / "none") == frozenset()
    assert read_own_files(tmp_path) == frozenset()


def test_a_site_of_no_files_is_known_as_ours(tmp_path: Path) -> None:
    write_files(tmp_path, {}, ())
    assert read_own_files(tmp_path) == frozenset()
    put(tmp_path, "CNAME")
    assert read_own_files(tmp_path) == frozenset()


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        (["thesis.doc"], "thesis.doc"),
        (["c", "a", "b"], "a, b, c"),
        (["c", "a", "b", "e", ".d"], ".d, a, b and 2 more"),
    ],
)
def test_a_folder_with_the_files_of_others_is_refused(tmp_path: Path, names: list[str], shown: str) -> None:
    for name in names:
        put(tmp_path, name)
    assert (
        failure(lambda: read_own_files(tmp_path))
        == f"{tmp_path}: holds files that newsgen did not write: {shown}{MIXED}"
    )


def test_a_file_in_the_place_of_the_output_folder_is_refused(tmp_path: Path) -> None:
    file = put(tmp_path, "public")
    assert failure(lambda: read_own_files(file)) == f"{file}: cannot be written: Not a directory{UNWRITABLE}"


@pytest.mark.parametrize("below", ["public", "deep/public"])
def test_an_output_folder_below_a_file_cannot_be_written(tmp_path: Path, below: str) -> None:
    output = put(tmp_path, "file") / below
    assert read_own_files(output) == frozenset()
    assert failure(lambda: write_files(output, {"index.html": b"i"}, ())) == (
        f"{output}: cannot be written: Not a directory{UNWRITABLE}"
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_read_only_output_folder_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        told = failure(lambda: write_files(tmp_path, {"index.html": b"i"}, ()))
    finally:
        tmp_path.chmod(0o755)
    assert told == f"{tmp_path}: cannot be written: Permission denied{UNWRITABLE}"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is hidden from root")
def test_an_output_folder_that_cannot_be_looked_into_is_refused(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir(mode=0)
    told = failure(lambda: read_own_files(tmp_path / "public"))
    (tmp_path / "public").chmod(0o755)
    assert told.endswith(f": cannot be written: Permission denied{UNWRITABLE}")


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.html": b"old", "b.html": b"old"}, ())
    plan = {"a.html": b"new", "b.html": b"n" * 5_000}
    with files_limited_to(1_000):
        told = failure(lambda: write_files(tmp_path, plan, read_own_files(tmp_path)))
    assert told == f"{tmp_path}/b.html: cannot be written: {os.strerror(errno.EFBIG)}{UNWRITABLE}"
    assert held(tmp_path) == {"a.html": b"new", "b.html": b"old"}
    assert write_files(tmp_path, plan, read_own_files(tmp_path)) == Counts(1, 1, 0)


def test_a_folder_in_the_place_of_a_file_is_told_by_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "index.html").mkdir()
    assert failure(lambda: write_files(tmp_path, {"index.html": b"i"}, {"index.html"})) == (
        f"{tmp_path}/index.html: cannot be written: Is a directory{UNWRITABLE}"
    )
    assert held(tmp_path) == {}


def test_a_source_that_is_not_there_is_told_by_its_own_name(tmp_path: Path) -> None:
    logo = tmp_path / "static" / "logo.png"
    assert failure(lambda: read_asset(logo)) == (
        f"{logo}: cannot be read: No such file or directory\n"
        "    The site would lack a file.\n"
        "    Make the file readable, or take away what refers to it."
    )


def test_a_planned_file_in_whose_place_there_is_somebody_elses_is_refused(tmp_path: Path) -> None:
    put(tmp_path, "index.html")
    put(tmp_path, "a/b.html")
    put(tmp_path, "ours.html")
    (tmp_path / "c.html").mkdir()
    plan = ["index.html", "a/b.html", "c.html", "new.html", "ours.html"]
    assert failure(lambda: refuse_foreign(tmp_path, plan, ["ours.html"])) == (
        f"{tmp_path}/a/b.html: {TAKEN}\n{tmp_path}/c.html: {TAKEN}\n{tmp_path}/index.html: {TAKEN}"
    )


def test_a_link_in_the_place_of_a_planned_file_is_refused(tmp_path: Path) -> None:
    output = tmp_path / "public"
    output.mkdir()
    (output / "index.html").symlink_to(tmp_path / "nowhere")
    assert failure(lambda: refuse_foreign(output, ["index.html"], ())) == f"{output}/index.html: {TAKEN}"


def test_a_link_or_file_in_the_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    output, outside = tmp_path / "public", tmp_path / "outside"
    output.mkdir()
    outside.mkdir()
    (output / "2024").symlink_to(outside)
    put(output, "tags")
    plan = ["2024/02/mill.html", "tags/index.html", "authors/index.html"]
    assert failure(lambda: refuse_foreign(output, plan, ())) == f"{output}/2024: {LINKED}\n{output}/tags: {LINKED}"


def test_a_link_stays_a_problem_where_the_files_below_it_were_ours(tmp_path: Path) -> None:
    output, outside = tmp_path / "public", tmp_path / "outside"
    put(outside, "mill.html")
    output.mkdir()
    (output / "2024").symlink_to(outside)
    assert failure(lambda: refuse_foreign(output, ["2024/mill.html"], ["2024/mill.html"])) == f"{output}/2024: {LINKED}"


def test_nothing_is_foreign_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    refuse_foreign(tmp_path / "none", ["index.html", "a/b.html"], ())


@pytest.mark.parametrize("delete", [True, False])
def test_nothing_is_deleted_through_a_link(tmp_path: Path, delete: bool) -> None:
    output, outside = tmp_path / "public", tmp_path / "outside"
    write_files(output, {"index.html": b"i"}, ())
    precious = put(outside, "mill.html")
    (output / "2023").symlink_to(outside)
    ours = {"index.html", "2023/mill.html"}
    with suppress(NewsgenError):
        if delete:
            delete_files(output, ours)
        else:
            write_files(output, {"index.html": b"i"}, ours)
    assert precious.exists()


@pytest.mark.parametrize("line", ["../precious.txt", "a/../../precious.txt", "{absolute}"])
def test_a_list_that_names_files_outside_the_folder_deletes_none_of_them(tmp_path: Path, line: str) -> None:
    precious = put(tmp_path, "precious.txt")
    output = tmp_path / "public"
    write_files(output, {"a/index.html": b"i"}, ())
    with (output / OWN_FILES).open("a", encoding="utf-8") as listed:
        listed.write(line.format(absolute=precious) + "\n")
    with suppress(NewsgenError):
        write_files(output, {"index.html": b"i"}, read_own_files(output))
    assert precious.exists()


@pytest.mark.parametrize("name", ["two\nlines.txt", "CNAME\nx", " x ", "a\rb", "\u2028"])
def test_a_file_of_any_name_is_ours_again_in_the_next_build(tmp_path: Path, name: str) -> None:
    write_files(tmp_path, {name: b"x"}, ())
    put(tmp_path, "CNAME")
    assert read_own_files(tmp_path) == {name}
    write_files(tmp_path, {}, read_own_files(tmp_path))
    assert held(tmp_path) == {"CNAME": b"somebody's own"}


def test_a_name_that_is_not_utf_8_is_written_or_refused(tmp_path: Path) -> None:
    name = os.fsdecode("café.jpg".encode("latin-1"))
    try:
        write_files(tmp_path, {name: b"x"}, ())
    except NewsgenError:
        assert held(tmp_path) == {}
    else:
        assert read_own_files(tmp_path) == {name}


def test_a_list_that_is_not_utf_8_is_no_traceback(tmp_path: Path) -> None:
    put(tmp_path, OWN_FILES, "café.jpg\n".encode("latin-1"))
    try:
        ours = read_own_files(tmp_path)
    except NewsgenError:
        return
    assert len(ours) == 1


def test_files_that_are_gone_already_are_no_problem(tmp_path: Path) -> None:
    write_files(tmp_path, {"a/b.html": b"b", "c.html": b"c", "d.html": b"d"}, ())
    (tmp_path / "a" / "b.html").unlink()
    (tmp_path / "c.html").unlink()
    assert write_files(tmp_path, {"c.html": b"c"}, read_own_files(tmp_path)) == Counts(1, 0, 2)
    assert held(tmp_path) == {"c.html": b"c"}


def test_a_build_that_broke_off_is_made_good_by_the_next(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.html": b"a", "old.html": b"o"}, ())
    plan = {"a.html": b"a", "new.html": b"n" * 2_000, "x/last.html": b"l"}
    with files_limited_to(1_000), pytest.raises(NewsgenError):
        write_files(tmp_path, plan, read_own_files(tmp_path))
    assert held(tmp_path) == {"a.html": b"a", "old.html": b"o"}
    ours = read_own_files(tmp_path)
    assert ours == {"a.html", "old.html", "new.html", "x/last.html"}
    put(tmp_path, "new.html", b"half of it")
    refuse_foreign(tmp_path, plan, ours)
    write_files(tmp_path, plan, ours)
    assert held(tmp_path) == plan
    assert read_own_files(tmp_path) == set(plan)


def test_a_temporary_file_that_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    write_files(tmp_path, {"a/b.html": b"b"}, ())
    put(tmp_path, ".newsgen-half-k1ll3d", b"half a page")
    put(tmp_path, ".newsgen-half-4ls0", b"half a list")
    write_files(tmp_path, {"a/b.html": b"b"}, read_own_files(tmp_path))
    assert held(tmp_path) == {"a/b.html": b"b"}


def test_a_folder_in_which_a_killed_first_build_left_only_its_temporary_file_is_ours(tmp_path: Path) -> None:
    put(tmp_path, ".newsgen-half-k1ll3d", b"half a list")
    assert read_own_files(tmp_path) == frozenset()


def test_deleting_from_a_folder_that_is_not_there_is_no_problem(tmp_path: Path) -> None:
    delete_files(tmp_path / "none", ["a/b.html"])
    delete_files(tmp_path, [])
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_ours_that_became_a_folder_cannot_be_deleted(tmp_path: Path) -> None:
    put(tmp_path, "a.html/inside.txt")
    assert failure(lambda: delete_files(tmp_path, ["a.html"])) == (
        f"{tmp_path}/a.html: cannot be written: Is a directory{UNWRITABLE}"
    )


def test_only_what_stands_in_the_way_must_go_before_others_are_written() -> None:
    stale = ["docs", "maps/a.png", "old.html", "maps2/a.png"]
    assert blocking_files(stale, ["docs/a.html", "maps", "new/old.html"]) == {"docs", "maps/a.png"}


def test_a_list_that_is_as_it_should_be_is_not_written_again(tmp_path: Path) -> None:
    write_own_files(tmp_path, ["b.html", "a.html"])
    before = stamps(tmp_path)
    write_own_files(tmp_path, {"a.html", "b.html"})
    assert stamps(tmp_path) == before


def test_a_folders_stamp_changes_with_its_list(tmp_path: Path) -> None:
    assert folder_stamp(tmp_path) == ""
    write_own_files(tmp_path, ["a.html"])
    stamp = folder_stamp(tmp_path)
    put(tmp_path, "b.html")
    assert folder_stamp(tmp_path) == stamp != ""
    write_own_files(tmp_path, ["a.html", "b.html"])
    assert folder_stamp(tmp_path) != stamp


def test_two_folders_with_equal_lists_have_stamps_of_their_own(tmp_path: Path) -> None:
    for name in ("one", "other"):
        prepare_folder(tmp_path / name)
        write_own_files(tmp_path / name, ["a.html"])
        os.utime(tmp_path / name / OWN_FILES, ns=(1, 1))
    assert folder_stamp(tmp_path / "one") != folder_stamp(tmp_path / "other")
