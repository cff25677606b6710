"""The step of a build that looks at pictures: which are looked at, which pages that touches, and what stops a build."""

import os
import shutil
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from newsgen.archive.database import FOLDER
from newsgen.build.build import build_site
from newsgen.build.inputs import InputTable
from newsgen.build.options import BuildOptions
from newsgen.build.tasks import images
from newsgen.errors import NewsgenError
from newsgen.images import profile as recipe
from newsgen.images import renditions
from tests.support.edits import build_from_nothing, tree
from tests.support.photographs import a_photograph, save
from tests.support.site_builder import written

pytestmark = pytest.mark.long

SETTINGS = "image_widths: [24, 48]\nimage_formats: [webp]\nsheet_size: 5\nday_pages: false\non_this_day: false\n"


def write_article(
    root: Path, name: str, text: str = "Text.", image: str = "", day: int = 1, section: str = "Sea"
) -> None:
    shown = f"image: {image}\n" if image else ""
    file = root / f"articles/{name}.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f"---\ntitle: {name.title()}\ndate: 2020-03-{day:02}\nsection: {section}\n{shown}---\n\n{text}\n",
        encoding="utf-8",
    )


def settings(root: Path, more: str = "") -> None:
    (root / "site.yaml").write_text(SETTINGS + more, encoding="utf-8")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of which one article shows a picture on its card, another one in its text, and many none."""
    root = tmp_path / "site"
    write_article(root, "fair", image="fair.jpg", day=2)
    write_article(root, "reeds", "![Reeds](reeds.png)", day=3, section="Mud")
    for day in range(4, 20):
        write_article(root, f"note{day}", day=day)
    save(root / "articles/fair.jpg", a_photograph((60, 40)))
    save(root / "articles/reeds.png", a_photograph((60, 40)))
    settings(root)
    build_site(root, BuildOptions(workers="1"))
    return root


def cached(root: Path) -> set[str]:
    folder = root / FOLDER / "images"
    return {entry.name for entry in folder.iterdir()} if folder.is_dir() else set()


def media(root: Path) -> list[str]:
    return sorted(file.relative_to(root / "public").as_posix() for file in (root / "public/media").rglob("*.*"))


def equals_a_build_from_nothing(root: Path) -> bool:
    return tree(root / "public") == build_from_nothing(root, root.parent / "clean")


def told(root: Path, **wishes: Any) -> str:
    """What stops a build, before which nothing was written."""
    before = tree(root / "public")
    with pytest.raises(NewsgenError) as failed:
        build_site(root, BuildOptions(**{"workers": "1", **wishes}))
    assert tree(root / "public") == before
    return str(failed.value)


def broken(place: str, image: str, fault: str) -> str:
    return (
        f'{place}: cannot read the image "{image}": {fault}\n'
        "    Its text stands in its place.\n"
        "    Put a whole one in its place, or take the image out of the text."
    )


def test_every_picture_is_published_with_its_renditions(site: Path) -> None:
    assert media(site) == [
        "media/fair-24.webp",
        "media/fair-48.webp",
        "media/fair.jpg",
        "media/reeds.png",
        "media/reeds.png-24.webp",
        "media/reeds.png-48.webp",
    ]
    assert len(cached(site)) == 2
    assert equals_a_build_from_nothing(site)


def test_another_content_of_the_same_size_changes_no_page(site: Path) -> None:
    save(site / "articles/fair.jpg", a_photograph((60, 40), "L"))
    assert sorted(written(site)) == ["media/fair-24.webp", "media/fair-48.webp", "media/fair.jpg"]
    assert len(cached(site)) == 2
    assert equals_a_build_from_nothing(site)


def test_another_size_changes_the_story_and_the_sheets_that_show_the_card(site: Path) -> None:
    save(site / "articles/fair.jpg", a_photograph((30, 40)))
    found = written(site)
    pages = [file for file in found if not file.startswith("media/")]
    assert sorted(pages) == ["2020/03/fair.html", "2020/03/sheet-1.html", "sections/sea/sheet-1.html"]
    assert not (site / "public/media/fair-48.webp").exists()
    assert equals_a_build_from_nothing(site)


def test_a_picture_on_the_front_page_changes_it(site: Path) -> None:
    write_article(site, "lead", image="fair.jpg", day=30)
    build_site(site, BuildOptions(workers="1"))
    save(site / "articles/fair.jpg", a_photograph((30, 40)))
    assert "index.html" in written(site)
    assert equals_a_build_from_nothing(site)


def test_the_same_picture_under_two_names_is_kept_once(site: Path) -> None:
    shutil.copy(site / "articles/fair.jpg", site / "articles/copy.jpg")
    write_article(site, "copy", image="copy.jpg")
    build_site(site, BuildOptions(workers="2"))
    assert len(cached(site)) == 2
    assert "media/copy-48.webp" in media(site)


def test_other_settings_make_other_renditions_and_take_the_old_ones_away(site: Path) -> None:
    (site / "site.yaml").write_text(
        SETTINGS.replace("[24, 48]", "[36]").replace("webp", "avif, webp"), encoding="utf-8"
    )
    build_site(site, BuildOptions(workers="1"))
    assert [file for file in media(site) if "fair" in file] == [
        "media/fair-36.avif",
        "media/fair-36.webp",
        "media/fair.jpg",
    ]
    assert equals_a_build_from_nothing(site)
    (site / "site.yaml").write_text(SETTINGS.replace("[webp]", "[]"), encoding="utf-8")
    build_site(site, BuildOptions(workers="1"))
    assert media(site) == ["media/fair.jpg", "media/reeds.png"]
    assert equals_a_build_from_nothing(site)


def test_a_picture_that_is_shown_no_longer_goes_and_the_cache_forgets_it(site: Path) -> None:
    write_article(site, "fair", day=2)
    build_site(site, BuildOptions(workers="1"))
    assert [file for file in media(site) if "fair" in file] == []
    assert len(cached(site)) == 1
    write_article(site, "reeds", "[Reeds](reeds.png)", day=3, section="Mud")
    build_site(site, BuildOptions(workers="1"))
    assert media(site) == ["media/reeds.png"]
    assert (site / "public/media/reeds.png").read_bytes() == (site / "articles/reeds.png").read_bytes()
    assert not (site / FOLDER / "images").exists()
    assert equals_a_build_from_nothing(site)


def test_a_file_that_was_only_linked_leads_to_what_is_published_of_it_once_it_is_shown(site: Path) -> None:
    save(site / "articles/map.webp", a_photograph())
    write_article(site, "linking", "[The map](map.webp)", day=5)
    build_site(site, BuildOptions(workers="1"))
    assert (site / "public/media/map.webp").read_bytes() == (site / "articles/map.webp").read_bytes()
    write_article(site, "showing", "![The map](map.webp)", day=6, section="Mud")
    found = written(site)
    assert found["2020/03/linking.html"] == "the picture media/map.webp is new"
    assert 'href="../../media/map.webp.jpg"' in (site / "public/2020/03/linking.html").read_text(encoding="utf-8")
    assert not (site / "public/media/map.webp").exists()
    assert equals_a_build_from_nothing(site)
    write_article(site, "showing", "No map any more.", day=6, section="Mud")
    assert "2020/03/linking.html" in written(site)
    assert (site / "public/media/map.webp").exists()
    assert equals_a_build_from_nothing(site)


def test_a_cache_that_was_deleted_costs_time_only(site: Path) -> None:
    before = tree(site / "public")
    shutil.rmtree(site / FOLDER / "images")
    write_article(site, "note4", "Another text.", day=4)
    assert list(written(site)) == ["2020/03/note4.html"]
    assert cached(site) == set()
    write_article(site, "note4", day=4)
    shutil.rmtree(site / "public")
    build_site(site, BuildOptions(workers="1"))
    assert tree(site / "public") == before
    assert len(cached(site)) == 2


def test_a_build_that_ended_early_is_finished_though_the_cache_was_deleted(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop_at_once(state: sqlite3.Connection, *rest: object) -> None:
        raise KeyboardInterrupt

    save(site / "articles/fair.jpg", a_photograph((60, 40), "L"))
    with monkeypatch.context() as early:
        early.setattr("newsgen.build.pipeline.write_outputs", stop_at_once)
        with pytest.raises(KeyboardInterrupt):
            build_site(site, BuildOptions(workers="1"))
    shutil.rmtree(site / FOLDER / "images")
    assert sorted(written(site)) == ["media/fair-24.webp", "media/fair-48.webp", "media/fair.jpg"]
    assert equals_a_build_from_nothing(site)


def test_verify_mends_what_the_cache_holds_and_what_neither_size_nor_time_shows(site: Path) -> None:
    before = tree(site / "public")
    part = next((site / FOLDER / "images").rglob("48.webp"))
    part.write_bytes(bytes(part.stat().st_size))
    file = site / "articles/reeds.png"
    stamp = file.stat()
    assert written(site) == {}
    assert written(site, verify=True) == {}
    assert tree(site / "public") == before
    content = bytearray(file.read_bytes())
    content[-20] ^= 255
    file.write_bytes(content)
    os.utime(file, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert written(site) == {}
    assert [found.rule for found in build_site(site, BuildOptions(workers="1", verify=True)).findings] == [
        "missing-images"
    ]


@contextmanager
def another_pillow() -> Iterator[None]:
    """As if Pillow had another version, which makes the same bytes."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(recipe, "library_version", lambda name: f"{metadata.version(name)}.1")
        recipe.image_code_digest.cache_clear()
        yield
    recipe.image_code_digest.cache_clear()


def test_another_pillow_makes_all_pictures_anew_and_touches_no_page(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = cached(site)
    with another_pillow():
        assert written(site) == {}
        after = cached(site)
        assert len(after) == 2
        assert not before & after
        monkeypatch.setattr(InputTable, "find_changes", lambda *rest: {})
        monkeypatch.setattr("newsgen.build.pipeline.run_pipeline", None)
        assert build_site(site, BuildOptions(workers="1")).counts.written == 0


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_picture_that_cannot_be_shown_is_told_with_the_line_that_shows_it(site: Path, workers: str) -> None:
    settings(site, "missing_images: error\n")
    content = (site / "articles/fair.jpg").read_bytes()
    (site / "articles/fair.jpg").write_bytes(content[: len(content) // 2])
    (site / "articles/reeds.png").write_bytes(b"")
    write_article(site, "other", "Text.\n\nSee ![the fair](fair.jpg) and ![none](none.jpg).", day=9)
    assert told(site, workers=workers).split("\n    ") == "\n".join(
        (
            broken("articles/fair.md:5", "fair.jpg", "it is cut short"),
            broken("articles/other.md:9", "fair.jpg", "it is cut short"),
            'articles/other.md:9: there is no image "none.jpg"\n'
            "    Its text stands in its place.\n"
            "    Put the file beside the article, or take the image out of the text.",
            broken("articles/reeds.md:7", "reeds.png", "it is empty"),
        )
    ).split("\n    ")


def test_where_missing_pictures_are_noted_broken_ones_are_too(site: Path) -> None:
    settings(site, "missing_images: note\n")
    build_site(site, BuildOptions(workers="1"))
    (site / "articles/reeds.png").write_bytes(b"")
    (site / "articles/fair.jpg").write_bytes(b"")
    summary = build_site(site, BuildOptions(workers="1"))
    assert [str(found.problem) for found in summary.findings] == [
        broken("articles/fair.md:5", "fair.jpg", "it is empty"),
        broken("articles/reeds.md:7", "reeds.png", "it is empty"),
    ]
    assert not (site / "public/media").exists()
    assert '<em class="absent">Reeds</em>' in (site / "public/2020/03/reeds.html").read_text(encoding="utf-8")
    assert equals_a_build_from_nothing(site)
    save(site / "articles/reeds.png")
    assert "media/reeds.png" in written(site)
    assert equals_a_build_from_nothing(site)


def test_a_process_that_dies_over_a_picture_is_told_with_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def make_image(source: Path, *rest: Any) -> Any:
        if source.name == "reeds.png":
            os.kill(os.getpid(), signal.SIGKILL)
        return original(source, *rest)

    original = renditions.make_image
    monkeypatch.setattr(images, "make_image", make_image)
    for name in ("fair.jpg", "reeds.png"):
        (site / "articles" / name).touch()
    assert told(site, workers="2", start_method="fork") == (
        "articles/reeds.png: a worker process ended while it held this\n"
        "    The system may have been short of memory, or a library crashed.\n"
        "    Build again; if it ends so again, --workers 1 shows more."
    )


def test_a_static_picture_that_is_shown_has_renditions_too(site: Path) -> None:
    save(site / "static/photos/quay.jpg", a_photograph((60, 40)))
    save(site / "static/photos/mud.webp", a_photograph((60, 40)))
    write_article(site, "quay", "![Quay](/photos/quay.jpg) ![Mud](/photos/mud.webp)", day=7)
    build_site(site, BuildOptions(workers="1"))
    assert sorted(file.name for file in (site / "public/photos").iterdir()) == [
        "mud.webp",
        "mud.webp-24.webp",
        "mud.webp-48.webp",
        "mud.webp.jpg",
        "quay-24.webp",
        "quay-48.webp",
        "quay.jpg",
    ]
    assert (site / "public/photos/mud.webp").read_bytes() == (site / "static/photos/mud.webp").read_bytes()
    assert equals_a_build_from_nothing(site)
    write_article(site, "quay", "No picture any more.", day=7)
    build_site(site, BuildOptions(workers="1"))
    assert sorted(file.name for file in (site / "public/photos").iterdir()) == ["mud.webp", "quay.jpg"]
    assert (site / "public/photos/quay.jpg").read_bytes() == (site / "static/photos/quay.jpg").read_bytes()
    assert equals_a_build_from_nothing(site)


def test_a_file_of_the_users_in_the_place_of_a_rendition_is_told(site: Path) -> None:
    save(site / "articles/fair-24.webp", a_photograph())
    write_article(site, "other", "[The fair](fair-24.webp)", day=9)
    message = told(site)
    assert message == (
        "the file media/fair-24.webp: has the same address as the file media/fair.jpg: /media/fair-24.webp\n"
        "    One of the two would be lost.\n"
        "    Give one of the two files another name."
    )
