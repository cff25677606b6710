"""Imports and publications that are killed or find no space: whole files are left, and the next one ends equal."""

import csv
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from tests.support.edits import build_from_nothing, differences, tree
from tests.support.importing import write_files
from tests.support.paths import ROOT
from tests.support.site_builder import SiteBuilder, add_articles
from tests.support.small_disk import fill, mounted_disk
from tests.support.tiers import tiers
from tests.support.web_archives import story

_KILLS = 10
_PIXEL = (
    b"GIF89a\x01\x00\x01\x00\x00\x00\x00!\xf9\x04\x00\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x00;"
)
# What an import or a publication has in hand, and its list of what it has done.
_HALVES = (".newsgen-half-", ".newsgen-import-", ".newsgen-publishing")


def write_table(source: Path) -> list[str]:
    """A table with a text and a picture a row; the arguments that import it."""
    source.mkdir()
    with (source / "rows.csv").open("w", encoding="utf-8", newline="") as opened:
        table = csv.writer(opened)
        table.writerow(["id", "headline", "published", "author", "body"])
        for number in range(500):
            table.writerow([number, f"Note {number % 30}", "2019-05-04", "Ada Quill", f"Text {number}.\n\n" * 20])
    return ["table", str(source / "rows.csv")]


def write_pages(source: Path) -> list[str]:
    """Saved pages with a picture each; the arguments that import them."""
    write_files(
        source / "courant.example",
        {f"{number}.html": story(f"Note {number}", f'<img src="{number}.gif">') for number in range(60)}
        | {f"{number}.gif": _PIXEL + b"%d" % number for number in range(60)},
    )
    return ["html", str(source / "courant.example")]


def command(*arguments: str | Path) -> list[str]:
    """A command of newsgen in a process of its own."""
    return [sys.executable, "-m", "newsgen", *map(str, arguments), "--quiet"]


def kill_at(arguments: list[str], seconds: float) -> None:
    """Run a command, and kill it and its processes after a while."""
    with subprocess.Popen(
        arguments, cwd=ROOT, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        time.sleep(seconds)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)


def whole_time(arguments: list[str]) -> float:
    """The seconds that a command takes."""
    started = time.monotonic()
    assert subprocess.run(arguments, cwd=ROOT, capture_output=True).returncode == 0
    return time.monotonic() - started


def without_halves(files: dict[str, bytes]) -> dict[str, bytes]:
    """Files but for those that a process had in hand when it was killed."""
    return {path: content for path, content in files.items() if not path.rpartition("/")[2].startswith(_HALVES)}


def imported(root: Path) -> dict[str, bytes]:
    """What an import wrote into a site's folder, but for newsgen's own."""
    files = without_halves(tree(root))
    return {path: content for path, content in files.items() if not path.startswith(".newsgen/")}


@pytest.mark.parametrize("write", [write_table, write_pages])
@pytest.mark.parametrize("seed", tiers(range(20), always=0, long=1))
def test_imports_that_are_killed_leave_whole_files_and_the_next_ends_equal(
    tmp_path: Path, write: Callable[[Path], list[str]], seed: int
) -> None:
    arguments = write(tmp_path / "source")
    whole = tmp_path / "whole"
    seconds = whole_time(command("import", *arguments, "--root", whole))
    expected = imported(whole)
    moments = random.Random(seed)
    for number in range(_KILLS):
        root = tmp_path / f"site{number}"
        for _ in range(moments.choice((1, 1, 3))):
            kill_at(command("import", *arguments, "--root", root), moments.uniform(0.2, 1.05) * seconds)
            for path, content in imported(root).items() if root.exists() else ():
                assert content == expected[path], f"{path} is half-written"
        assert subprocess.run(command("import", *arguments, "--root", root), cwd=ROOT).returncode == 0
        found = imported(root)
        # The account counts what the last import did.
        assert {**found, "import-account.json": b""} == {**expected, "import-account.json": b""}
        shutil.rmtree(root)


@pytest.mark.parametrize("seed", tiers(range(20), always=0, long=1))
def test_publications_that_are_killed_leave_whole_files_and_the_next_ends_equal(tmp_path: Path, seed: int) -> None:
    site = SiteBuilder(tmp_path / "site")
    add_articles(site.root, range(150))
    site.build()
    target = tmp_path / "target"
    publish = command("publish", target, "--root", site.root)
    assert subprocess.run(publish, cwd=ROOT).returncode == 0
    kept, old = shutil.copytree(target, tmp_path / "kept"), without_halves(tree(target))
    add_articles(site.root, range(150, 200))
    site.edit("site.yaml", "title: ", "title: New ") if (site.root / "site.yaml").exists() else None
    site.build()
    seconds = whole_time(publish)
    new = without_halves(tree(target))
    moments = random.Random(seed)
    for _ in range(_KILLS):
        shutil.rmtree(target)
        shutil.copytree(kept, target)
        kill_at(publish, moments.uniform(0.2, 1.05) * seconds)
        for path, content in without_halves(tree(target)).items():
            assert content in (old.get(path), new.get(path)), f"{path} is half-written"
        assert subprocess.run(publish, cwd=ROOT).returncode == 0
        assert tree(target) == new


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own of 8 MB."""
    with mounted_disk(tmp_path / "disk") as disk:
        yield disk


_ROOM = tiers(range(0, 1_500_000, 50_000), always=0, long=4)


@pytest.mark.parametrize("left", _ROOM)
def test_an_import_that_finds_no_space_says_so_and_the_next_ends_equal(
    tmp_path: Path, small_disk: Path, left: int
) -> None:
    arguments = write_table(tmp_path / "source")
    expected_root = tmp_path / "whole"
    assert subprocess.run(command("import", *arguments, "--root", expected_root), cwd=ROOT).returncode == 0
    expected = imported(expected_root)
    root = small_disk / "site"
    root.mkdir()
    ballast = fill(small_disk, left)
    ended = subprocess.run(command("import", *arguments, "--root", root), cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 1
    first, reason, fix, count = ended.stderr.splitlines()
    assert first.startswith(str(root))
    assert "cannot be written: " in first
    assert "full" in first or "No space left on device" in first
    assert reason == "    What was imported before it is there, and the next import goes on from it."
    assert fix == "    Free some space or change its permissions, and import again."
    assert count == "1 problem: nothing more was imported."
    for path, content in imported(root).items():
        assert content == expected[path], f"{path} is half-written"
    ballast.unlink()
    assert subprocess.run(command("import", *arguments, "--root", root), cwd=ROOT).returncode == 0
    assert {**imported(root), "import-account.json": b""} == {**expected, "import-account.json": b""}


@pytest.mark.parametrize("left", tiers(range(0, 600_000, 20_000), always=0, long=4))
def test_a_publication_that_finds_no_space_says_so_and_the_next_ends_equal(
    tmp_path: Path, small_disk: Path, left: int
) -> None:
    site = SiteBuilder(tmp_path / "site")
    add_articles(site.root, range(15))
    site.build()
    target = small_disk / "target"
    publish = command("publish", target, "--root", site.root)
    assert subprocess.run(publish, cwd=ROOT).returncode == 0
    old = tree(target)
    add_articles(site.root, range(15, 60))
    site.build()
    ballast = fill(small_disk, left)
    ended = subprocess.run(publish, cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr
    assert ended.stderr.startswith(f"{target}: ")
    new = tree(site.output)
    for path, content in without_halves(tree(target)).items():
        assert content in (old.get(path), new.get(path)), f"{path} is half-written"
    ballast.unlink()
    assert subprocess.run(publish, cwd=ROOT).returncode == 0
    new.pop(".newsgen-files", None)
    assert tree(target) == new


def test_a_clock_that_was_set_back_a_year_hides_no_edit(tmp_path: Path) -> None:
    root = tmp_path / "site"
    add_articles(root, range(12))
    for file in root.rglob("*"):
        ahead = file.stat().st_mtime + 365 * 86_400
        os.utime(file, (ahead, ahead))
    build_site(root, BuildOptions(workers="1"))
    for file in (root / "public").rglob("*"):
        ahead = file.stat().st_mtime + 365 * 86_400
        os.utime(file, (ahead, ahead))
    edited = root / "articles/0007.md"
    content = edited.read_bytes()
    # As many bytes as before, at a time that lies a year before that of the text as it was.
    edited.write_bytes(content[:-2] + b"!\n")
    build_site(root, BuildOptions(workers="1"))
    assert not list(differences(tree(root / "public"), build_from_nothing(root, tmp_path / "clean")))
