"""The cache of pictures: what is kept whole is found, everything else is made again, and nothing stays for ever."""

from pathlib import Path

import pytest

from newsgen.images.cache import FOLDER, ImageCache
from newsgen.images.metadata import ImageMetadata

MEASURES = ImageMetadata(48, 32, "jpg", (24, 48), ("webp",))
PARTS = {"whole.jpg": b"whole", "24.webp": b"small", "48.webp": b"large"}


@pytest.fixture
def cache(tmp_path: Path) -> ImageCache:
    """A cache with one picture, "a"."""
    cache = ImageCache(tmp_path)
    cache.put("a", MEASURES, PARTS)
    return cache


def test_a_picture_is_found_with_its_measures_and_its_parts(cache: ImageCache) -> None:
    assert cache.find("a") == cache.find("a", thorough=True) == MEASURES
    assert {part: cache.part("a", part).read_bytes() for part in PARTS} == PARTS
    assert cache.find("b") is None


def test_a_picture_without_parts_is_kept_by_its_measures(cache: ImageCache) -> None:
    cache.put("moving", ImageMetadata(30, 20), {})
    assert cache.find("moving", thorough=True) == ImageMetadata(30, 20)


def test_a_cache_of_nothing_finds_nothing(tmp_path: Path) -> None:
    cache = ImageCache(tmp_path)
    assert cache.find("a") is None
    cache.keep_only([])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("part", PARTS)
def test_a_picture_that_lacks_a_part_is_not_found(cache: ImageCache, part: str) -> None:
    cache.part("a", part).unlink()
    assert cache.find("a") is None


def test_a_part_that_is_cut_short_is_noticed_and_one_that_was_changed_when_asked(cache: ImageCache) -> None:
    cache.part("a", "24.webp").write_bytes(b"SMALL")
    assert cache.find("a") == MEASURES
    assert cache.find("a", thorough=True) is None
    cache.part("a", "24.webp").write_bytes(b"sma")
    assert cache.find("a") is None


@pytest.mark.parametrize("note", [b"", b"{", b"[]", b"{}", b'{"measures": [1], "parts": {}}', b"\xff"])
def test_a_note_that_says_nothing_is_not_believed(cache: ImageCache, note: bytes) -> None:
    cache.part("a", "note.json").write_bytes(note)
    assert cache.find("a") is None


def test_a_picture_is_put_in_the_place_of_one_that_is_not_whole(cache: ImageCache) -> None:
    cache.part("a", "whole.jpg").unlink()
    cache.put("a", MEASURES, PARTS)
    assert cache.find("a", thorough=True) == MEASURES


def test_all_but_some_pictures_are_forgotten_and_what_was_left_half_made(cache: ImageCache, tmp_path: Path) -> None:
    cache.put("b", MEASURES, PARTS)
    (tmp_path / FOLDER / "half-17").mkdir()
    cache.keep_only({"b"})
    assert [entry.name for entry in (tmp_path / FOLDER).iterdir()] == ["b"]
    cache.keep_only(())
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_bytes(b"a file")
    with pytest.raises(OSError, match=FOLDER):
        ImageCache(tmp_path).put("a", MEASURES, PARTS)
