"""The links of the index, and how pages link to what they lead to."""

import sqlite3

import pytest

from newsgen.archive.archive import Archive
from newsgen.archive.images import ImageTable
from newsgen.archive.links import DANGLING, FragmentLink, LinkPlace, LinkTable, ResolvedLink, fragment_of, href_from
from newsgen.images.metadata import ImageMetadata, ImageResult
from newsgen.record.article import Article, Block
from newsgen.settings.site import Site
from newsgen.text.markup.article_links import LocalLink
from tests.support.records import PHOTOGRAPH, an_article, make_index


def linking(text: str, path: str = "a.md") -> Article:
    return an_article(path, body=(Block("markdown", text, 5),))


def resolve(state: sqlite3.Connection, path: str, address: str, found: ResolvedLink) -> None:
    article = Archive(state).find_article(path)
    assert article
    LinkTable(state).resolve(article.id, address, found)


@pytest.mark.parametrize(
    ("target", "root", "link"),
    [
        ("2015/reeds.html", "", "2015/reeds.html"),
        ("2015/reeds.html", "../", "../2015/reeds.html"),
        ("2015/reeds.html#mud", "../../", "../../2015/reeds.html#mud"),
        ("media/a%3Ab.jpg", "../", "../media/a%3Ab.jpg"),
        ("https://old.example/about", "../", "https://old.example/about"),
        ("", "../", ""),
        ("gone.html", "../", "../gone.html"),
    ],
)
def test_a_link_leads_from_its_page_to_its_target(target: str, root: str, link: str) -> None:
    assert href_from({"gone.html": target}, "gone.html", root) == link


def test_a_link_that_leads_nowhere_stays_as_it_is_written() -> None:
    assert href_from({}, "gone.html", "../") == "gone.html"


@pytest.mark.parametrize("address", ["https://e.example/", "#top", "mailto:a@e.example", "", "other.html"])
def test_an_address_that_was_not_resolved_stays_as_it_is(address: str) -> None:
    assert href_from({"gone.html": "x.html"}, address, "../") == address


def test_links_to_fragments_of_other_articles_are_listed_in_order() -> None:
    text = "[1](b.md#end) [2](b.md) [3](c.html#x) ![4](d.jpg#x)\n\n[5](b.md#a?b)"
    state = make_index([linking(text), an_article("b.md", slug="b")], Site())
    resolve(state, "a.md", "b.md#end", ResolvedLink("undated/b.html#end"))
    resolve(state, "a.md", "b.md", ResolvedLink("undated/b.html"))
    resolve(state, "a.md", "c.html#x", ResolvedLink("c.html#x", fault=DANGLING))
    resolve(state, "a.md", "d.jpg#x", ResolvedLink("media/d.jpg#x", "media/d.jpg"))
    resolve(state, "a.md", "b.md#a?b", ResolvedLink("undated/b.html#a?b"))
    first, second = LinkTable(state).fragment_links()
    assert (first, second) == (
        FragmentLink("a.md", "b.md#end", 5, "b.md"),
        FragmentLink("a.md", "b.md#a?b", 7, "b.md"),
    )
    assert (first.fragment, second.fragment) == ("end", "a?b")


def test_a_link_to_a_shown_image_leads_to_the_file_that_is_published_for_it() -> None:
    state = make_index([linking("![a](a.tiff) [a](a.tiff#x) [b](b.pdf#page=3) [c](c.tiff)")], Site())
    for address in ("a.tiff", "a.tiff#x", "b.pdf#page=3", "c.tiff"):
        resolve(state, "a.md", address, ResolvedLink(f"media/{address}", f"media/{address.partition('#')[0]}"))
    ImageTable(state).put("media/a.tiff", ImageResult(PHOTOGRAPH))
    ImageTable(state).put("media/c.tiff", ImageResult(ImageMetadata(fault="it is empty")))
    assert LinkTable(state).targets("a.md") == {
        "a.tiff": "media/a.tiff.jpg",
        "a.tiff#x": "media/a.tiff.jpg#x",
        "b.pdf#page=3": "media/b.pdf#page=3",
        "c.tiff": "",
    }
    assert Archive(state).articles_with_media("media/a.tiff") == ["a.md", "a.md"]
    assert Archive(state).articles_with_media("") == []


def test_links_have_the_lines_of_today() -> None:
    state = make_index([linking("[x](x.html)")], Site())
    resolve(state, "a.md", "x.html", ResolvedLink("x.html", fault=DANGLING))
    article = Archive(state).find_article("a.md")
    assert article
    links = LinkTable(state)
    assert list(links.with_fault(DANGLING)) == [LinkPlace("a.md", "x.html", 5)]
    links.update_lines(article.id, [LocalLink("x.html", False, 9)])
    assert list(links.with_fault(DANGLING)) == [LinkPlace("a.md", "x.html", 9)]


@pytest.mark.parametrize(("target", "fragment"), [("a.html#b#c", "#b#c"), ("a.html#", "#"), ("a.html", ""), ("", "")])
def test_a_fragment_begins_at_the_first_number_sign(target: str, fragment: str) -> None:
    assert fragment_of(target) == fragment
