"""The images of the archive: the metadata of each, by its path in the output."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from newsgen.archive.database import decode_path, encode_path
from newsgen.archive.image_row import IMAGE_COLUMNS, image_from_row, metadata_from_row
from newsgen.archive.links import LinkPlace, fragment_of
from newsgen.images.metadata import ImageResult, output_path, output_paths, rendition_names
from newsgen.record.digests import digest_of

if TYPE_CHECKING:
    from newsgen.images.cache import ImageCache
    from newsgen.record.responsive_image import ResponsiveImage

# Only the pages of articles show them.
_TEXT_COLUMNS = "p.caption, p.credit"


class ImageTable:
    """The table `images`."""

    def __init__(self, state: sqlite3.Connection) -> None:
        self._state = state

    def all(self) -> dict[str, ImageResult]:
        """All images, by their paths in the output."""
        rows = self._state.execute(f"SELECT p.key, {IMAGE_COLUMNS}, {_TEXT_COLUMNS} FROM images p")
        return {decode_path(row[1]): ImageResult(metadata_from_row(row[2:]), row[0]) for row in rows}

    def is_empty(self) -> bool:
        """Whether the archive shows no image."""
        return self._state.execute("SELECT 1 FROM images LIMIT 1").fetchone() is None

    def put(self, media: str, image: ImageResult) -> None:
        """Record an image as it is now."""
        width, height, fallback, widths, formats, *texts = image.metadata
        lists = (" ".join(map(str, widths)), " ".join(formats))
        self._state.execute(
            "INSERT OR REPLACE INTO images VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (encode_path(media), image.key, digest_of(media, *image.metadata), width, height, fallback, *lists, *texts),
        )

    def remove(self, media: Iterable[str]) -> None:
        """Remove images."""
        self._state.executemany("DELETE FROM images WHERE media = ?", ((encode_path(file),) for file in media))

    def of_article(self, path: str) -> dict[str, ResponsiveImage]:
        """The images that an article shows, by their addresses in its text."""
        rows = self._state.execute(
            f"SELECT l.address, l.target, {_TEXT_COLUMNS}, {IMAGE_COLUMNS} FROM links l"
            " JOIN images p ON p.media = l.media"
            " WHERE l.article_id = (SELECT id FROM articles WHERE path = ?) AND l.is_image ORDER BY l.address",
            (encode_path(path),),
        )
        found = ((decode_path(row[0]), fragment_of(row[1]), row[2:4], image_from_row(row[4:])) for row in rows)
        return {
            address: image._replace(href=image.href + fragment, caption=caption, credit=credit)
            for address, fragment, (caption, credit), image in found
            if image
        }

    def unreadable(self) -> Iterator[tuple[LinkPlace, str]]:
        """Where articles show an image that is there and cannot be read, or only link to it, with its fault."""
        rows = self._state.execute(
            # A cross join is made in this order: the few images with a fault come first.
            "SELECT a.path, l.address, l.line, p.fault FROM images p CROSS JOIN links l ON l.media = p.media"
            " JOIN articles a ON a.id = l.article_id WHERE p.fault <> '' AND l.media <> ''"
            " AND (l.is_image OR NOT EXISTS (SELECT 1 FROM links s WHERE s.media = p.media AND s.is_image))"
            " ORDER BY a.path, l.line, l.address"
        )
        for path, address, line, fault in rows:
            yield LinkPlace(decode_path(path), decode_path(address), line), fault


def image_files(images: Mapping[str, ImageResult], static: Mapping[str, Path]) -> Iterator[tuple[str, list[str]]]:
    """The files of each image; a static one under a name of its own stays beside them."""
    for media, image in images.items():
        files = output_paths(media, image.metadata)
        yield media, [*files, media] if media in static and media not in files else files


def rendition_sources(images: Mapping[str, ImageResult], cache: ImageCache) -> Iterator[tuple[str, Path]]:
    """Where the cache has each rendition of images, by the rendition's path in the output."""
    for media, image in images.items():
        for name in rendition_names(image.metadata):
            yield output_path(media, name), cache.path(image.key, name)
