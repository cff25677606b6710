"""The manifest lists what the folder holds after every build, and a damaged one is refused."""

import subprocess
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.archive.database import encode_path
from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.commands.verify.verify import verify_folder
from newsgen.errors import NewsgenError
from newsgen.output.manifest import MANIFEST_FILE, ManifestEntry, is_part, manifest_lines, part_file, read_manifest
from newsgen.output.manifest_parts import Sizes
from newsgen.output.own_files import OWN_FILES
from tests.support.edits import tree
from tests.support.site_builder import make_site

ZEROS = "0" * 64
NAMES = st.text(st.characters(exclude_characters="/\0", codec="utf-8"), min_size=1).filter(lambda name: name != "..")
REASON = "    A manifest that is damaged itself cannot tell which files are.\n"
FIX = "    Take the whole folder anew from where it is intact, or build the site again."


def listed_in(output: Path) -> dict[str, str]:
    return {file: digest.hex() for file, digest in read_manifest(output / MANIFEST_FILE)}


def contents(output: Path) -> dict[str, str]:
    """The entries that the manifest must have."""
    held = tree(output)
    return {file: sha256(held[file]).hexdigest() for file in sorted(held) if file not in (MANIFEST_FILE, OWN_FILES)}


def add_note(root: Path, number: int) -> None:
    """Add an article to a site."""
    text = f"---\ntitle: Note {number}\ndate: 2020-03-05\n---\nMore.\n"
    (root / f"articles/{number:02}.md").write_text(text, encoding="utf-8")


@given(st.dictionaries(NAMES.filter(lambda name: name != "."), st.binary(min_size=32, max_size=32)))
def test_entries_come_back_from_the_file(listed: dict[str, bytes]) -> None:
    files = [ManifestEntry(file, listed[file]) for file in sorted(listed, key=encode_path)]
    with TemporaryDirectory() as folder:
        file = Path(folder, MANIFEST_FILE)
        file.write_bytes(b"".join(manifest_lines(files)))
        assert list(read_manifest(file)) == files


def test_line_ends_and_percent_signs_are_escaped_and_nothing_else() -> None:
    assert b"".join(manifest_lines([("a b%\r\né\udcff", bytes(32))])) == f"{ZEROS}  a b%25%0D%0Aé".encode() + b"\xff\n"


@pytest.mark.long
def test_the_manifest_is_true_after_every_build(tmp_path: Path) -> None:
    output = make_site(tmp_path) / "public"
    with (tmp_path / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("ledger: false\n")
    build_site(tmp_path, BuildOptions(workers="1"))
    assert list(listed_in(output)) == sorted(listed_in(output))
    assert listed_in(output) == contents(output)
    (tmp_path / "articles/03.md").unlink()
    add_note(tmp_path, 4)
    (tmp_path / "static").mkdir()
    (tmp_path / "static/extra.css").write_text("p {}", encoding="utf-8")
    build_site(tmp_path, BuildOptions(workers="1"))
    assert "extra.css" in listed_in(output)
    assert listed_in(output) == contents(output)
    (tmp_path / ".newsgen/state.sqlite").unlink()
    (output / MANIFEST_FILE).write_text("nonsense", encoding="utf-8")
    build_site(tmp_path, BuildOptions(workers="1"))
    assert listed_in(output) == contents(output)


def test_a_divided_manifest_after_edits_is_that_of_a_clean_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsgen.build.stages.manifest.Sizes", lambda: Sizes(undivided=20, part=8))
    output = make_site(tmp_path / "one", articles=3) / "public"
    build_site(tmp_path / "one", BuildOptions(workers="1"))
    before = tree(output)
    add_note(tmp_path / "one", 9)
    (output / part_file(sha256(b"half").digest())).write_bytes(b"half")
    build_site(tmp_path / "one", BuildOptions(workers="1"))
    add_note(make_site(tmp_path / "two", articles=3), 9)
    build_site(tmp_path / "two", BuildOptions(workers="1"))
    assert tree(output) == tree(tmp_path / "two/public")
    assert {file for file in tree(output) if is_part(file)} & before.keys()
    assert listed_in(output) == contents(output)
    assert verify_folder(output).is_whole
    (tmp_path / "one/.newsgen/state.sqlite").unlink()
    assert build_site(tmp_path / "one", BuildOptions(workers="1")).counts.deleted == 0
    assert tree(output) == tree(tmp_path / "two/public")


def test_sha256sum_reads_the_manifest(tmp_path: Path) -> None:
    output = make_site(tmp_path, articles=3) / "public"
    build_site(tmp_path, BuildOptions(workers="1"))
    checked = subprocess.run(["sha256sum", "-c", MANIFEST_FILE], cwd=output, capture_output=True, text=True, check=True)
    assert checked.stdout.splitlines() == [f"{file}: OK" for file in listed_in(output)]


def test_a_build_that_changes_no_file_leaves_the_manifest(tmp_path: Path) -> None:
    output = make_site(tmp_path, articles=3) / "public"
    build_site(tmp_path, BuildOptions(workers="1"))
    before = (output / MANIFEST_FILE).stat()
    (tmp_path / "articles/00.md").touch()
    build_site(tmp_path, BuildOptions(workers="1"))
    assert (output / MANIFEST_FILE).stat() == before


def test_a_foreign_manifest_is_not_overwritten(tmp_path: Path) -> None:
    output = make_site(tmp_path, articles=3) / "public"
    output.mkdir()
    (output / OWN_FILES).touch()
    (output / MANIFEST_FILE).write_text("mine", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path, BuildOptions(workers="1"))
    assert str(failed.value) == (
        f"{output}/{MANIFEST_FILE}: was not written by newsgen, which has a page for this place\n"
        "    newsgen does not overwrite the files of others.\n"
        "    Move it away, or put it in static/ to publish it."
    )


def test_a_static_file_cannot_have_the_name_of_the_manifest(tmp_path: Path) -> None:
    (make_site(tmp_path, articles=3) / "static").mkdir()
    (tmp_path / f"static/{MANIFEST_FILE}").write_text("mine", encoding="utf-8")
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path, BuildOptions(workers="1"))
    assert str(failed.value).startswith(
        f"manifest: has the same address as the file {MANIFEST_FILE}: /{MANIFEST_FILE}\n"
    )


GOOD = f"{ZEROS}  a.html\n"
DAMAGED = {
    "no digest": ("a.html\n", 1, "is no digest and path"),
    "a digest that is too short": (f"{GOOD}{ZEROS[1:]}  b.html\n", 2, "is no digest and path"),
    "one space": (f"{ZEROS} a.html\n", 1, "is no digest and path"),
    "an empty line": (f"{GOOD}\n", 2, "is no digest and path"),
    "Windows line ends": (f"{ZEROS}  a.html\r\n", 1, "is no digest and path"),
    "a line that breaks off": (f"{GOOD}{ZEROS}  b.ht", 2, "is cut short"),
    "an unknown escape": (f"{ZEROS}  100%.html\n", 1, "holds a path that newsgen would not write"),
    "a zero byte": (f"{ZEROS}  a\0.html\n", 1, "holds a path that newsgen would not write"),
    "a path with a dot": (f"{ZEROS}  ./a.html\n", 1, "holds a path that newsgen would not write"),
    "a path from the root": (f"{ZEROS}  /etc/passwd\n", 1, "names a file outside the folder"),
    "a path that leads out": (f"{ZEROS}  a/../../b\n", 1, "names a file outside the folder"),
    "lines in another order": (f"{ZEROS}  b.html\n{GOOD}", 2, "is out of order, or stands twice"),
    "a line twice": (f"{GOOD}{GOOD}", 2, "is out of order, or stands twice"),
}


@pytest.mark.parametrize(("content", "line", "message"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_line_is_reported(tmp_path: Path, content: str, line: int, message: str) -> None:
    file = tmp_path / MANIFEST_FILE
    file.write_bytes(content.encode())
    with pytest.raises(NewsgenError) as failed:
        list(read_manifest(file))
    assert str(failed.value) == f"{file}:{line}: this line {message}\n{REASON}{FIX}"


def test_a_missing_manifest_is_reported(tmp_path: Path) -> None:
    with pytest.raises(NewsgenError) as failed:
        list(read_manifest(tmp_path / MANIFEST_FILE))
    assert str(failed.value) == (
        f"{tmp_path}/{MANIFEST_FILE}: cannot be read: No such file or directory\n"
        "    Without it nobody can tell whether the files are as they were published.\n"
        "    Name the folder of a published site, or build the site again."
    )
