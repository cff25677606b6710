"""The files that are published of an image, and their sizes."""

import pytest

from newsgen.images.metadata import ImageMetadata, output_path, output_paths, pick_widths, rendition_names, scale_to
from newsgen.images.profile import ImageProfile

PHOTOGRAPH = ImageMetadata(960, 600, "jpg", (480, 960), ("avif", "webp"))


def test_a_photograph_becomes_a_fallback_and_scaled_renditions() -> None:
    assert rendition_names(PHOTOGRAPH) == ["whole.jpg", "480.avif", "960.avif", "480.webp", "960.webp"]
    assert output_paths("media/fair.jpg", PHOTOGRAPH) == [
        "media/fair.jpg",
        "media/fair-480.avif",
        "media/fair-960.avif",
        "media/fair-480.webp",
        "media/fair-960.webp",
    ]


def test_the_fallback_of_an_original_that_few_browsers_show_has_another_name() -> None:
    assert output_path("media/fair.tiff", "whole.jpg") == "media/fair.tiff.jpg"
    assert output_path("media/fair.tiff", "480.avif") == "media/fair.tiff-480.avif"


def test_an_image_published_as_it_is_is_one_file() -> None:
    assert rendition_names(ImageMetadata(300, 200)) == []
    assert output_paths("media/map.svg", ImageMetadata(300, 200)) == ["media/map.svg"]


def test_a_faulty_image_is_not_published() -> None:
    assert output_paths("media/fair.jpg", ImageMetadata(fault="it is empty")) == []


@pytest.mark.parametrize(
    ("size", "wanted", "widths"),
    [
        ((4000, 3000), (480, 960, 1600), (480, 960, 1600)),
        ((1600, 1000), (480, 960, 1600), (480, 960, 1600)),
        ((1200, 800), (480, 960, 1600), (480, 960, 1200)),
        ((960, 800), (480, 960, 1600), (480, 960)),
        ((300, 200), (480, 960, 1600), (300,)),
        ((1, 1), (480,), (1,)),
        ((1000, 32766), (480, 960), (480, 500)),
        ((2, 60000), (480,), (1,)),
    ],
)
def test_no_rendition_is_wider_than_the_original_or_higher_than_webp_allows(
    size: tuple[int, int], wanted: tuple[int, ...], widths: tuple[int, ...]
) -> None:
    assert pick_widths(size, ImageProfile(wanted, ())) == widths


def test_a_size_keeps_its_proportions_at_every_width() -> None:
    assert [scale_to((4000, 3000), width) for width in (1600, 333, 1)] == [(1600, 1200), (333, 250), (1, 1)]
    assert scale_to((4000, 1), 480) == (480, 1)
