"""Lacks: images that are not there and links that lead nowhere, told in one order."""

from pathlib import Path

from newsgen.archive.broken_links import broken_images, dangling_links, missing_images
from newsgen.archive.images import put_image
from newsgen.errors import Problem
from newsgen.images.metadata import ImageMetadata
from newsgen.images.renditions import ImageResult
from newsgen.record.article import Article, Block
from newsgen.settings.site import Site
from tests.support.records import an_article, make_index, resolve_all


def lacking(*paths: str) -> list[Article]:
    """Articles of which each lacks two pictures and two links."""
    text = "![z](z.jpg) [y](y.html)\n\n[x](x.html)\n\n![a](/a.jpg)"
    return [an_article(path, headline="Tide", body=(Block("markdown", text, 5),)) for path in paths]


def test_an_index_of_whole_articles_lacks_nothing(tmp_path: Path) -> None:
    state = make_index([an_article("a.md")], Site())
    resolve_all(state, tmp_path, Site())
    assert (list(missing_images(state, "articles")), list(dangling_links(state, "articles"))) == ([], [])


def test_what_is_lacking_is_told_with_its_mend(tmp_path: Path) -> None:
    state = make_index(lacking("a.md"), Site())
    resolve_all(state, tmp_path, Site())
    assert list(missing_images(state, "clippings")) == [
        Problem(
            "clippings/a.md",
            5,
            'there is no image "z.jpg"',
            "Its place on the page would stay empty.",
            "Put the file beside the article, or write missing_images: note in site.yaml to publish without it.",
        ),
        Problem(
            "clippings/a.md",
            9,
            'there is no image "/a.jpg"',
            "Its place on the page would stay empty.",
            "Put the file below static/, or write missing_images: note in site.yaml to publish without it.",
        ),
    ]
    assert list(dangling_links(state, "clippings")) == [
        Problem(
            "clippings/a.md",
            line,
            f'the link "{address}" leads to nothing in the archive',
            "Readers who follow it find no page.",
            "Correct it, or name the old site's address as original_url: in site.yaml.",
        )
        for line, address in ((5, "y.html"), (7, "x.html"))
    ]


def test_what_is_lacking_is_told_by_article_and_line_whatever_came_first(tmp_path: Path) -> None:
    articles = lacking("b.md", "c.md", "caf\udce9.md", "a.md")
    state = make_index(articles, Site())
    resolve_all(state, tmp_path, Site())
    for told in (missing_images(state, "articles"), dangling_links(state, "articles")):
        places = [(problem.path, problem.line) for problem in told]
        assert places == sorted(places)
        assert len(places) == 8


def test_what_is_mended_is_lacking_no_longer(tmp_path: Path) -> None:
    state = make_index(lacking("a.md"), Site())
    resolve_all(state, tmp_path, Site())
    (tmp_path / "z.jpg").write_bytes(b"z")
    resolve_all(state, tmp_path, Site(original_url="https://old.example"), {"a.jpg": tmp_path / "z.jpg"})
    assert list(missing_images(state, "articles")) == []


def test_an_image_that_cannot_be_shown_is_told_where_it_is_shown(tmp_path: Path) -> None:
    text = "![z](z.jpg)\n\n[z](z.jpg#top) ![y](y.jpg)"
    state = make_index([an_article("a.md", body=(Block("markdown", text, 5),))], Site())
    for name in "yz":
        (tmp_path / f"{name}.jpg").write_bytes(b"")
    resolve_all(state, tmp_path, Site())
    put_image(state, "media/z.jpg", ImageResult(ImageMetadata(fault="it is empty")))
    put_image(state, "media/y.jpg", ImageResult(ImageMetadata(48, 32)))
    assert list(broken_images(state, "clippings")) == [
        Problem(
            "clippings/a.md",
            5,
            'cannot read the image "z.jpg": it is empty',
            "Its place on the page would stay empty.",
            "Put a whole one in its place, or write missing_images: note in site.yaml to publish without it.",
        )
    ]
