"""Writing pages: the order that keeps every link whole, and what is left when writing fails or is cut short."""

import errno
import os
import posixpath
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

import newsgen.output.files
from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.errors import BuildInterrupted
from tests.support.edits import build_from_nothing, differences, tree
from tests.support.paths import ROOT
from tests.support.site_builder import add_articles
from tests.support.small_disk import fill, mounted_disk
from tests.support.tiers import tiers

_LINK = re.compile(rb'<a [^>]*href="([^"#]+)')
_OURS = ".newsgen-files"


def broken_links(output: Path, start: str = "index.html") -> Iterator[str]:
    """Follow every link from a page on; the links that lead to no file, each with the page that it is on."""
    waiting, seen = [start], {start}
    while waiting:
        page = waiting.pop()
        try:
            content = (output / page).read_bytes()
        except FileNotFoundError:
            yield page
            continue
        if not page.endswith(".html"):
            continue
        for link in _LINK.findall(content):
            address = unquote(unescape(link.decode()))
            if ":" in address:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(page), address))
            if target not in seen:
                seen.add(target)
                waiting.append(target)


def start_build(root: Path, workers: str = "2") -> subprocess.Popen[bytes]:
    """A build in processes of its own, which can be killed together."""
    command = [sys.executable, "-m", "newsgen", "build", "--root", str(root), "--workers", workers, "--quiet"]
    return subprocess.Popen(command, start_new_session=True, cwd=ROOT)


def kill_and_finish(root: Path, place: Path, articles: int, kills: int, seed: int, workers: str = "2") -> None:
    """Kill builds at random moments: every file is whole, old or new, and the next build ends as a clean one."""
    add_articles(root, range(articles))
    build_site(root, BuildOptions(workers="1"))
    old = tree(root / "public")
    kept = shutil.copytree(root, place / "kept")
    add_articles(root, range(articles, articles + 20))
    new = build_from_nothing(root, place / "clean")
    started = time.monotonic()
    assert start_build(root, workers).wait() == 0
    whole = time.monotonic() - started
    moments = random.Random(seed)
    for _ in range(kills):
        shutil.rmtree(root)
        shutil.copytree(kept, root)
        add_articles(root, range(articles, articles + 20))
        building = start_build(root, workers)
        time.sleep(moments.uniform(0, 1.1) * whole)
        os.killpg(building.pid, signal.SIGKILL)
        building.wait()
        for file, content in tree(root / "public").items():
            if file != _OURS and not file.startswith(".newsgen-half-"):
                assert content in (old.get(file), new.get(file)), f"{file} is half-written"
        build_site(root, BuildOptions(workers="1"))
        assert not list(differences(tree(root / "public"), new))


@pytest.mark.long
def test_a_build_that_is_killed_leaves_whole_files_and_the_next_one_finishes_it(tmp_path: Path) -> None:
    kill_and_finish(tmp_path / "site", tmp_path, articles=40, kills=2, seed=1, workers="1")


@pytest.mark.parametrize("seed", tiers(range(20), always=0, long=1))
def test_builds_of_a_larger_site_that_are_killed(tmp_path: Path, seed: int) -> None:
    kill_and_finish(tmp_path / "site", tmp_path, articles=500, kills=10, seed=seed)


@pytest.mark.long
def test_every_link_works_while_a_build_runs(tmp_path: Path) -> None:
    root = tmp_path / "site"
    add_articles(root, range(40))
    build_site(root, BuildOptions(workers="1"))
    add_articles(root, range(40, 60))
    broken: list[str] = []
    done = threading.Event()

    def crawl() -> None:
        while not done.is_set():
            broken.extend(broken_links(root / "public"))

    crawler = threading.Thread(target=crawl)
    crawler.start()
    building = start_build(root)
    assert building.wait() == 0
    done.set()
    crawler.join()
    assert not broken
    assert not list(broken_links(root / "public"))


def test_new_files_come_before_changed_ones(tmp_path: Path) -> None:
    add_articles(tmp_path, range(20))
    build_site(tmp_path, BuildOptions(workers="1"))
    before = tree(tmp_path / "public").keys()
    add_articles(tmp_path, range(20, 30))
    written: list[str] = []
    build_site(tmp_path, BuildOptions(workers="1", on_written=lambda file, reason: written.append(file)))
    fresh = [file not in before for file in written]
    assert True in fresh
    assert False in fresh
    assert fresh == sorted(fresh, reverse=True)


@pytest.mark.long
def test_files_go_only_when_all_others_are_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add_articles(tmp_path, range(30))
    (tmp_path / "site.yaml").write_text("ledger: false\n", encoding="utf-8")
    build_site(tmp_path, BuildOptions(workers="1"))
    (tmp_path / "articles/0007.md").unlink()
    done: list[str] = []
    replace, unlink = os.replace, Path.unlink

    def note_write(half: str | Path, file: str | Path) -> None:
        done.extend(["write"] * str(file).endswith(".html"))
        replace(half, file)

    def note_deletion(file: Path, missing_ok: bool = False) -> None:
        done.extend(["delete"] * (file.suffix == ".html"))
        unlink(file, missing_ok=missing_ok)

    monkeypatch.setattr(os, "replace", note_write)
    monkeypatch.setattr(Path, "unlink", note_deletion)
    build_site(tmp_path, BuildOptions(workers="1"))
    assert {"write", "delete"} == set(done)
    assert done == sorted(done, reverse=True)


def fail_at(call: int, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Make the disk full at one of the calls that write; gives the number of calls made."""
    made = [0]
    write = newsgen.output.files.write_all

    def write_or_fail(handle: int, content: bytes) -> None:
        made[0] += 1
        if made[0] == call:
            write(handle, content[: len(content) // 2])
            raise OSError(errno.ENOSPC, "No space left on device")
        write(handle, content)

    monkeypatch.setattr("newsgen.output.files.write_all", write_or_fail)
    return made


@pytest.mark.parametrize("call", tiers([5, 1, 12, 2, 3, 8], always=1, long=5))
def test_a_write_that_fails_is_told_and_leaves_whole_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: int
) -> None:
    root = tmp_path / "site"
    add_articles(root, range(12))
    build_site(root, BuildOptions(workers="1"))
    old = tree(root / "public")
    add_articles(root, range(12, 15))
    new = build_from_nothing(root, tmp_path / "clean")
    with monkeypatch.context() as patched:
        fail_at(call, patched)
        with pytest.raises(BuildInterrupted) as stopped:
            build_site(root, BuildOptions(workers="1"))
    (problem,) = stopped.value.problems
    assert problem.message == "cannot be written: No space left on device"
    assert problem.fix == "Make the folder writable and free some space, or name another one with --output."
    for file, content in tree(root / "public").items():
        assert content in (old.get(file), new.get(file)) or file == _OURS
    build_site(root, BuildOptions(workers="1"))
    assert not list(differences(tree(root / "public"), new))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own of 8 MB."""
    with mounted_disk(tmp_path / "disk") as disk:
        yield disk


def build_on_a_full_disk(root: Path, place: Path, disk: Path, left: int) -> None:
    """A build that finds no space ends with one clear problem and whole files; with space the next one ends well."""
    add_articles(root, range(15))
    output = disk / "public"
    build_site(root, BuildOptions(output, workers="1"))
    old = tree(output)
    add_articles(root, range(15, 30))
    new = build_from_nothing(root, place / "clean")
    ballast = fill(disk, left)
    command = [sys.executable, "-m", "newsgen", "build", "--root", str(root), "--output", str(output)]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    if ended.returncode == 0:
        assert not list(differences(tree(output), new))
        return
    first, reason, fix, count = ended.stderr.splitlines()
    assert first.startswith(str(output))
    assert first.endswith(": cannot be written: No space left on device")
    assert (ended.returncode, reason) == (1, "    The site would lack a file.")
    assert fix == "    Make the folder writable and free some space, or name another one with --output."
    assert count in (
        "1 problem: not all pages are written; the next build goes on from here.",
        "1 problem: nothing was written.",
    )
    for file, content in tree(output).items():
        assert content in (old.get(file), new.get(file)) or file == _OURS
    ballast.unlink()
    build_site(root, BuildOptions(output, workers="1"))
    assert not list(differences(tree(output), new))


@pytest.mark.parametrize("left", tiers([20_000, 150_000, 0], always=0, long=3))
def test_a_disk_that_is_full_is_told_and_leaves_whole_files(tmp_path: Path, small_disk: Path, left: int) -> None:
    build_on_a_full_disk(tmp_path / "site", tmp_path, small_disk, left)


@pytest.mark.long
@pytest.mark.parametrize("left", range(0, 300_000, 20_000))
def test_disks_that_are_full_at_every_stage(tmp_path: Path, small_disk: Path, left: int) -> None:
    build_on_a_full_disk(tmp_path / "site", tmp_path, small_disk, left)
