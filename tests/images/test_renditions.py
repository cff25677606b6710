"""A picture from its file: by what its content and name are, and from the cache where it has it."""

import subprocess
import sys
from pathlib import Path

import pytest

from newsgen.images.cache import FOLDER, ImageCache
from newsgen.images.metadata import ImageMetadata
from newsgen.images.profile import ImageProfile
from newsgen.images.renditions import make_image
from tests.support.photographs import a_photograph, animation, save

RECIPE = ImageProfile((24, 48), ("webp",))
MEASURES = ImageMetadata(48, 32, "jpg", (24, 48), ("webp",))


@pytest.fixture
def cache(tmp_path: Path) -> ImageCache:
    return ImageCache(tmp_path / "state")


def keys(cache: ImageCache) -> list[str]:
    return sorted(entry.name for entry in cache.part("", "").iterdir())


def test_a_photograph_is_measured_and_kept(tmp_path: Path, cache: ImageCache) -> None:
    made = make_image(save(tmp_path / "fair.jpg"), RECIPE, cache)
    assert made.measures == MEASURES
    assert keys(cache) == [made.key]
    assert cache.find(made.key) == MEASURES


def test_equal_contents_are_kept_once_wherever_they_lie(tmp_path: Path, cache: ImageCache) -> None:
    first, second = save(tmp_path / "a/fair.jpg"), save(tmp_path / "b/other.JPG")
    assert make_image(first, RECIPE, cache) == make_image(second, RECIPE, cache)
    assert len(keys(cache)) == 1


def test_another_content_recipe_or_ending_is_another_picture(tmp_path: Path, cache: ImageCache) -> None:
    file = save(tmp_path / "fair.png")
    renamed = tmp_path / "fair.jpg"
    renamed.write_bytes(file.read_bytes())
    made = [
        make_image(file, RECIPE, cache),
        make_image(file, ImageProfile((24,), ("webp",)), cache),
        make_image(renamed, RECIPE, cache),
        make_image(save(tmp_path / "else.png", a_photograph((90, 40))), RECIPE, cache),
    ]
    assert len({picture.key for picture in made}) == len(keys(cache)) == 4
    assert [picture.measures.fallback for picture in made] == ["png", "png", "jpg", "png"]


def test_a_part_that_is_gone_from_the_cache_is_made_again(tmp_path: Path, cache: ImageCache) -> None:
    file = save(tmp_path / "fair.jpg")
    made = make_image(file, RECIPE, cache)
    part = cache.part(made.key, "24.webp")
    before = part.read_bytes()
    part.unlink()
    assert make_image(file, RECIPE, cache) == made
    assert part.read_bytes() == before
    part.write_bytes(bytes(len(before)))
    make_image(file, RECIPE, cache)
    assert part.read_bytes() == bytes(len(before))
    make_image(file, RECIPE, cache, thorough=True)
    assert part.read_bytes() == before


def test_a_drawing_is_measured_without_the_cache(tmp_path: Path, cache: ImageCache) -> None:
    file = tmp_path / "map.SVG"
    file.write_text('<svg width="300" height="200"/>', encoding="utf-8")
    assert make_image(file, RECIPE, cache) == (ImageMetadata(300, 200), "")
    assert not cache.part("", "").exists()


def test_what_moves_is_measured_once(tmp_path: Path, cache: ImageCache) -> None:
    file = tmp_path / "tide.gif"
    file.write_bytes(animation("GIF"))
    made = make_image(file, RECIPE, cache)
    assert made.measures == cache.find(made.key) == ImageMetadata(30, 20)


@pytest.mark.parametrize(
    ("content", "fault"), [(b"", "it is empty"), (b"not found", "it is no image"), (None, "No such file or directory")]
)
def test_a_picture_that_cannot_be_shown_is_not_kept(
    tmp_path: Path, cache: ImageCache, content: bytes | None, fault: str
) -> None:
    if content is not None:
        (tmp_path / "fair.jpg").write_bytes(content)
    assert make_image(tmp_path / "fair.jpg", RECIPE, cache) == (ImageMetadata(fault=fault), "")
    assert not cache.part("", "").exists()


def test_what_the_cache_has_needs_no_pillow(tmp_path: Path, cache: ImageCache) -> None:
    file = save(tmp_path / "fair.jpg")
    make_image(file, RECIPE, cache)
    program = f"""
import sys
from pathlib import Path
from newsgen.images.cache import PictureCache
from newsgen.images.renditions import make_picture
from newsgen.images.profile import Recipe
cache = PictureCache(Path({str(tmp_path / "state")!r}))
made = make_picture(Path({str(file)!r}), Recipe({RECIPE.widths}, {RECIPE.formats}), cache)
print(made.measures.width, "PIL" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["48", "False"]
    assert (tmp_path / "state" / FOLDER).is_dir()
