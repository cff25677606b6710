"""Whatever happens to a published folder is found and named."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from newsgen.commands.verify.verify import FixityReport, verify_folder
from newsgen.errors import NewsgenError
from newsgen.output.manifest import MANIFEST_FILE
from newsgen.output.own_files import OWN_FILES

# How often something is changed at random.
CHANGES = [40, pytest.param(500, marks=pytest.mark.long)]


def files_of(folder: Path) -> list[str]:
    found = (file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
    return sorted(file for file in found if file not in (MANIFEST_FILE, OWN_FILES))


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


@pytest.mark.parametrize("changes", CHANGES)
def test_every_change_is_found_and_named(published: Path, tmp_path: Path, changes: int) -> None:
    choose = random.Random(20)
    files = files_of(published)
    folder = shutil.copytree(published, tmp_path / "copy")
    assert verify_folder(folder) == FixityReport(len(files), (), (), ())
    for _ in range(changes):
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


@pytest.mark.parametrize("changes", CHANGES)
def test_every_damage_of_the_manifest_is_found(published: Path, tmp_path: Path, changes: int) -> None:
    """A flipped bit in a line shows as damage, as a changed file, or as one file missing and another added."""
    choose = random.Random(21)
    whole = (published / MANIFEST_FILE).read_bytes()
    folder = shutil.copytree(published, tmp_path / "copy")
    for _ in range(changes):
        content = bytearray(whole)
        position = choose.randrange(len(content))
        if choose.random() < 0.7:
            content[position] ^= 1 << choose.randrange(8)
        else:
            del content[position : position + choose.randrange(1, 200)]
        (folder / MANIFEST_FILE).write_bytes(content)
        number = whole.count(b"\n", 0, position) + 1
        try:
            fixity = verify_folder(folder)
        except NewsgenError as failed:
            (problem,) = failed.problems
            assert number <= problem.line <= number + 1
        else:
            assert not fixity.is_whole
