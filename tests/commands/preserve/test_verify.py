"""`newsgen verify`: whatever happens to a published folder is found and named."""

import json
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgen.build.build import build_site
from newsgen.cli import main
from newsgen.commands.preserve.verify import FixityReport, verify_folder
from newsgen.errors import NewsgenError
from newsgen.output.files import OWN_FILES
from newsgen.output.manifest import FILE
from tests.site.test_incremental import make_site

CHANGES = 500


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["verify", *map(str, arguments)])


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published folder with a name of every kind."""
    root = make_site(tmp_path_factory.mktemp("site"), articles=12)
    names = ("a-b/x.txt", "a/x.txt", "a.txt", "100%.txt", "naïve ×.txt", "back\\slash.txt", "empty.txt", "línea\n.txt")
    for name in names:
        file = root / "static" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("" if name == "empty.txt" else f"{name}\n", encoding="utf-8")
    build_site(root, workers="1")
    return root / "public"


def files_of(folder: Path) -> list[str]:
    found = (file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    return sorted(file for file in found if file not in (FILE, OWN_FILES))


def flip(folder: Path, file: str, choose: random.Random) -> FixityReport:
    content = bytearray((folder / file).read_bytes() or b"\0")
    content[choose.randrange(len(content))] ^= 1 << choose.randrange(8)
    (folder / file).write_bytes(content)
    return FixityReport(0, (), (), (file,))


def truncate(folder: Path, file: str, choose: random.Random) -> FixityReport:
    content = (folder / file).read_bytes()
    if not content:
        return delete(folder, file, choose)
    (folder / file).write_bytes(content[: choose.randrange(len(content))])
    return FixityReport(0, (), (), (file,))


def delete(folder: Path, file: str, choose: random.Random) -> FixityReport:
    (folder / file).unlink()
    return FixityReport(0, (file,), (), ())


def add(folder: Path, file: str, choose: random.Random) -> FixityReport:
    name = f"{file}{choose.choice(('x', '.html', '~', ' (1)', '-/x', '.d/deep/x'))}"
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(choose.choice((b"", (folder / file).read_bytes())))
    return FixityReport(0, (), (name,), ())


def rename(folder: Path, file: str, choose: random.Random) -> FixityReport:
    added = add(folder, file, choose).added
    shutil.move(folder / file, folder / added[0])
    return FixityReport(0, (file,), added, ())


def link(folder: Path, file: str, choose: random.Random) -> FixityReport:
    (folder / file).rename(folder.parent / "moved")
    (folder / file).symlink_to(folder.parent / "moved")
    return FixityReport(0, (), (), (file,))


KINDS: tuple[Callable[[Path, str, random.Random], FixityReport], ...] = (flip, truncate, delete, add, rename, link)


def test_every_change_is_found_and_named(published: Path, tmp_path: Path) -> None:
    choose = random.Random(20)
    files = files_of(published)
    folder = shutil.copytree(published, tmp_path / "copy")
    assert verify_folder(folder) == FixityReport(len(files), (), (), ())
    for _ in range(CHANGES):
        kind, file = choose.choice(KINDS), choose.choice(files)
        wanted = kind(folder, file, choose)
        right = len(files) - len(wanted.missing) - len(wanted.changed)
        assert verify_folder(folder) == wanted._replace(right=right), kind
        for name in (*wanted.added, *wanted.changed):
            (folder / name).unlink()
        if wanted.added and "/" in wanted.added[0].removeprefix(file):
            shutil.rmtree(folder / (file + wanted.added[0].removeprefix(file).split("/")[0]))
        if not (folder / file).exists():
            shutil.copy(published / file, folder / file)


def test_every_damage_of_the_manifest_is_found(published: Path, tmp_path: Path) -> None:
    """A flipped bit in a line is told as damage, as a changed file, or as one that is missing and one that is added."""
    choose = random.Random(21)
    whole = (published / FILE).read_bytes()
    folder = shutil.copytree(published, tmp_path / "copy")
    for _ in range(CHANGES):
        content = bytearray(whole)
        place = choose.randrange(len(content))
        if choose.random() < 0.7:
            content[place] ^= 1 << choose.randrange(8)
        else:
            del content[place : place + choose.randrange(1, 200)]
        (folder / FILE).write_bytes(content)
        number = whole.count(b"\n", 0, place) + 1
        try:
            fixity = verify_folder(folder)
        except NewsgenError as failed:
            (problem,) = failed.problems
            assert number <= problem.line <= number + 1
        else:
            assert not fixity.is_whole


def test_differences_are_told_by_name_and_end_in_1(published: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(published, tmp_path / "copy")
    count = len(files_of(folder))
    (folder / "a.txt").unlink()
    (folder / "index.html").write_text("hacked", encoding="utf-8")
    (folder / os.fsdecode(b"caf\xe9")).touch()
    result = run(folder)
    assert result.stdout == (
        "missing: a.txt\nadded: caf\\udce9\nchanged: index.html\n"
        f"{count - 2} files are as published; 1 missing, 1 added, 1 changed.\n"
    )
    assert result.exit_code == 1
    result = run(folder, "--json")
    told = {"right": count - 2, "missing": ["a.txt"], "added": ["caf\udce9"], "changed": ["index.html"]}
    assert json.loads(result.stdout) == told
    assert result.exit_code == 1


def test_a_folder_that_is_whole_ends_in_0(published: Path) -> None:
    count = len(files_of(published))
    told = f"{count} files are as published; nothing is missing, added or changed.\n"
    for arguments in ([published], ["--root", published.parent]):
        assert (run(*arguments).stdout, run(*arguments).exit_code) == (told, 0)


def test_a_folder_without_a_manifest_is_a_problem(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert result.stderr == (
        f"{tmp_path}/{FILE}: cannot be read: No such file or directory\n"
        "    Without it nobody can tell whether the files are as they were published.\n"
        "    Name the folder of a published site, or build the site again.\n"
        "1 problem: nothing was verified.\n"
    )
    assert (result.stdout, result.exit_code) == ("", 1)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may look into every folder")
def test_a_folder_that_cannot_be_looked_into_is_a_problem(published: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(published, tmp_path / "copy")
    (folder / "a").chmod(0)
    try:
        result = run(folder)
    finally:
        (folder / "a").chmod(0o755)
    assert result.stderr.startswith(f"{folder}/a: cannot be looked into: Permission denied\n")
    assert result.exit_code == 1
