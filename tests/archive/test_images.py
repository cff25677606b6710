"""The images of the index, and what pages show of them."""

from pathlib import Path

from newsgen.archive.archive import Archive
from newsgen.archive.articles import ArticleTable
from newsgen.archive.images import ImageTable, image_files, rendition_sources
from newsgen.archive.links import LinkTable, ResolvedLink
from newsgen.images.cache import ImageCache
from newsgen.images.metadata import ImageMetadata, ImageResult
from newsgen.record.article import Block, Image
from newsgen.record.paths import href_of
from newsgen.record.responsive_image import ResponsiveImage
from newsgen.settings.site import Site
from tests.support.records import PHOTOGRAPH, an_article, make_index
from tests.support.state import open_state

ODD = "media/caf\udce9, fair #2.tiff"


def test_images_are_recorded_as_they_were_put() -> None:
    table = ImageTable(open_state())
    images = {
        "media/fair.jpg": ImageResult(PHOTOGRAPH, "a1"),
        "media/map.svg": ImageResult(ImageMetadata(300, 200)),
        "media/lost.jpg": ImageResult(ImageMetadata(fault="it is empty")),
        ODD: ImageResult(PHOTOGRAPH, "b2"),
    }
    assert table.is_empty()
    for media, image in images.items():
        table.put(media, ImageResult(ImageMetadata()))
        table.put(media, image)
    assert not table.is_empty()
    assert table.all() == images
    table.remove(["media/fair.jpg", ODD])
    assert table.all().keys() == {"media/map.svg", "media/lost.jpg"}


def test_a_page_shows_images_by_links_and_sizes_and_no_unreadable_ones() -> None:
    text = "![a](odd.tiff) ![b](odd.tiff#x) ![c](map.svg) ![d](lost.jpg) ![e](gone.jpg) [map](map.svg#y)"
    state = make_index([an_article("a.md", body=(Block("markdown", text, 1),))], Site())
    media = {"odd.tiff": ODD, "odd.tiff#x": ODD, "map.svg": "media/map.svg", "lost.jpg": "media/lost.jpg"}
    article = Archive(state).find_article("a.md")
    assert article
    for address, file in {**media, "map.svg#y": "media/map.svg", "gone.jpg": ""}.items():
        fragment = "".join(address.partition("#")[1:])
        LinkTable(state).resolve(article.id, address, ResolvedLink(f"{href_of(file)}{fragment}" if file else "", file))
    table = ImageTable(state)
    table.put(ODD, ImageResult(PHOTOGRAPH, "a1"))
    table.put("media/map.svg", ImageResult(ImageMetadata(300, 200)))
    table.put("media/lost.jpg", ImageResult(ImageMetadata(fault="it is empty")))
    odd = ResponsiveImage(
        "media/caf-,%20fair%20%232-873d78.tiff.jpg",
        1600,
        1000,
        "media/caf-%2C%20fair%20%232-873d78.tiff",
        (480, 960, 1600),
        ("avif", "webp"),
    )
    assert table.of_article("a.md") == {
        "odd.tiff": odd,
        "odd.tiff#x": odd._replace(href=f"{odd.href}#x"),
        "map.svg": ResponsiveImage("media/map.svg", 300, 200),
    }


def test_the_digest_of_an_image_changes_with_what_pages_show_and_not_with_its_content() -> None:
    state = make_index([an_article("a.md", published="2024", images=(Image("fair.jpg"),))], Site())
    archive, table = Archive(state), ImageTable(state)
    article, group = archive.find_article("a.md"), archive.group("years", "2024")
    assert article
    assert group
    ArticleTable(state).set_image(article.id, "media/fair.jpg")
    digests = []
    for metadata, key in ((PHOTOGRAPH, "a1"), (PHOTOGRAPH, "b2"), (PHOTOGRAPH._replace(height=999), "a1")):
        table.put("media/fair.jpg", ImageResult(metadata, key))
        digests += [member.picture for member in archive.members(group)]
    assert None not in digests
    assert digests[0] == digests[1] != digests[2]


def test_shown_files_are_those_that_some_article_shows_as_images() -> None:
    texts = {"a.md": "![a](a.jpg) [b](b.jpg)", "b.md": "![c](c) ![b](b.jpg)", "c.md": "[d](d.pdf) ![gone](gone.jpg)"}
    media = {"a.jpg": "media/a.jpg", "b.jpg": "media/b.jpg", "c": ODD, "d.pdf": "media/d.pdf", "gone.jpg": ""}
    state = make_index([an_article(path, body=(Block("markdown", text, 1),)) for path, text in texts.items()], Site())
    links = LinkTable(state)
    for path in texts:
        article = Archive(state).find_article(path)
        assert article
        for address, _ in links.of_article(article.id):
            links.resolve(article.id, address, ResolvedLink("", media[address]))
    assert links.shown_media() == {"media/a.jpg", "media/b.jpg", ODD}
    assert links.published_media() == sorted({"media/a.jpg", "media/b.jpg", ODD, "media/d.pdf"})


def test_a_static_image_under_another_name_than_its_renditions_stays_beside_them() -> None:
    image = ImageResult(ImageMetadata(48, 32, "jpg", (48,), ("avif",)), "a1")
    images = dict.fromkeys(("fair.webp", "fair.jpg", "media/fair.webp"), image)
    static = dict.fromkeys(("fair.webp", "fair.jpg"), Path("static"))
    assert dict(image_files(images, static)) == {
        "fair.webp": ["fair.webp.jpg", "fair.webp-48.avif", "fair.webp"],
        "fair.jpg": ["fair.jpg", "fair-48.avif"],
        "media/fair.webp": ["media/fair.webp.jpg", "media/fair.webp-48.avif"],
    }


def test_the_cache_has_each_rendition_of_an_image(tmp_path: Path) -> None:
    cache = ImageCache(tmp_path)
    images = {
        "media/fair.tiff": ImageResult(ImageMetadata(48, 32, "jpg", (48,), ("webp",)), "a1"),
        "media/map.svg": ImageResult(ImageMetadata(300, 200)),
    }
    assert dict(rendition_sources(images, cache)) == {
        "media/fair.tiff.jpg": cache.path("a1", "whole.jpg"),
        "media/fair.tiff-48.webp": cache.path("a1", "48.webp"),
    }
