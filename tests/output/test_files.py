"""Files are written whole or not at all, and only those are deleted that newsgen wrote."""

import errno
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.errors import NewsgenError, printable
from newsgen.output.files import (
    Counts,
    blocking_files,
    delete_files,
    has_content,
    prepare_folder,
    read_asset,
    write_atomically,
)
from newsgen.output.own_files import OWN_FILES, folder_stamp, read_own_files, refuse_foreign, write_own_files

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


def contents_of(folder: Path) -> dict[str, bytes]:
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


def put(folder: Path, path: str, content: bytes = b"foreign") -> Path:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return file


def write_files(output: Path, contents: Mapping[str, bytes], own_files: Collection[str]) -> Counts:
    """Make the folder hold these files, step by step as a build does; `own_files` are there from an earlier one."""
    stale = set(own_files) - set(contents)
    prepare_folder(output)
    write_own_files(output, {*contents, *own_files})
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
    assert contents_of(output) == {"a/b/c.html": b"c", "index.html": b"i"}
    assert (output / OWN_FILES).read_bytes() == b"a/b/c.html\nindex.html\n"
    assert read_own_files(output) == {"a/b/c.html", "index.html"}


def test_a_file_can_be_copied_from_another(tmp_path: Path) -> None:
    logo = put(tmp_path, "static/logo.png", b"\x89PNG")
    write_atomically(tmp_path / "static", "copies/logo.png", read_asset(logo))
    assert contents_of(tmp_path) == {"static/logo.png": b"\x89PNG", "static/copies/logo.png": b"\x89PNG"}


@pytest.mark.parametrize(
    ("path", "content", "expected"),
    [
        ("a/b.html", b"b", True),
        ("a/b.html", b"c", False),
        ("a/b.html", b"", False),
        ("a", b"", False),
        ("c", b"", False),
    ],
)
def test_a_file_has_its_own_content_and_no_other(tmp_path: Path, path: str, content: bytes, expected: bool) -> None:
    put(tmp_path, "a/b.html", b"b")
    assert has_content(tmp_path, path, content) is expected


def test_written_files_are_readable_by_all(tmp_path: Path) -> None:
    write_files(tmp_path, {"index.html": b"i"}, ())
    assert (tmp_path / "index.html").stat().st_mode & 0o777 == 0o644


def test_equal_files_are_kept_and_others_are_replaced_or_removed(tmp_path: Path) -> None:
    write_files(tmp_path, {"kept.html": b"k", "changed.html": b"1", "longer.html": b"1", "gone/x.html": b"x"}, ())
    before = stamps(tmp_path)
    plan: dict[str, bytes] = {"kept.html": b"k", "changed.html": b"2", "longer.html": b"12", "new.html": b"n"}
    assert write_files(tmp_path, plan, read_own_files(tmp_path)) == Counts(3, 1, 1)
    assert contents_of(tmp_path) == plan
    assert folders(tmp_path) == set()
    assert stamps(tmp_path)[tmp_path / "kept.html"] == before[tmp_path / "kept.html"]


@given(first=PLANS, second=PLANS, foreign=st.sets(st.sampled_from(FOREIGN)))
def test_after_two_plans_the_folder_holds_the_second_and_the_files_of_others(
    tmp_path_factory: pytest.TempPathFactory, first: dict[str, bytes], second: dict[str, bytes], foreign: set[str]
) -> None:
    output = tmp_path_factory.mktemp("site") / "public"
    write_files(output, first, read_own_files(output))
    others = [put(output, path) for path in foreign]
    before = [stamps(output)[file] for file in others]
    own_files = read_own_files(output)
    refuse_foreign(output, second, own_files)
    kept = sum(first.get(file) == content for file, content in second.items())
    assert write_files(output, second, own_files) == Counts(len(second) - kept, kept, len(set(first) - set(second)))
    assert contents_of(output) == {**second, **dict.fromkeys(foreign, b"foreign")}
    assert [stamps(output)[file] for file in others] == before
    assert read_own_files(output) == set(second)
    needed = {str(parent) for path in contents_of(output) for parent in Path(path).parents if parent != Path()}
    assert folders(output) == needed


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


@given(plan=PLANS, foreign=st.sets(st.sampled_from(FOREIGN)))
def test_deleting_leaves_only_the_files_of_others(
    tmp_path_factory: pytest.TempPathFactory, plan: dict[str, bytes], foreign: set[str]
) -> None:
    output = tmp_path_factory.mktemp("site") / "public"
    write_files(output, plan, ())
    for path in foreign:
        put(output, path)
    delete_files(output, read_own_files(output))
    assert contents_of(output) == dict.fromkeys(foreign, b"foreign")


@pytest.mark.parametrize(("before", "after"), [("docs", "docs/a.html"), ("docs/a.html", "docs")])
def test_a_file_may_become_a_folder_and_the_other_way_round(tmp_path: Path, before: str, after: str) -> None:
    write_files(tmp_path, {before: b"1"}, ())
    own_files = read_own_files(tmp_path)
    refuse_foreign(tmp_path, [after], own_files)
    assert write_files(tmp_path, {after: b"2"}, own_files) == Counts(1, 0, 1)
    assert contents_of(tmp_path) == {after: b"2"}


def test_a_new_or_empty_folder_has_no_own_files(tmp_path: Path) -> None:
    assert read_own_files(tmp_path / "none") == frozenset()
    assert read_own_files(tmp_path) == frozenset()


def test_a_site_without_files_has_a_list_of_its_own(tmp_path: Path) -> None:
    write_files(tmp_path, {}, ())
    assert read_own_files(tmp_path) == frozenset()
    put(tmp_path, "CNAME")
    assert read_own_files(tmp_path) == frozenset()


@pytest.mark.parametrize(
    ("names", "label"),
    [
        (["thesis.doc"], "thesis.doc"),
        (["c", "a", "b"], "a, b, c"),
        (["c", "a", "b", "e", ".d"], ".d, a, b and 2 more"),
    ],
)
def test_a_folder_with_the_files_of_others_is_refused(tmp_path: Path, names: list[str], label: str) -> None:
    for name in names:
        put(tmp_path, name)
    assert (
        failure(lambda: read_own_files(tmp_path))
        == f"{tmp_path}: holds files that newsgen did not write: {label}{MIXED}"
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
        message = failure(lambda: write_files(tmp_path, {"index.html": b"i"}, ()))
    finally:
        tmp_path.chmod(0o755)
    assert message == f"{tmp_path}: cannot be written: Permission denied{UNWRITABLE}"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is hidden from root")
def test_an_output_folder_that_cannot_be_looked_into_is_refused(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir(mode=0)
    message = failure(lambda: read_own_files(tmp_path / "public"))
    (tmp_path / "public").chmod(0o755)
    assert message.endswith(f": cannot be written: Permission denied{UNWRITABLE}")


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.html": b"old", "b.html": b"old"}, ())
    plan = {"a.html": b"new", "b.html": b"n" * 5_000}
    with files_limited_to(1_000):
        message = failure(lambda: write_files(tmp_path, plan, read_own_files(tmp_path)))
    assert message == f"{tmp_path}/b.html: cannot be written: {os.strerror(errno.EFBIG)}{UNWRITABLE}"
    assert contents_of(tmp_path) == {"a.html": b"new", "b.html": b"old"}
    assert write_files(tmp_path, plan, read_own_files(tmp_path)) == Counts(1, 1, 0)


def test_a_folder_in_the_place_of_a_file_is_reported_by_its_path(tmp_path: Path) -> None:
    (tmp_path / "index.html").mkdir()
    assert failure(lambda: write_files(tmp_path, {"index.html": b"i"}, {"index.html"})) == (
        f"{tmp_path}/index.html: cannot be written: Is a directory{UNWRITABLE}"
    )
    assert contents_of(tmp_path) == {}


def test_a_missing_source_is_reported_by_its_path(tmp_path: Path) -> None:
    logo = tmp_path / "static" / "logo.png"
    assert failure(lambda: read_asset(logo)) == (
        f"{logo}: cannot be read: No such file or directory\n"
        "    The site would lack a file.\n"
        "    Make the file readable, or take away what refers to it."
    )


def test_a_foreign_file_in_the_place_of_a_planned_one_is_refused(tmp_path: Path) -> None:
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


def test_a_link_is_refused_also_where_the_files_below_it_were_own_ones(tmp_path: Path) -> None:
    output, outside = tmp_path / "public", tmp_path / "outside"
    put(outside, "mill.html")
    output.mkdir()
    (output / "2024").symlink_to(outside)
    assert failure(lambda: refuse_foreign(output, ["2024/mill.html"], ["2024/mill.html"])) == f"{output}/2024: {LINKED}"


def test_a_missing_folder_has_no_foreign_files(tmp_path: Path) -> None:
    refuse_foreign(tmp_path / "none", ["index.html", "a/b.html"], ())


@pytest.mark.parametrize("delete", [True, False])
def test_nothing_is_deleted_through_a_link(tmp_path: Path, delete: bool) -> None:
    output, outside = tmp_path / "public", tmp_path / "outside"
    write_files(output, {"index.html": b"i"}, ())
    precious = put(outside, "mill.html")
    (output / "2023").symlink_to(outside)
    own_files = {"index.html", "2023/mill.html"}
    with suppress(NewsgenError):
        if delete:
            delete_files(output, own_files)
        else:
            write_files(output, {"index.html": b"i"}, own_files)
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
def test_a_file_of_any_name_is_an_own_one_in_the_next_build(tmp_path: Path, name: str) -> None:
    write_files(tmp_path, {name: b"x"}, ())
    put(tmp_path, "CNAME")
    assert read_own_files(tmp_path) == {name}
    write_files(tmp_path, {}, read_own_files(tmp_path))
    assert contents_of(tmp_path) == {"CNAME": b"foreign"}


def test_a_name_that_is_not_utf_8_is_written_or_refused(tmp_path: Path) -> None:
    name = os.fsdecode("café.jpg".encode("latin-1"))
    try:
        write_files(tmp_path, {name: b"x"}, ())
    except NewsgenError:
        assert contents_of(tmp_path) == {}
    else:
        assert read_own_files(tmp_path) == {name}


def test_a_list_that_is_not_utf_8_is_read(tmp_path: Path) -> None:
    put(tmp_path, OWN_FILES, "café.jpg\n".encode("latin-1"))
    try:
        own_files = read_own_files(tmp_path)
    except NewsgenError:
        return
    assert len(own_files) == 1


def test_files_that_are_gone_already_are_no_problem(tmp_path: Path) -> None:
    write_files(tmp_path, {"a/b.html": b"b", "c.html": b"c", "d.html": b"d"}, ())
    (tmp_path / "a" / "b.html").unlink()
    (tmp_path / "c.html").unlink()
    assert write_files(tmp_path, {"c.html": b"c"}, read_own_files(tmp_path)) == Counts(1, 0, 2)
    assert contents_of(tmp_path) == {"c.html": b"c"}


def test_a_build_that_broke_off_is_completed_by_the_next(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.html": b"a", "old.html": b"o"}, ())
    plan = {"a.html": b"a", "new.html": b"n" * 2_000, "x/last.html": b"l"}
    with files_limited_to(1_000), pytest.raises(NewsgenError):
        write_files(tmp_path, plan, read_own_files(tmp_path))
    assert contents_of(tmp_path) == {"a.html": b"a", "old.html": b"o"}
    own_files = read_own_files(tmp_path)
    assert own_files == {"a.html", "old.html", "new.html", "x/last.html"}
    put(tmp_path, "new.html", b"half of it")
    refuse_foreign(tmp_path, plan, own_files)
    write_files(tmp_path, plan, own_files)
    assert contents_of(tmp_path) == plan
    assert read_own_files(tmp_path) == set(plan)


def test_a_temporary_file_that_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    write_files(tmp_path, {"a/b.html": b"b"}, ())
    put(tmp_path, ".newsgen-half-k1ll3d", b"half a page")
    put(tmp_path, ".newsgen-half-4ls0", b"half a list")
    write_files(tmp_path, {"a/b.html": b"b"}, read_own_files(tmp_path))
    assert contents_of(tmp_path) == {"a/b.html": b"b"}


def test_a_folder_with_the_temporary_file_of_a_killed_first_build_counts_as_empty(tmp_path: Path) -> None:
    put(tmp_path, ".newsgen-half-k1ll3d", b"half a list")
    assert read_own_files(tmp_path) == frozenset()


def test_deleting_from_a_missing_folder_is_no_problem(tmp_path: Path) -> None:
    delete_files(tmp_path / "none", ["a/b.html"])
    delete_files(tmp_path, [])
    assert list(tmp_path.iterdir()) == []


def test_an_own_file_that_became_a_folder_cannot_be_deleted(tmp_path: Path) -> None:
    put(tmp_path, "a.html/inside.txt")
    assert failure(lambda: delete_files(tmp_path, ["a.html"])) == (
        f"{tmp_path}/a.html: cannot be written: Is a directory{UNWRITABLE}"
    )


def test_only_blocking_files_are_deleted_before_others_are_written() -> None:
    stale = ["docs", "maps/a.png", "old.html", "maps2/a.png"]
    assert blocking_files(stale, ["docs/a.html", "maps", "new/old.html"]) == {"docs", "maps/a.png"}


def test_an_equal_list_is_not_written_again(tmp_path: Path) -> None:
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


def test_two_folders_with_equal_lists_have_different_stamps(tmp_path: Path) -> None:
    for name in ("one", "other"):
        prepare_folder(tmp_path / name)
        write_own_files(tmp_path / name, ["a.html"])
        os.utime(tmp_path / name / OWN_FILES, ns=(1, 1))
    assert folder_stamp(tmp_path / "one") != folder_stamp(tmp_path / "other")


@pytest.mark.parametrize("file", ["../x", "a/../../x", "/x", "%2e%2e/x", "..\\x", "a\0"])
def test_nothing_is_written_or_deleted_outside_of_the_output(tmp_path: Path, file: str) -> None:
    output = tmp_path / "public"
    output.mkdir()
    (tmp_path / "x").write_bytes(b"theirs")
    refusal = f"{output}: would have a file outside of the output folder: {printable(file)}"
    with pytest.raises(NewsgenError) as refused:
        write_atomically(output, file, b"ours")
    assert str(refused.value).split("\n")[0] == refusal
    with pytest.raises(NewsgenError) as refused:
        delete_files(output, [file])
    assert str(refused.value).split("\n")[0] == refusal
    assert (tmp_path / "x").read_bytes() == b"theirs"
