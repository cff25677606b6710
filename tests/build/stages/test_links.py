"""Links in texts: what each address leads to, which files are published for them, and what is broken."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from newsgen.archive.archive import Archive
from newsgen.archive.broken_links import dangling_links, missing_images
from newsgen.archive.facts import CardImageChanged
from newsgen.archive.links import LinkTable
from newsgen.build.stages.links import LinkResolver, resolve_links
from newsgen.record.article import Article, Block, Image, Origin
from newsgen.settings.markdown import MarkdownSettings
from newsgen.settings.site import Site
from tests.support.records import make_index, resolve_all

REEDS = Article(
    "2015/reeds.md", "Reeds cut back", permalink="/2015/reeds cut.html", original_url="https://old.example/17"
)


class Found(NamedTuple):
    """What addresses lead to by article and address, the files to publish for them, and what is broken."""

    targets: dict[tuple[str, str], str]
    media: list[str]
    missing: list[str]
    dangling: list[str]


def make_article(text: str = "", path: str = "2014/heron.md", line: int = 5, **fields: Any) -> Article:
    body = (Block("markdown", text, line),) if text else ()
    origin = {"images": Origin(f"articles/{path}", 3)}
    return Article(path=path, headline="Heron", body=body, origin=origin, **fields)


def put(folder: Path, *paths: str) -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(b"media")


def resolve(
    folder: Path, *articles: Article, static: Mapping[str, Path] | None = None, html: bool = False, **settings: Any
) -> Found:
    site = Site(**settings, markdown=MarkdownSettings(html=html))
    state = make_index((*articles, REEDS), site)
    resolve_all(state, folder, site, static)
    archive, links = Archive(state), LinkTable(state)
    return Found(
        {(path, address): to for path in links.linking_articles() for address, to in archive.links(path).items()},
        links.published_media(),
        list(map(str, missing_images(links, site.articles))),
        list(map(str, dangling_links(links, site.articles))),
    )


def missing_image(place: str, address: str, where: str = "beside the article") -> str:
    return (
        f'{place}: there is no image "{address}"\n'
        "    Its text stands in its place.\n"
        f"    Put the file {where}, or take the image out of the text."
    )


def dangling_link(place: str, address: str) -> str:
    return (
        f'{place}: the link "{address}" leads to nothing in the archive\n'
        "    Readers who follow it find no page.\n"
        "    Correct it, or name the old site's address as original_url: in site.yaml."
    )


def test_articles_without_local_addresses_need_nothing(tmp_path: Path) -> None:
    assert resolve(tmp_path, make_article("Only text, and https://e.example.")) == Found({}, [], [], [])


def test_addresses_outside_and_fragments_of_the_page_are_left_alone(tmp_path: Path) -> None:
    text = "[a](https://e.example/) [b](#top) [c](mailto:a@e.example) [d](//e.example) ![e](https://e.example/e.png)"
    assert resolve(tmp_path, make_article(text)) == Found({}, [], [], [])


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("../2015/reeds.md", "2015/reeds%20cut.html"),
        ("../2015/reeds.md#mud", "2015/reeds%20cut.html#mud"),
        ("/2015/reeds.md", "2015/reeds%20cut.html"),
        ("/2015/reeds%20cut.html", "2015/reeds%20cut.html"),
        ("/2015/reeds%20cut.html?from=front#mud", "2015/reeds%20cut.html#mud"),
    ],
)
def test_a_link_to_an_article_leads_to_its_page(tmp_path: Path, address: str, target: str) -> None:
    found = resolve(tmp_path, make_article(f"[Reeds]({address})"))
    assert found == Found({("2014/heron.md", address): target}, [], [], [])


def test_images_and_files_beside_an_article_are_published(tmp_path: Path) -> None:
    put(tmp_path, "2014/heron.jpg", "maps/cove end.pdf", "unused.jpg")
    found = resolve(tmp_path, make_article("![Heron](heron.jpg) [map](<../maps/cove end.pdf>)"))
    assert found == Found(
        {
            ("2014/heron.md", "heron.jpg"): "media/2014/heron.jpg",
            ("2014/heron.md", "../maps/cove%20end.pdf"): "media/maps/cove%20end.pdf",
        },
        ["media/2014/heron.jpg", "media/maps/cove end.pdf"],
        [],
        [],
    )


def test_files_to_publish_are_sorted_and_named_once(tmp_path: Path) -> None:
    put(tmp_path, "b.jpg", "a.jpg")
    found = resolve(tmp_path, make_article("![b](b.jpg) ![a](./a.jpg) ![b](b.jpg)", "heron.md"))
    assert found.media == ["media/a.jpg", "media/b.jpg"]


def test_an_address_from_the_root_may_be_a_static_file(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    found = resolve(tmp_path, make_article("![Logo](/logo.png) [logo](/logo.png)"), static={"logo.png": logo})
    assert found == Found({("2014/heron.md", "/logo.png"): "logo.png"}, ["logo.png"], [], [])


def test_the_fragment_of_a_published_file_stays(tmp_path: Path) -> None:
    put(tmp_path, "2014/tides.pdf")
    found = resolve(tmp_path, make_article("[tides](tides.pdf#page=3)"))
    assert found.targets == {("2014/heron.md", "tides.pdf#page=3"): "media/2014/tides.pdf#page=3"}


def test_the_same_address_means_different_files_in_different_articles(tmp_path: Path) -> None:
    put(tmp_path, "a/photo.jpg", "b/photo.jpg")
    found = resolve(tmp_path, *(make_article("![p](photo.jpg)", f"{folder}/x.md") for folder in "ab"))
    assert found.targets == {
        ("a/x.md", "photo.jpg"): "media/a/photo.jpg",
        ("b/x.md", "photo.jpg"): "media/b/photo.jpg",
    }


def test_declared_images_are_published_too(tmp_path: Path) -> None:
    put(tmp_path, "2014/heron.jpg")
    found = resolve(tmp_path, make_article(images=(Image("heron.jpg"), Image("", caption="Not kept"))))
    assert found == Found({("2014/heron.md", "heron.jpg"): "media/2014/heron.jpg"}, ["media/2014/heron.jpg"], [], [])


@pytest.mark.parametrize("name", ["fair #2.jpg", "what?.jpg"])
def test_a_declared_image_is_a_file_name_and_not_an_address(tmp_path: Path, name: str) -> None:
    put(tmp_path, f"2014/{name}")
    found = resolve(tmp_path, make_article(images=(Image(name),)))
    assert found.missing == []
    assert found.media == [f"media/2014/{name}"]


def test_a_missing_image_is_reported_at_its_line(tmp_path: Path) -> None:
    found = resolve(tmp_path, make_article("One.\n\n![Heron](heron.jpg)", line=5))
    assert found.missing == [missing_image("articles/2014/heron.md:7", "heron.jpg")]
    assert found.targets == {("2014/heron.md", "heron.jpg"): ""}
    assert found.dangling == []


def test_a_missing_image_from_the_root_belongs_below_static(tmp_path: Path) -> None:
    found = resolve(tmp_path, make_article("![Logo](/logo.png)"), articles="clippings")
    assert found.missing == [missing_image("clippings/2014/heron.md:5", "/logo.png", "below static/")]


def test_a_missing_declared_image_is_reported_where_it_is_declared(tmp_path: Path) -> None:
    found = resolve(tmp_path, make_article("Not heron.jpg here.", images=(Image("heron.jpg"),)))
    assert found.missing == [missing_image("articles/2014/heron.md:3", "heron.jpg")]


def test_an_address_in_another_form_is_reported_for_the_whole_file(tmp_path: Path) -> None:
    found = resolve(tmp_path, make_article("![Heron](<my heron.jpg>)"))
    assert found.missing == [missing_image("articles/2014/heron.md", "my%20heron.jpg")]


def test_a_longer_address_that_holds_a_missing_one_is_not_its_line(tmp_path: Path) -> None:
    put(tmp_path, "2014/seagulls.jpg")
    found = resolve(tmp_path, make_article("![a](seagulls.jpg)\n\n![b](gulls.jpg)", line=5))
    assert found.missing == [missing_image("articles/2014/heron.md:7", "gulls.jpg")]


def test_a_line_is_found_in_the_block_that_holds_it(tmp_path: Path) -> None:
    body = (Block("markdown", "One.", 2), Block("markdown", "Two.\n[gone](gone.html)", 9))
    found = resolve(tmp_path, Article("a.md", "A", body=body))
    assert found.dangling == [dangling_link("articles/a.md:10", "gone.html")]


def test_an_image_is_no_link_to_an_article(tmp_path: Path) -> None:
    found = resolve(tmp_path, make_article("![Reeds](../2015/reeds.md)"))
    assert found.missing == [missing_image("articles/2014/heron.md:5", "../2015/reeds.md")]


@pytest.mark.parametrize("address", ["gone.html", "../gone.md", "/gone/", "?p=17"])
def test_a_link_to_nothing_stays_and_is_reported(tmp_path: Path, address: str) -> None:
    found = resolve(tmp_path, make_article(f"[gone]({address})"))
    assert found.targets == {}
    assert found.dangling == [dangling_link("articles/2014/heron.md:5", address)]
    assert found.missing == []


def test_a_link_from_the_root_leads_to_the_old_site_where_it_is_known(tmp_path: Path) -> None:
    text = "[a](/about/?x=1#us) [b](gone.html)"
    found = resolve(tmp_path, make_article(text), original_url="https://old.example")
    assert found.targets == {
        ("2014/heron.md", "/about/?x=1#us"): "https://old.example/about/?x=1#us",
    }
    assert found.dangling == [dangling_link("articles/2014/heron.md:5", "gone.html")]


def test_an_article_of_the_archive_goes_before_the_old_site(tmp_path: Path) -> None:
    found = resolve(tmp_path, make_article("[a](/2015/reeds%20cut.html)"), original_url="https://old.example")
    assert found.targets == {("2014/heron.md", "/2015/reeds%20cut.html"): "2015/reeds%20cut.html"}


def test_links_in_pasted_text_are_text(tmp_path: Path) -> None:
    body = (Block("paragraph", '[a](gone.html) <a href="gone.html">', 2),)
    assert resolve(tmp_path, Article("a.txt", "A", body=body)) == Found({}, [], [], [])


@pytest.mark.parametrize(
    "address", [" //[x", "\t//[x", "\x01//[x", "//[x", "/[x", "[x", "%", "/%ff", "\\\\x", "x" * 5_000]
)
def test_no_address_stops_the_build(tmp_path: Path, address: str) -> None:
    article = make_article(f"<p><a href='{address}'>a</a><img src='{address}' alt='b'></p>")
    assert resolve(tmp_path, article, html=True, original_url="https://old.example").media == []


def test_reports_do_not_depend_on_the_order_of_the_articles(tmp_path: Path) -> None:
    articles = [make_article("![x](x.jpg) [y](y.html)", f"{name}.md") for name in "bca"]
    one, other = resolve(tmp_path, *articles), resolve(tmp_path, *articles[::-1])
    assert (one.missing, one.dangling) == (other.missing, other.dangling)


def resolver(state: sqlite3.Connection, folder: Path) -> LinkResolver:
    return LinkResolver(Archive(state), folder, {}, Site())


def test_an_article_is_resolved_without_the_others(tmp_path: Path) -> None:
    state = make_index([make_article("![p](p.jpg)", "a.md"), make_article("![p](p.jpg)", "b.md")], Site())
    put(tmp_path, "p.jpg")
    resolve_links(state, ["a.md"], resolver(state, tmp_path))
    assert Archive(state).links("a.md") == {"p.jpg": "media/p.jpg"}
    assert Archive(state).links("b.md") == {"p.jpg": ""}


def test_articles_whose_cards_get_another_image_are_named(tmp_path: Path) -> None:
    state = make_index([make_article(images=(Image("p.jpg"),)), make_article("![p](p.jpg)", "2014/b.md")], Site())
    paths = LinkTable(state).linking_articles()
    assert resolve_links(state, paths, resolver(state, tmp_path)) == []
    put(tmp_path, "2014/p.jpg")
    assert resolve_links(state, paths, resolver(state, tmp_path)) == [CardImageChanged("2014/heron.md")]
    assert resolve_links(state, paths, resolver(state, tmp_path)) == []
    assert Archive(state).articles_with_card_image("media/2014/p.jpg") == ["2014/heron.md"]
    (tmp_path / "2014/p.jpg").unlink()
    assert resolve_links(state, paths, resolver(state, tmp_path)) == [CardImageChanged("2014/heron.md")]
    assert Archive(state).articles_with_card_image("media/2014/p.jpg") == []
