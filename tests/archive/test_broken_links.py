"""Broken images and links are reported with their fix, in one order."""

from pathlib import Path

from newsgen.archive.broken_links import dangling_links, missing_images, unreadable_images
from newsgen.archive.images import ImageTable
from newsgen.archive.links import LinkTable
from newsgen.errors import Problem
from newsgen.images.metadata import ImageMetadata, ImageResult
from newsgen.record.article import Article, Block
from newsgen.settings.site import Site
from tests.support.records import an_article, make_index, resolve_all


def broken_articles(*paths: str) -> list[Article]:
    """Articles with two missing images and two dangling links each."""
    text = "![z](z.jpg) [y](y.html)\n\n[x](x.html)\n\n![a](/a.jpg)"
    return [an_article(path, headline="Tide", body=(Block("markdown", text, 5),)) for path in paths]


def test_articles_without_addresses_have_no_broken_ones(tmp_path: Path) -> None:
    state = make_index([an_article("a.md")], Site())
    resolve_all(state, tmp_path, Site())
    links = LinkTable(state)
    assert (list(missing_images(links, "articles")), list(dangling_links(links, "articles"))) == ([], [])


def test_broken_images_and_links_are_reported_with_their_fix(tmp_path: Path) -> None:
    state = make_index(broken_articles("a.md"), Site())
    resolve_all(state, tmp_path, Site())
    assert list(missing_images(LinkTable(state), "clippings")) == [
        Problem(
            "clippings/a.md",
            5,
            'there is no image "z.jpg"',
            "Its text stands in its place.",
            "Put the file beside the article, or take the image out of the text.",
        ),
        Problem(
            "clippings/a.md",
            9,
            'there is no image "/a.jpg"',
            "Its text stands in its place.",
            "Put the file below static/, or take the image out of the text.",
        ),
    ]
    assert list(dangling_links(LinkTable(state), "clippings")) == [
        Problem(
            "clippings/a.md",
            line,
            f'the link "{address}" leads to nothing in the archive',
            "Readers who follow it find no page.",
            "Correct it, or name the old site's address as original_url: in site.yaml.",
        )
        for line, address in ((5, "y.html"), (7, "x.html"))
    ]


def test_reports_are_ordered_by_article_and_line(tmp_path: Path) -> None:
    articles = broken_articles("b.md", "c.md", "caf\udce9.md", "a.md")
    state = make_index(articles, Site())
    resolve_all(state, tmp_path, Site())
    for problems in (missing_images(LinkTable(state), "articles"), dangling_links(LinkTable(state), "articles")):
        places = [(problem.path, problem.line) for problem in problems]
        assert places == sorted(places)
        assert len(places) == 8


def test_images_that_were_put_in_their_place_are_not_reported(tmp_path: Path) -> None:
    state = make_index(broken_articles("a.md"), Site())
    resolve_all(state, tmp_path, Site())
    (tmp_path / "z.jpg").write_bytes(b"z")
    resolve_all(state, tmp_path, Site(original_url="https://old.example"), {"a.jpg": tmp_path / "z.jpg"})
    assert list(missing_images(LinkTable(state), "articles")) == []


def test_an_unreadable_image_is_reported_where_it_is_shown(tmp_path: Path) -> None:
    text = "![z](z.jpg)\n\n[z](z.jpg#top) ![y](y.jpg)"
    state = make_index([an_article("a.md", body=(Block("markdown", text, 5),))], Site())
    for name in "yz":
        (tmp_path / f"{name}.jpg").write_bytes(b"")
    resolve_all(state, tmp_path, Site())
    images = ImageTable(state)
    images.put("media/z.jpg", ImageResult(ImageMetadata(fault="it is empty")))
    images.put("media/y.jpg", ImageResult(ImageMetadata(48, 32)))
    assert list(unreadable_images(images, "clippings")) == [
        Problem(
            "clippings/a.md",
            5,
            'cannot read the image "z.jpg": it is empty',
            "Its text stands in its place.",
            "Put a whole one in its place, or take the image out of the text.",
        )
    ]
