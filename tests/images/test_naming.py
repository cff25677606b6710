"""The names of an image's files: readable, lasting and unique."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.images.naming import ending_of, name_fallback, name_rendition, name_stem

LONG = "ما" * 60


@pytest.mark.parametrize(
    ("file", "ending"),
    [
        ("media/2021/fair.jpg", "jpg"),
        ("a.tar.GZ", "gz"),
        ("media/v1.2/fair", ""),
        ("fair", ""),
        ("fair.", ""),
        (".jpg", "jpg"),
    ],
)
def test_an_ending_is_what_follows_the_last_dot_of_the_name(file: str, ending: str) -> None:
    assert ending_of(file) == ending


@pytest.mark.parametrize(
    ("file", "format_", "fallback"),
    [
        ("media/fair.jpg", "jpg", "media/fair.jpg"),
        ("media/fair.JPEG", "jpg", "media/fair.JPEG"),
        ("media/fair.png", "png", "media/fair.png"),
        ("media/fair.jpg", "png", "media/fair.jpg.png"),
        ("media/fair.tiff", "jpg", "media/fair.tiff.jpg"),
        ("media/fair.webp", "png", "media/fair.webp.png"),
        ("media/fair", "jpg", "media/fair.jpg"),
    ],
)
def test_the_fallback_keeps_the_name_of_a_common_image(file: str, format_: str, fallback: str) -> None:
    assert name_fallback(file, format_) == fallback


@pytest.mark.parametrize(
    ("file", "rendition"),
    [
        ("media/2021/lantern-night.jpg", "media/2021/lantern-night-960.avif"),
        ("media/LANTERN.JPG", "media/LANTERN-960.avif"),
        ("media/fair.jpeg", "media/fair.jpeg-960.avif"),
        ("media/fair.png", "media/fair.png-960.avif"),
        ("media/fair #2 é.jpg", "media/fair #2 é-960.avif"),
        ("media/fair", "media/fair-960.avif"),
    ],
)
def test_a_rendition_is_named_after_its_original(file: str, rendition: str) -> None:
    assert name_rendition(file, 960, "avif") == rendition


def test_a_very_long_name_is_truncated_and_stays_unique() -> None:
    files = [f"media/{LONG}{letter}.png" for letter in "ab"]
    names = [name for file in files for name in (name_fallback(file, "jpg"), name_rendition(file, 1600, "avif"))]
    assert len(set(names)) == 4
    assert all(len(os.fsencode(name.removeprefix("media/"))) <= 255 for name in names)
    assert all(name.startswith("media/ماما") for name in names)
    assert name_fallback(files[0], "png") == files[0]


@given(
    st.lists(st.sampled_from(["a.jpg", "a.jpeg", "a.png", "a.webp", "a.tif", "b.jpg", "a b.jpg", "ا.jpg"]), unique=True)
)
def test_images_of_one_folder_share_no_file(files: list[str]) -> None:
    stems = [name_stem(file) for file in files]
    assert len(set(stems)) == len(files)
