"""Films and animations are published without the place where they were made, shown or only linked."""

from pathlib import Path

import pytest

from tests.support.films import DATA, PLACE, box, film, numbers, track
from tests.support.photographs import SECRET, a_photograph, encode, tags
from tests.support.site_builder import SiteBuilder

pytestmark = pytest.mark.long

PIXELS = track(b"vide", DATA, (6,))
HERE = box(b"udta", box(b"\xa9xyz", PLACE))
FILM = film(PIXELS, HERE)
PLAYING = b"pixels and sound"
HIDDEN = film(PIXELS, box(b"gps ", numbers(1), PLACE))


@pytest.fixture
def site(tmp_path: Path) -> SiteBuilder:
    return SiteBuilder(tmp_path / "site")


@pytest.mark.parametrize("text", ["![The quay](quay.MOV)", "[The quay](quay.MOV)"])
def test_a_film_is_published_without_its_place(site: SiteBuilder, text: str) -> None:
    site.write("articles/quay.MOV", FILM)
    site.article("ferry.md", text, date="2020-03-01")
    for _ in range(2):
        assert site.build().findings == ()
        published = (site.output / "media/quay.MOV").read_bytes()
        assert (PLAYING in published, PLACE in published, len(published)) == (True, False, len(FILM))
    site.write("articles/quay.MOV", film(PIXELS, HERE, data=b"other scene here"))
    site.build()
    assert b"other scene here" in (site.output / "media/quay.MOV").read_bytes()
    assert not any(PLACE in content for content in site.files().values())
    assert site.files() == site.files_from_nothing()


def test_a_film_that_says_nothing_is_published_as_it_is(site: SiteBuilder) -> None:
    site.write("articles/quay.mp4", film(PIXELS))
    site.write("articles/empty.mp4", b"")
    site.article("ferry.md", "![The quay](quay.mp4) [none](empty.mp4)", date="2020-03-01")
    site.build()
    assert (site.output / "media/quay.mp4").read_bytes() == film(PIXELS)
    assert (site.output / "media/empty.mp4").read_bytes() == b""


def test_a_static_film_that_an_article_shows_is_published_without_its_place(site: SiteBuilder) -> None:
    site.write("static/quay.mp4", FILM)
    site.article("ferry.md", "![The quay](/quay.mp4)", date="2020-03-01")
    site.build()
    assert not any(PLACE in content for content in site.files().values())


@pytest.mark.parametrize("text", ["![The quay](quay.mp4)", "[The quay](quay.mp4)"])
def test_a_film_whose_place_cannot_be_taken_out_is_not_published(site: SiteBuilder, text: str) -> None:
    site.write("articles/quay.mp4", HIDDEN)
    site.article("ferry.md", text, date="2020-03-01")
    (found,) = site.build().findings
    assert found.rule == "missing-images"
    assert found.problem.message == (
        'cannot read the image "quay.mp4": it may say where it was made, in a way that newsgen cannot take out'
    )
    assert not (site.output / "media/quay.mp4").exists()
    assert not any(PLACE in content for content in site.files().values())


def test_an_animated_avif_is_published_without_exif_and_xmp(site: SiteBuilder) -> None:
    frames = [a_photograph().rotate(90)]
    content = encode(a_photograph(), "AVIF", exif=tags(), xmp=SECRET.encode(), save_all=True, append_images=frames)
    site.write("articles/quay.avif", content)
    site.article("ferry.md", "![The quay](quay.avif)", date="2020-03-01")
    site.build()
    published = (site.output / "media/quay.avif").read_bytes()
    assert (SECRET.encode() in content, SECRET.encode() in published) == (True, False)
