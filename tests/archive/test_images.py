"""What the index knows of pictures, and what pages are told of them."""

from pathlib import Path

from newsgen.archive.database import encode_path
from newsgen.archive.images import (
    COLUMNS,
    forget_images,
    image_files,
    image_of,
    known_images,
    part_sources,
    put_image,
    shown_media,
)
from newsgen.build.state import mark_pending
from newsgen.images.cache import ImageCache
from newsgen.images.metadata import ImageMetadata
from newsgen.images.renditions import ImageResult
from newsgen.record.responsive_image import ResponsiveImage
from tests.support.records import PHOTOGRAPH, open_index

ODD = "media/caf\udce9, fair #2.tiff"


def test_pictures_are_known_as_they_were_put() -> None:
    state = open_index()
    pictures = {
        "media/fair.jpg": ImageResult(PHOTOGRAPH, "a1"),
        "media/map.svg": ImageResult(ImageMetadata(300, 200)),
        "media/lost.jpg": ImageResult(ImageMetadata(fault="it is empty")),
        ODD: ImageResult(PHOTOGRAPH, "b2"),
    }
    for media, made in pictures.items():
        put_image(state, media, ImageResult(ImageMetadata()))
        put_image(state, media, made)
    assert known_images(state) == pictures
    forget_images(state, ["media/fair.jpg", ODD])
    assert known_images(state).keys() == {"media/map.svg", "media/lost.jpg"}


def test_a_page_is_told_of_a_picture_by_links_and_measures() -> None:
    state = open_index()
    put_image(state, ODD, ImageResult(PHOTOGRAPH, "a1"))
    put_image(state, "media/map.svg", ImageResult(ImageMetadata(300, 200)))
    put_image(state, "media/lost.jpg", ImageResult(ImageMetadata(fault="it is empty")))
    rows = state.execute(f"SELECT {COLUMNS} FROM pictures p ORDER BY p.media").fetchall()
    assert [image_of(row) for row in rows] == [
        ResponsiveImage(
            "media/caf%E9,%20fair%20%232.tiff.jpg",
            1600,
            1000,
            "media/caf%E9%2C%20fair%20%232.tiff",
            (480, 960, 1600),
            ("avif", "webp"),
        ),
        None,
        ResponsiveImage("media/map.svg", 300, 200),
    ]
    assert image_of((None,) * 7) is None


def test_the_digest_of_a_picture_changes_with_what_pages_are_told_and_not_with_its_content() -> None:
    state = open_index()
    digests = []
    for measures, key in ((PHOTOGRAPH, "a1"), (PHOTOGRAPH, "b2"), (PHOTOGRAPH._replace(height=999), "a1")):
        put_image(state, "media/fair.jpg", ImageResult(measures, key))
        digests += state.execute("SELECT digest FROM pictures").fetchall()
    assert digests[0] == digests[1] != digests[2]


def test_only_what_some_article_shows_is_shown() -> None:
    state = open_index()
    links = [(1, "a.jpg", True, "media/a.jpg"), (1, "b.jpg", False, "media/b.jpg"), (2, "c", True, ODD)]
    links += [(2, "b.jpg", True, "media/b.jpg"), (3, "d.pdf", False, "media/d.pdf"), (3, "gone.jpg", True, "")]
    state.executemany(
        "INSERT INTO links VALUES(?, ?, ?, 0, '', ?, '')",
        ((number, address, is_image, encode_path(media)) for number, address, is_image, media in links),
    )
    assert shown_media(state) == {"media/a.jpg", "media/b.jpg", ODD}


def test_a_static_picture_under_a_name_of_its_own_stays_beside_its_renditions() -> None:
    state = open_index()
    for media in ("fair.webp", "fair.jpg", "media/fair.webp"):
        put_image(state, media, ImageResult(ImageMetadata(48, 32, "jpg", (48,), ("avif",)), "a1"))
    static = dict.fromkeys(("fair.webp", "fair.jpg"), Path("static"))
    assert dict(image_files(state, static)) == {
        "fair.webp": ["fair.webp.jpg", "fair.webp-48.avif", "fair.webp"],
        "fair.jpg": ["fair.jpg", "fair-48.avif"],
        "media/fair.webp": ["media/fair.webp.jpg", "media/fair.webp-48.avif"],
    }


def test_the_cache_is_named_for_the_files_of_pending_pictures_alone(tmp_path: Path) -> None:
    state = open_index()
    cache = ImageCache(tmp_path)
    for media, key in (("media/fair.tiff", "a1"), ("media/other.jpg", "b2"), ("media/map.svg", "")):
        measures = ImageMetadata(48, 32, "jpg", (48,), ("webp",)) if key else ImageMetadata(300, 200)
        put_image(state, media, ImageResult(measures, key))
    mark_pending(state, [(f"asset:{media}", "it is new") for media in ("media/fair.tiff", "media/map.svg")])
    assert dict(part_sources(state, cache)) == {
        "media/fair.tiff.jpg": cache.part("a1", "whole.jpg"),
        "media/fair.tiff-48.webp": cache.part("a1", "48.webp"),
    }
