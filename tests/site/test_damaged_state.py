"""Whatever becomes of the files of the state, a build ends, and the site is that of a build from nothing."""

import os
import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from newsgen.archive.checksum import forget_checksum
from newsgen.archive.database import FOLDER, state_file
from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from tests.support.edits import build_from_nothing, differences, tree
from tests.support.photographs import a_photograph, encode
from tests.support.site_builder import SiteBuilder
from tests.support.tiers import tiers

WAYS = ("flip", "flip", "flips", "cut", "zero", "other", "junk", "empty", "folder", "gone", "pipe", "link")
NOTICE = "The state in .newsgen/ was damaged and is set aside; all pages are looked at anew."
TRIES = 20


def site_with_a_picture(root: Path) -> None:
    site = SiteBuilder(root)
    site.notes(range(12))
    site.write("articles/quay.jpg", encode(a_photograph()))
    site.article("picture.md", "![The quay](quay.jpg)", date="2020-01-01")
    build_site(root, BuildOptions(workers="1"))


def damage(file: Path, others: list[Path], chance: random.Random) -> str:
    """Damage a file in one of the ways; which."""
    way = chance.choice(WAYS)
    content = bytearray(file.read_bytes())
    if way in ("flip", "flips") and content:
        for _ in range(1 if way == "flip" else 200):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    elif way == "cut":
        del content[chance.randrange(len(content) + 1) :]
    elif way == "zero" and content:
        start = chance.randrange(len(content))
        content[start : start + 4096] = bytes(len(content[start : start + 4096]))
    elif way == "other":
        content = bytearray(chance.choice(others).read_bytes())
    elif way == "junk":
        content = bytearray(chance.randbytes(5_000))
    elif way == "empty":
        content = bytearray()
    file.unlink()
    if way == "folder":
        file.mkdir()
    elif way == "pipe":
        os.mkfifo(file)
    elif way == "link":
        file.symlink_to(file.parent / "nothing/there")
    elif way != "gone":
        file.write_bytes(content)
    return way


@pytest.mark.parametrize("seed", tiers(range(100), always=0, long=4))
def test_a_damaged_file_of_the_state_is_set_aside_and_the_site_is_a_clean_one(tmp_path: Path, seed: int) -> None:
    root = tmp_path / "site"
    site_with_a_picture(root)
    same = tree(root / "public")
    kept = shutil.copytree(root, tmp_path / "kept")
    SiteBuilder(root).notes(range(12, 14))
    edited = build_from_nothing(root, tmp_path / "clean")
    chance = random.Random(seed)
    for _ in range(TRIES):
        shutil.rmtree(root)
        shutil.copytree(kept, root)
        files = sorted(file for file in (root / FOLDER).rglob("*") if file.is_file())
        file = state_file(root / FOLDER) if chance.random() < 0.6 else chance.choice(files)
        way = damage(file, files, chance)
        is_edited = chance.random() < 0.6
        if is_edited:
            SiteBuilder(root).notes(range(12, 14))
        build_site(root, BuildOptions(workers="1", clean=chance.random() < 0.2))
        assert not list(differences(tree(root / "public"), edited if is_edited else same)), (way, file)


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir])
def test_a_checksum_that_is_no_file_any_more_is_damage(tmp_path: Path, make: Callable[[Path], None]) -> None:
    site = SiteBuilder(tmp_path)
    site.notes(range(2))
    build_site(tmp_path, BuildOptions(workers="1"))
    (checksum,) = (tmp_path / FOLDER).glob("*.checksum")
    checksum.unlink()
    make(checksum)
    site.notes(range(2, 3))
    assert build_site(tmp_path, BuildOptions(workers="1")).warning == NOTICE
    assert build_site(tmp_path, BuildOptions(workers="1")).warning == ""


def test_one_letter_for_another_in_the_state_is_damage(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path)
    site.notes(range(3))
    assert build_site(tmp_path, BuildOptions(workers="1")).warning == ""
    file = state_file(tmp_path / FOLDER)
    content = file.read_bytes()
    assert b"Harbour" in content
    file.write_bytes(content.replace(b"Harbour", b"Harbovr"))
    site.notes(range(3, 4))
    assert build_site(tmp_path, BuildOptions(workers="1")).warning == NOTICE
    assert build_site(tmp_path, BuildOptions(workers="1")).warning == ""


def test_a_state_that_a_killed_build_left_is_believed(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path)
    site.notes(range(3))
    build_site(tmp_path, BuildOptions(workers="1"))
    forget_checksum(state_file(tmp_path / FOLDER))
    site.notes(range(3, 4))
    assert build_site(tmp_path, BuildOptions(workers="1")).warning == ""


def test_a_clock_that_was_set_back_a_year_hides_no_edit(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path / "site")
    site.notes(range(6))
    build_site(site.root, BuildOptions(workers="1"))
    a_year_ago = time.time() - 365 * 86_400
    site.edit("articles/03.md", "Text 3.", "Text 4.")
    site.notes(range(6, 8))
    for name in ("03.md", "06.md", "07.md"):
        os.utime(site.root / "articles" / name, (a_year_ago, a_year_ago))
    build_site(site.root, BuildOptions(workers="1"))
    assert not list(differences(tree(site.output), build_from_nothing(site.root, tmp_path / "clean")))


@pytest.mark.parametrize("clean", [False, True])
def test_a_picture_that_the_disk_has_damaged_is_made_again_before_it_is_published(tmp_path: Path, clean: bool) -> None:
    site_with_a_picture(tmp_path)
    before = tree(tmp_path / "public")
    for file in (tmp_path / FOLDER / "images").rglob("*.webp"):
        file.write_bytes(bytes(file.stat().st_size))
    if not clean:
        shutil.rmtree(tmp_path / "public")
    build_site(tmp_path, BuildOptions(workers="1", clean=clean))
    assert not list(differences(tree(tmp_path / "public"), before))
