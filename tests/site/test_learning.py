"""A site that learns from its texts: when reading.yaml is written, and what follows from a change of it."""

from pathlib import Path

import pytest

from tests.support.chromes import folder_of
from tests.support.site_builder import SiteBuilder

pytestmark = pytest.mark.long


def write_pages(site: SiteBuilder, count: int, chrome: int = 1) -> None:
    for number, (_, page) in enumerate(folder_of(count, chrome)):
        site.write(f"articles/page-{number:02}.txt", page)


def test_the_first_build_of_eight_texts_learns_and_reads_with_it(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path)
    write_pages(site, 8)
    site.build()
    assert (tmp_path / "reading.yaml").read_text(encoding="utf-8").startswith("# How the pasted texts")
    front = site.read("index.html")
    assert all(piece.headline in front for piece, _ in folder_of(8, 1))
    assert site.files() == site.files_from_nothing()


def test_fewer_texts_and_markdown_learn_nothing(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path)
    write_pages(site, 7, chrome=0)
    site.notes(range(20))
    site.build()
    assert not (tmp_path / "reading.yaml").exists()


def test_a_new_text_changes_neither_the_file_nor_how_the_others_are_read(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path)
    write_pages(site, 10)
    site.build()
    learnt = (tmp_path / "reading.yaml").read_bytes()
    stories = {file: content for file, content in site.files().items() if file.startswith("2020/")}
    write_pages(site, 11)
    site.build()
    assert (tmp_path / "reading.yaml").read_bytes() == learnt
    assert site.files() == site.files_from_nothing()
    assert stories.keys() <= site.files().keys()


def test_a_corrected_file_rereads_the_texts(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path)
    write_pages(site, 8, chrome=3)
    site.build()
    box = "Our letter comes by pigeon every Friday and costs nothing but the corn."
    assert not any(box in content.decode(errors="ignore") for content in site.files().values())
    file = tmp_path / "reading.yaml"
    line = f'  - "{box.lower().rstrip(".")}"\n'
    site.edit("reading.yaml", line, "")
    assert line not in file.read_text(encoding="utf-8")
    site.build()
    assert any(box in content.decode(errors="ignore") for content in site.files().values())
    assert site.files() == site.files_from_nothing()


def test_an_empty_file_switches_learning_off(tmp_path: Path) -> None:
    site = SiteBuilder(tmp_path)
    site.write("reading.yaml", "version: 1\n")
    write_pages(site, 8, chrome=0)
    site.build()
    assert (tmp_path / "reading.yaml").read_text(encoding="utf-8") == "version: 1\n"
    assert site.files() == site.files_from_nothing()
