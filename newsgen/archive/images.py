"""What the index knows of pictures: their measures, by their place in the output."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from newsgen.archive.database import decode_path, encode_path
from newsgen.images.cache import ImageCache
from newsgen.images.metadata import ImageMetadata, files_of, name_parts, place_of
from newsgen.images.naming import name_stem
from newsgen.images.renditions import ImageResult
from newsgen.record.digests import digest_of
from newsgen.record.paths import href_of
from newsgen.record.responsive_image import ResponsiveImage

# A picture's columns for `picture_of`, in a query that calls its table p.
COLUMNS = "p.media, p.width, p.height, p.fallback, p.widths, p.formats, p.fault"


def shown_media(state: sqlite3.Connection) -> set[str]:
    """The files that articles show, and not only link to, by their place in the output."""
    rows = state.execute("SELECT DISTINCT media FROM links WHERE media <> '' AND is_image")
    return {decode_path(media) for (media,) in rows}


def known_images(state: sqlite3.Connection) -> dict[str, ImageResult]:
    """All pictures that the index knows."""
    rows = state.execute(f"SELECT p.key, {COLUMNS} FROM pictures p")
    return {decode_path(row[1]): ImageResult(_measures(row[2:]), row[0]) for row in rows}


def put_image(state: sqlite3.Connection, media: str, made: ImageResult) -> None:
    """Know a picture as it is now."""
    width, height, fallback, widths, formats, fault = made.measures
    listed = (" ".join(map(str, widths)), " ".join(formats))
    state.execute(
        "INSERT OR REPLACE INTO pictures VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (encode_path(media), made.key, digest_of(media, *made.measures), width, height, fallback, *listed, fault),
    )


def forget_images(state: sqlite3.Connection, media: Iterable[str]) -> None:
    """Know pictures no longer."""
    state.executemany("DELETE FROM pictures WHERE media = ?", ((encode_path(file),) for file in media))


def image_of(row: tuple[Any, ...]) -> ResponsiveImage | None:
    """The picture of a row of COLUMNS; None where there is none, or it cannot be shown."""
    if row[0] is None or row[-1]:
        return None
    file, measures = decode_path(row[0]), _measures(row[1:])
    href = href_of(files_of(file, measures)[0])
    if not measures.fallback:
        return ResponsiveImage(href, measures.width, measures.height)
    # A comma may stand in a link, but not at the beginning of one in a list of them (HTML, "srcset attributes").
    stem = href_of(name_stem(file)).replace(",", "%2C")
    return ResponsiveImage(href, measures.width, measures.height, stem, measures.widths, measures.formats)


def image_files(state: sqlite3.Connection, static: Mapping[str, Path]) -> Iterator[tuple[str, list[str]]]:
    """The files of each picture that the index knows; a static one under a name of its own stays beside them."""
    for media, made in known_images(state).items():
        files = files_of(media, made.measures)
        yield media, [*files, media] if media in static and media not in files else files


def part_sources(state: sqlite3.Connection, cache: ImageCache) -> Iterator[tuple[str, Path]]:
    """For each file that is pending and was made of a picture, its place in the output and where the cache has it."""
    rows = state.execute(
        f"SELECT p.key, {COLUMNS} FROM pending q JOIN pictures p ON p.media = substr(q.owner, length('asset:') + 1)"
        " WHERE q.owner >= 'asset:' AND q.owner < 'asset;'"
    )
    for key, media, *measures in rows:
        for part in name_parts(_measures(measures)):
            yield place_of(decode_path(media), part), cache.part(key, part)


def _measures(row: Any) -> ImageMetadata:
    width, height, fallback, widths, formats, fault = row
    return ImageMetadata(width, height, fallback, tuple(map(int, widths.split())), tuple(formats.split()), fault)
