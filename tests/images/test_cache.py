"""The image cache: complete images are found, damaged ones are not, and unused ones are deleted."""

from pathlib import Path

import pytest

from newsgen.images.cache import FOLDER, ImageCache
from newsgen.images.metadata import ImageMetadata

METADATA = ImageMetadata(48, 32, "jpg", (24, 48), ("webp",))
RENDITIONS = {"whole.jpg": b"whole", "24.webp": b"small", "48.webp": b"large"}


@pytest.fixture
def cache(tmp_path: Path) -> ImageCache:
    """A cache with one image, "a"."""
    cache = ImageCache(tmp_path)
    cache.put("a", METADATA, RENDITIONS)
    return cache


def test_a_cached_image_is_found_with_its_metadata_and_renditions(cache: ImageCache) -> None:
    assert cache.find("a") == cache.find_whole("a") == METADATA
    assert {name: cache.path("a", name).read_bytes() for name in RENDITIONS} == RENDITIONS
    assert cache.find("b") is None


def test_an_image_without_renditions_is_cached_by_its_metadata(cache: ImageCache) -> None:
    cache.put("animation", ImageMetadata(30, 20), {})
    assert cache.find_whole("animation") == ImageMetadata(30, 20)


def test_an_empty_cache_finds_nothing(tmp_path: Path) -> None:
    cache = ImageCache(tmp_path)
    assert cache.find("a") is None
    cache.prune([])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("rendition", RENDITIONS)
def test_an_image_that_lacks_a_rendition_is_not_found(cache: ImageCache, rendition: str) -> None:
    cache.path("a", rendition).unlink()
    assert cache.find("a") is None


def test_a_truncated_rendition_is_noticed_and_a_changed_one_before_it_is_published(cache: ImageCache) -> None:
    cache.path("a", "24.webp").write_bytes(b"SMALL")
    assert cache.find("a") == METADATA
    assert cache.find_whole("a") is None
    cache.path("a", "24.webp").write_bytes(b"sma")
    assert cache.find("a") is None


@pytest.mark.parametrize("description", [b"", b"{", b"[]", b"{}", b'{"metadata": [1], "renditions": {}}', b"\xff"])
def test_an_unreadable_description_is_ignored(cache: ImageCache, description: bytes) -> None:
    cache.path("a", "metadata.json").write_bytes(description)
    assert cache.find("a") is None


def test_a_description_with_another_width_is_ignored(cache: ImageCache) -> None:
    description = cache.path("a", "metadata.json")
    description.write_bytes(description.read_bytes().replace(b"[48, 32", b"[49, 32"))
    assert cache.find("a") is None


def test_an_incomplete_image_is_replaced(cache: ImageCache) -> None:
    cache.path("a", "whole.jpg").unlink()
    cache.put("a", METADATA, RENDITIONS)
    assert cache.find_whole("a") == METADATA


def test_pruning_deletes_other_images_and_unfinished_ones(cache: ImageCache, tmp_path: Path) -> None:
    cache.put("b", METADATA, RENDITIONS)
    (tmp_path / FOLDER / "unfinished-17").mkdir()
    cache.prune({"b"})
    assert [entry.name for entry in (tmp_path / FOLDER).iterdir()] == ["b"]
    cache.prune(())
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_cannot_be_written_raises_an_error(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_bytes(b"a file")
    with pytest.raises(OSError, match=FOLDER):
        ImageCache(tmp_path).put("a", METADATA, RENDITIONS)
