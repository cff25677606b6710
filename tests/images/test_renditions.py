"""A picture from its file: by what its content and name are, and from the cache where it has it."""

import subprocess
import sys
from pathlib import Path

import pytest

from newsgen.images.cache import FOLDER, PictureCache
from newsgen.images.metadata import Measures
from newsgen.images.profile import Recipe
from newsgen.images.renditions import make_picture
from tests.support.photographs import a_photograph, animation, save

RECIPE = Recipe((24, 48), ("webp",))
MEASURES = Measures(48, 32, "jpg", (24, 48), ("webp",))


@pytest.fixture
def cache(tmp_path: Path) -> PictureCache:
    return PictureCache(tmp_path / "state")


def keys(cache: PictureCache) -> list[str]:
    return sorted(entry.name for entry in cache.part("", "").iterdir())


def test_a_photograph_is_measured_and_kept(tmp_path: Path, cache: PictureCache) -> None:
    made = make_picture(save(tmp_path / "fair.jpg"), RECIPE, cache)
    assert made.measures == MEASURES
    assert keys(cache) == [made.key]
    assert cache.find(made.key) == MEASURES


def test_equal_contents_are_kept_once_wherever_they_lie(tmp_path: Path, cache: PictureCache) -> None:
    first, second = save(tmp_path / "a/fair.jpg"), save(tmp_path / "b/other.JPG")
    assert make_picture(first, RECIPE, cache) == make_picture(second, RECIPE, cache)
    assert len(keys(cache)) == 1


def test_another_content_recipe_or_ending_is_another_picture(tmp_path: Path, cache: PictureCache) -> None:
    file = save(tmp_path / "fair.png")
    renamed = tmp_path / "fair.jpg"
    renamed.write_bytes(file.read_bytes())
    made = [
        make_picture(file, RECIPE, cache),
        make_picture(file, Recipe((24,), ("webp",)), cache),
        make_picture(renamed, RECIPE, cache),
        make_picture(save(tmp_path / "else.png", a_photograph((90, 40))), RECIPE, cache),
    ]
    assert len({picture.key for picture in made}) == len(keys(cache)) == 4
    assert [picture.measures.fallback for picture in made] == ["png", "png", "jpg", "png"]


def test_a_part_that_is_gone_from_the_cache_is_made_again(tmp_path: Path, cache: PictureCache) -> None:
    file = save(tmp_path / "fair.jpg")
    made = make_picture(file, RECIPE, cache)
    part = cache.part(made.key, "24.webp")
    before = part.read_bytes()
    part.unlink()
    assert make_picture(file, RECIPE, cache) == made
    assert part.read_bytes() == before
    part.write_bytes(bytes(len(before)))
    make_picture(file, RECIPE, cache)
    assert part.read_bytes() == bytes(len(before))
    make_picture(file, RECIPE, cache, thorough=True)
    assert part.read_bytes() == before


def test_a_drawing_is_measured_without_the_cache(tmp_path: Path, cache: PictureCache) -> None:
    file = tmp_path / "map.SVG"
    file.write_text('<svg width="300" height="200"/>', encoding="utf-8")
    assert make_picture(file, RECIPE, cache) == (Measures(300, 200), "")
    assert not cache.part("", "").exists()


def test_what_moves_is_measured_once(tmp_path: Path, cache: PictureCache) -> None:
    file = tmp_path / "tide.gif"
    file.write_bytes(animation("GIF"))
    made = make_picture(file, RECIPE, cache)
    assert made.measures == cache.find(made.key) == Measures(30, 20)


@pytest.mark.parametrize(
    ("content", "fault"), [(b"", "it is empty"), (b"not found", "it is no image"), (None, "No such file or directory")]
)
def test_a_picture_that_cannot_be_shown_is_not_kept(
    tmp_path: Path, cache: PictureCache, content: bytes | None, fault: str
) -> None:
    if content is not None:
        (tmp_path / "fair.jpg").write_bytes(content)
    assert make_picture(tmp_path / "fair.jpg", RECIPE, cache) == (Measures(fault=fault), "")
    assert not cache.part("", "").exists()


def test_what_the_cache_has_needs_no_pillow(tmp_path: Path, cache: PictureCache) -> None:
    file = save(tmp_path / "fair.jpg")
    make_picture(file, RECIPE, cache)
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
