"""Make the renditions of images."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from newsgen.build.workers.worker import Worker
from newsgen.images.metadata import ImageResult
from newsgen.images.profile import ImageProfile
from newsgen.images.renditions import make_image, make_linked_image


class ImageSource(NamedTuple):
    """A file that articles show: its path in the output, the file itself, and how messages name it.

    `is_linked` says that they only link to it.
    """

    media: str
    source: Path
    name: str
    is_linked: bool = False


def make_images(worker: Worker, images: Sequence[ImageSource]) -> list[tuple[str, ImageResult]]:
    """Make the renditions of images that the cache does not have, or not as they were put there."""
    site = worker.job.site
    profile = ImageProfile(site.image_widths, site.image_formats)
    makers = {False: make_image, True: make_linked_image}
    return [
        (image.media, makers[image.is_linked](image.source, profile, worker.images))
        for image in worker.noting(images, lambda image: image.name)
    ]
