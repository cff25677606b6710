"""Make the renditions of images."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from newsgen.build.workers.worker import Worker
from newsgen.images.profile import ImageProfile
from newsgen.images.renditions import ImageResult, make_image


class ImageSource(NamedTuple):
    """A file that articles show: its path in the output, the file itself, and how messages name it."""

    media: str
    source: Path
    name: str


def make_images(worker: Worker, images: Sequence[ImageSource]) -> list[tuple[str, ImageResult]]:
    """Make the renditions of images that the cache does not have."""
    return _make(worker, images, verify=False)


def verify_images(worker: Worker, images: Sequence[ImageSource]) -> list[tuple[str, ImageResult]]:
    """Look into the renditions that the cache has too, and make damaged ones again."""
    return _make(worker, images, verify=True)


def _make(worker: Worker, images: Sequence[ImageSource], verify: bool) -> list[tuple[str, ImageResult]]:
    site = worker.job.site
    profile = ImageProfile(site.image_widths, site.image_formats)
    return [
        (image.media, make_image(image.source, profile, worker.images, verify))
        for image in worker.noting(images, lambda image: image.name)
    ]
