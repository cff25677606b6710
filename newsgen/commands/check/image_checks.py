"""Measure the images of a check in any process, without making anything of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from newsgen.build.tasks.images import ImageSource
from newsgen.build.workers.breadcrumbs import Breadcrumb
from newsgen.images.cache import ImageCache
from newsgen.images.metadata import ImageMetadata
from newsgen.images.profile import ImageProfile
from newsgen.images.renditions import measure_image, measure_linked_image


class ImageChecker(NamedTuple):
    """What a process needs to measure images; the builds of the site may have left some in `cached`."""

    profile: ImageProfile
    cached: Path

    def close(self) -> None:
        """Do nothing, as no file is open."""


def open_image_checker(checker: ImageChecker, breadcrumb: Breadcrumb | None) -> ImageChecker:
    """The checker of a process; a check leaves no breadcrumbs."""
    return checker


def measure_images(checker: ImageChecker, images: Sequence[ImageSource]) -> list[tuple[str, ImageMetadata]]:
    """The metadata of images, each with its path in the output."""
    cache = ImageCache(checker.cached)
    measures = {False: measure_image, True: measure_linked_image}
    return [(image.media, measures[image.is_linked](image.source, checker.profile, cache)) for image in images]
