"""Images made from their files, or taken from the cache."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsgen.images.cache import FOLDER, ImageCache
from newsgen.images.metadata import ImageMetadata, ImageResult
from newsgen.images.profile import ImageProfile
from newsgen.images.renditions import make_image, make_linked_image
from tests.support.photographs import a_photograph, animation, save

Maker = Callable[[Path, ImageProfile, ImageCache], ImageResult]
SVG, HTML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
PROFILE = ImageProfile((24, 48), ("webp",))
METADATA = ImageMetadata(48, 32, "jpg", (24, 48), ("webp",))


@pytest.fixture
def cache(tmp_path: Path) -> ImageCache:
    return ImageCache(tmp_path / "state")


def keys(cache: ImageCache) -> list[str]:
    return sorted(entry.name for entry in cache.path("", "").iterdir())


def test_a_photograph_is_measured_and_cached(tmp_path: Path, cache: ImageCache) -> None:
    made = make_image(save(tmp_path / "fair.jpg"), PROFILE, cache)
    assert made.metadata == METADATA
    assert keys(cache) == [made.key]
    assert cache.find(made.key) == METADATA


def test_equal_contents_are_cached_once(tmp_path: Path, cache: ImageCache) -> None:
    first, second = save(tmp_path / "a/fair.jpg"), save(tmp_path / "b/other.JPG")
    assert make_image(first, PROFILE, cache) == make_image(second, PROFILE, cache)
    assert len(keys(cache)) == 1


def test_another_content_profile_or_ending_is_another_cached_image(tmp_path: Path, cache: ImageCache) -> None:
    file = save(tmp_path / "fair.png")
    renamed = tmp_path / "fair.jpg"
    renamed.write_bytes(file.read_bytes())
    made = [
        make_image(file, PROFILE, cache),
        make_image(file, ImageProfile((24,), ("webp",)), cache),
        make_image(renamed, PROFILE, cache),
        make_image(save(tmp_path / "else.png", a_photograph((90, 40))), PROFILE, cache),
    ]
    assert len({image.key for image in made}) == len(keys(cache)) == 4
    assert [image.metadata.fallback for image in made] == ["png", "png", "jpg", "png"]


def test_a_rendition_missing_from_the_cache_or_damaged_there_is_made_again(tmp_path: Path, cache: ImageCache) -> None:
    file = save(tmp_path / "fair.jpg")
    made = make_image(file, PROFILE, cache)
    rendition = cache.path(made.key, "24.webp")
    before = rendition.read_bytes()
    rendition.unlink()
    assert make_image(file, PROFILE, cache) == made
    assert rendition.read_bytes() == before
    rendition.write_bytes(bytes(len(before)))
    assert make_image(file, PROFILE, cache) == made
    assert rendition.read_bytes() == before


def test_a_file_that_only_has_the_name_of_an_svg_is_told(tmp_path: Path, cache: ImageCache) -> None:
    file = tmp_path / "map.svg"
    file.write_text("no drawing", encoding="utf-8")
    assert make_image(file, PROFILE, cache) == ImageResult(ImageMetadata(fault="it is no SVG"))


@pytest.mark.parametrize("make", [make_image, make_linked_image])
def test_of_a_drawing_with_a_script_a_clean_one_is_made(tmp_path: Path, cache: ImageCache, make: Maker) -> None:
    file = tmp_path / "map.svg"
    root = f'<svg xmlns="{SVG}" width="30" height="20"'
    file.write_text(f"{root}><script>alert(1)</script><g/></svg>", encoding="utf-8")
    made = make(file, PROFILE, cache)
    assert made.metadata == ImageMetadata(30, 20, fallback="original")
    assert cache.path(made.key, "whole.original").read_text() == (
        f'<svg xmlns="{SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" width="30" height="20"><g></g></svg>'
    )
    file.write_text("<svg>", encoding="utf-8")
    assert make(file, PROFILE, cache) == ImageResult(ImageMetadata(fault="its XML is not well-formed"))


@pytest.mark.parametrize("name", ["a.PHP", "a.svgz", "a.mht", "a.swf", "a.pht", "a.php.foo", "a.php.pdf", "web.config"])
def test_a_linked_file_that_may_be_run_is_not_published(tmp_path: Path, cache: ImageCache, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(b"<p>Tide.")
    assert make_linked_image(file, PROFILE, cache) == ImageResult(
        ImageMetadata(fault="a browser or a server may run it")
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", "<title>Tides</title><p style='color: red'>High at <a href='https://x.example'>nine</a>."),
        ("a.htm", "<img alt='Data: 2019' src=data:image/png;base64,AA>"),
        ("a.xml", "<tides><tide at='9'/></tides>"),
        ("a.foo", "<p>High at nine."),
        ("a.foo", "High at <script>"),
        ("a.pl.html", "<p>High at nine."),
        ("a.foo", ""),
    ],
)
def test_a_linked_document_without_scripts_stays_as_it_is(
    tmp_path: Path, cache: ImageCache, name: str, content: str
) -> None:
    file = tmp_path / name
    file.write_text(content)
    assert make_linked_image(file, PROFILE, cache) == ImageResult(ImageMetadata())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", "<ScRiPt src=x>"),
        ("a.html", "<p oNclick=x>"),
        ("a.html", "<a href=' java&Tab;script:x'>"),
        ("a.html", "<svg><animate attributeName=href values=javascript:x>"),
        ("a.html", "<iframe srcdoc=x>"),
        ("a.html", "<meta http-equiv=Refresh content='0;url=x'>"),
        ("a.html", "<noscript><p title='</noscript><img onerror=x>'>"),
        ("a.html", "<template shadowrootmode=open><img onerror=x></template>"),
        ("a.html", "\ufeff<p>".encode("utf-16").decode("latin-1")),
        ("a.html", "\x1b$B<\x1b(B"),
        ("a.html", "<!--#exec cmd='id' -->"),
        ("a.html", "<?PHP id(); ?>"),
        ("a.xhtml", f"<html xmlns='{HTML}'><script/></html>"),
        ("a.xml", f"<tides><x:script xmlns:x='{HTML}'>x</x:script></tides>"),
        ("a.xml", "<?xml-stylesheet type='text/xsl' href='a.xsl'?><tides/>"),
        ("a.xml", "<tides>"),
        ("a.xsd", f"<tides><x:script xmlns:x='{HTML}'>x</x:script></tides>"),
        ("a.foo", " \n<script>"),
        ("a.foo", "\ufeff<p onclick=x>"),
        ("a.foo", f"<?xml version='1.0'?><html xmlns='{HTML}'/>"),
        ("a.foo", "<!DOCTYPE svg [<!ENTITY a 'b'>]>"),
        ("a.html.foo", "High at <script>"),
        ("a.svg.foo", "High at <script>"),
    ],
)
def test_a_linked_document_with_scripts_is_not_published(
    tmp_path: Path, cache: ImageCache, name: str, content: str
) -> None:
    file = tmp_path / name
    file.write_text(content, encoding="latin-1" if "\xff" in content else "utf-8")
    made = make_linked_image(file, PROFILE, cache)
    assert made == ImageResult(ImageMetadata(fault="a browser or a server may run it"))


def test_an_svg_is_measured_without_the_cache(tmp_path: Path, cache: ImageCache) -> None:
    file = tmp_path / "map.SVG"
    file.write_text('<svg width="300" height="200"/>', encoding="utf-8")
    assert make_image(file, PROFILE, cache) == (ImageMetadata(300, 200), "")
    assert not cache.path("", "").exists()


def test_an_animation_is_cached_by_its_metadata(tmp_path: Path, cache: ImageCache) -> None:
    file = tmp_path / "tide.gif"
    file.write_bytes(animation("GIF"))
    made = make_image(file, PROFILE, cache)
    assert made.metadata == cache.find(made.key) == ImageMetadata(30, 20)


@pytest.mark.parametrize(
    ("content", "fault"), [(b"", "it is empty"), (b"not found", "it is no image"), (None, "No such file or directory")]
)
def test_an_image_that_cannot_be_shown_is_not_cached(
    tmp_path: Path, cache: ImageCache, content: bytes | None, fault: str
) -> None:
    if content is not None:
        (tmp_path / "fair.jpg").write_bytes(content)
    assert make_image(tmp_path / "fair.jpg", PROFILE, cache) == (ImageMetadata(fault=fault), "")
    assert not cache.path("", "").exists()


def test_a_cached_image_needs_no_pillow(tmp_path: Path, cache: ImageCache) -> None:
    file = save(tmp_path / "fair.jpg")
    make_image(file, PROFILE, cache)
    program = f"""
import sys
from pathlib import Path
from newsgen.images.cache import ImageCache
from newsgen.images.metadata import ImageResult
from newsgen.images.renditions import make_image
from newsgen.images.profile import ImageProfile
cache = ImageCache(Path({str(tmp_path / "state")!r}))
made = make_image(Path({str(file)!r}), ImageProfile({PROFILE.widths}, {PROFILE.formats}), cache)
print(made.metadata.width, "PIL" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["48", "False"]
    assert (tmp_path / "state" / FOLDER).is_dir()
