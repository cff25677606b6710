"""Measure an image file and make its renditions, or take them from the cache."""

from __future__ import annotations

from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TYPE_CHECKING

from newsgen.images.active_documents import BEGINNING, is_active, may_be_document
from newsgen.images.films import Blank, blank_parts
from newsgen.images.metadata import MAY_BE_RUN, ImageMetadata, ImageResult
from newsgen.images.naming import (
    ORIGINAL,
    ending_of,
    is_drawing,
    is_opened,
    may_be_run,
    may_have_private_parts,
    tells_no_type,
)
from newsgen.images.private_parts import find_in_file
from newsgen.images.profile import ImageProfile, image_code_digest, profile_digest
from newsgen.images.safe_svg import clean_svg
from newsgen.images.strip import keep_original, strip_image
from newsgen.images.svg import is_svg, measure_svg
from newsgen.record.digests import digest_of, digest_of_bytes
from newsgen.record.media_kinds import media_kind

if TYPE_CHECKING:
    from newsgen.images.cache import ImageCache

_PRIVATE = "it may say where it was made, in a way that newsgen cannot take out"


def make_image(source: Path, profile: ImageProfile, cache: ImageCache) -> ImageResult:
    """Measure an image and make sure that the cache holds its renditions, as they were put there."""
    kept = _make_kept(source, cache)
    if kept is not None:
        return kept
    content = _read_raster(source)
    if isinstance(content, ImageMetadata):
        return ImageResult(content)
    ending = ending_of(source.name)
    key = _key_of(content, profile, ending)
    cached = cache.find_whole(key)
    if cached:
        return ImageResult(cached, key)
    # This loads Pillow, which a build without new images does not need.
    from newsgen.images.formats import UnreadableImage
    from newsgen.images.raster import encode_renditions

    try:
        metadata, renditions = encode_renditions(content, ending, profile)
    except UnreadableImage as fault:
        return ImageResult(ImageMetadata(fault=str(fault)))
    cache.put(key, metadata, renditions)
    return ImageResult(metadata, key)


def make_linked_image(source: Path, profile: ImageProfile, cache: ImageCache) -> ImageResult:
    """Make sure that a photograph to which articles only link tells nothing but its pixels.

    It keeps its format and its size where that can be done without decoding it, and is made as others are if not.
    Films, sounds and documents keep theirs too.
    """
    if may_be_run(source.name) or tells_no_type(source.name):
        return ImageResult(_look_at_program(source))
    kept = _make_kept(source, cache)
    if kept is not None:
        return kept
    content = _read_raster(source)
    if isinstance(content, ImageMetadata):
        return ImageResult(content)
    if strip_image(content) is None:
        return make_image(source, profile, cache)
    metadata, renditions = keep_original(content, ImageMetadata())
    if not renditions:
        return ImageResult(metadata)
    key = digest_of("linked", _key_of(content, profile, ending_of(source.name))).hex()
    if not cache.find_whole(key):
        cache.put(key, metadata, renditions)
    return ImageResult(metadata, key)


def _make_kept(source: Path, cache: ImageCache) -> ImageResult | None:
    """What is published of a film, a sound, a document or a drawing, which keep their formats; else None."""
    if may_have_private_parts(source.name):
        return _blank_file(source, cache)
    return _make_drawing(source, cache) if is_drawing(source.name) else None


def _blank_file(source: Path, cache: ImageCache) -> ImageResult:
    """Make sure that a film, a sound or a document says nothing of where it was made; most stay as they are."""
    metadata, parts = _look_into(source)
    if not parts:
        return ImageResult(metadata)
    content = source.read_bytes()
    key = digest_of("film", digest_of_bytes(content), image_code_digest()).hex()
    metadata = metadata._replace(fallback=ORIGINAL)
    if not cache.find_whole(key):
        cache.put(key, metadata, {f"whole.{ORIGINAL}": blank_parts(content, parts)})
    return ImageResult(metadata, key)


def _make_drawing(source: Path, cache: ImageCache) -> ImageResult:
    """Make sure that a drawing runs and loads nothing; most stay as they are."""
    metadata, clean = _look_at_drawing(source)
    if metadata.fallback != ORIGINAL:
        return ImageResult(metadata)
    key = digest_of("drawing", digest_of_bytes(clean), image_code_digest()).hex()
    if not cache.find_whole(key):
        cache.put(key, metadata, {f"whole.{ORIGINAL}": clean})
    return ImageResult(metadata, key)


def _look_at_drawing(source: Path) -> tuple[ImageMetadata, bytes]:
    """The metadata of a drawing, and what is published of it."""
    content = _read(source)
    if isinstance(content, ImageMetadata):
        return content, b""
    if not is_svg(content):
        return ImageMetadata(fault="it is no SVG"), b""
    clean = clean_svg(content)
    if clean is None:
        return ImageMetadata(fault="its XML is not well-formed"), b""
    return ImageMetadata(*measure_svg(content), fallback="" if clean == content else ORIGINAL), clean


def _look_at_program(source: Path) -> ImageMetadata:
    """The fault of a file that may be run; none for a document without scripts."""
    if may_be_run(source.name) and not is_opened(source.name):
        return ImageMetadata(fault=MAY_BE_RUN)
    try:
        with source.open("rb") as file:
            content = file.read(BEGINNING)
            # What is no document may have any size.
            content += file.read() if may_be_document(content, source.name) else b""
    except OSError as error:
        return ImageMetadata(fault=error.strerror or str(error))
    return ImageMetadata(fault=MAY_BE_RUN if is_active(content, source.name) else "")


def _look_into(source: Path) -> tuple[ImageMetadata, list[Blank]]:
    """The fault of such a file, if it has one, and what is to be blanked in it."""
    try:
        with source.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as content:
            return ImageMetadata(), find_in_file(content)
    except OSError as error:
        return ImageMetadata(fault=error.strerror or str(error)), []
    except ValueError:
        # No empty file can be mapped, and there is nothing in it.
        return ImageMetadata(fault=_PRIVATE if source.stat().st_size else ""), []


def measure_image(source: Path, profile: ImageProfile, cache: ImageCache) -> ImageMetadata:
    """Measure an image, of which nothing is made."""
    kept = _look_at_kept(source)
    if kept is not None:
        return kept
    content = _read_raster(source)
    if isinstance(content, ImageMetadata):
        return content
    ending = ending_of(source.name)
    cached = cache.find(_key_of(content, profile, ending))
    if cached:
        return cached
    from newsgen.images.formats import UnreadableImage
    from newsgen.images.raster import measure_raster

    try:
        return measure_raster(content, ending, profile)
    except UnreadableImage as fault:
        return ImageMetadata(fault=str(fault))


def measure_linked_image(source: Path, profile: ImageProfile, cache: ImageCache) -> ImageMetadata:
    """The metadata of an image to which articles only link, of which nothing is made."""
    if may_be_run(source.name) or tells_no_type(source.name):
        return _look_at_program(source)
    kept = _look_at_kept(source)
    if kept is not None:
        return kept
    content = _read_raster(source)
    if isinstance(content, ImageMetadata):
        return content
    return ImageMetadata() if strip_image(content) is not None else measure_image(source, profile, cache)


def _look_at_kept(source: Path) -> ImageMetadata | None:
    """The metadata of a film, a sound, a document or a drawing; else None."""
    if may_have_private_parts(source.name):
        return _look_into(source)[0]
    return _look_at_drawing(source)[0] if is_drawing(source.name) else None


def _read_raster(source: Path) -> bytes | ImageMetadata:
    """The content of a raster image, or the metadata of any other file and of one that cannot be read.

    A sound, a video and a document are no images, and are published as they are.
    """
    return ImageMetadata() if media_kind(source.name) else _read(source)


def _read(source: Path) -> bytes | ImageMetadata:
    """The content of a file, or the metadata of one that cannot be read."""
    try:
        return source.read_bytes()
    except OSError as error:
        return ImageMetadata(fault=error.strerror or str(error))


def _key_of(content: bytes, profile: ImageProfile, ending: str) -> str:
    return digest_of(digest_of_bytes(content), profile_digest(profile), ending).hex()
