"""Images as rows of the index."""

from __future__ import annotations

from typing import Any

from newsgen.archive.database import decode_path
from newsgen.images.metadata import ImageMetadata, output_paths
from newsgen.images.naming import name_stem
from newsgen.record.paths import href_of
from newsgen.record.responsive_image import ResponsiveImage

# The columns for `image_from_row`, in a query that calls the table of images p.
IMAGE_COLUMNS = "p.media, p.width, p.height, p.fallback, p.widths, p.formats, p.fault"


def image_from_row(row: tuple[Any, ...]) -> ResponsiveImage | None:
    """The image of a row of IMAGE_COLUMNS; None where there is none, or it cannot be shown."""
    if row[0] is None or row[-1]:
        return None
    file, metadata = decode_path(row[0]), metadata_from_row(row[1:])
    href = href_of(output_paths(file, metadata)[0])
    if not metadata.widths:
        return ResponsiveImage(href, metadata.width, metadata.height)
    # A comma may stand in a link, but not at the beginning of one in a list of them (HTML, "srcset attributes").
    stem = href_of(name_stem(file)).replace(",", "%2C")
    return ResponsiveImage(href, metadata.width, metadata.height, stem, metadata.widths, metadata.formats)


def metadata_from_row(row: tuple[Any, ...]) -> ImageMetadata:
    """The metadata of an image from a row of IMAGE_COLUMNS without the path, behind which its texts may stand."""
    width, height, fallback, widths, formats, *texts = row
    return ImageMetadata(width, height, fallback, tuple(map(int, widths.split())), tuple(formats.split()), *texts)
