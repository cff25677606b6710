"""Links and images of a body: which are local, and how they are rewritten for a page."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsgen.text.markup.links import (
    addresses_in,
    is_local,
    named_path,
    path_beside,
    replace_remote_images,
    rewrite_links,
    safe_address,
)
from tests.support.html import ANY_TEXTS, ParsedHtml, no_target, plain_image, render


def local_addresses(body: str) -> list[tuple[str, bool]]:
    return [found for found in addresses_in(body) if is_local(found[0])]


def test_local_addresses_are_those_inside_the_site_in_order() -> None:
    body = render(
        "[a](../a.html) ![b](<b c.jpg>) [d](https://e.example/) [e](#top) [f](//e.example) [g](mailto:a@e.example)\n\n"
        "[h](/h.html?x=1&y=2#z) ![i](https://e.example/i.png) [j](?q=1)"
    )
    assert local_addresses(body) == [
        ("../a.html", False),
        ("b%20c.jpg", True),
        ("/h.html?x=1&y=2#z", False),
        ("?q=1", False),
    ]


def test_text_that_looks_like_a_tag_is_no_link() -> None:
    body = render('<a href="a.html">') + render('<img src="b.jpg">', kind="paragraph") + render('`<a href="c.html">`')
    assert local_addresses(body) == []


def test_an_attribute_that_looks_like_a_tag_is_no_link() -> None:
    body = render("<p title='<a href=a.html>'>b</p>\n\n[c](c.html 'src=\"d.jpg\"')", html=True)
    assert local_addresses(body) == [("c.html", False)]


def test_every_local_address_is_rewritten() -> None:
    body = render("[a](../a.html?x=1&y=2) ![b < c](b&c.jpg) [d](https://e.example/)")
    shown: list[tuple[str, str]] = []

    def show(address: str, alt: str) -> str:
        shown.append((address, alt))
        return "<picture></picture>"

    assert rewrite_links(body, lambda address: f"https://n.example/<{address}>", show) == (
        '<p><a href="https://n.example/&lt;../a.html?x=1&amp;y=2&gt;">a</a> '
        '<picture></picture> <a href="https://e.example/">d</a></p>\n'
    )
    assert shown == [("b&c.jpg", "b &lt; c")]


@pytest.mark.parametrize(
    "tag",
    [
        "<img src='heron.jpg' alt='heron.jpg'>",
        "<img alt='heron.jpg' src='heron.jpg'>",
        "<img title='heron.jpg' src='heron.jpg'>",
        "<a title='heron.jpg' href='heron.jpg'>heron.jpg</a>",
    ],
)
def test_only_the_address_is_rewritten_and_no_equal_text(tag: str) -> None:
    body = rewrite_links(render(f"<p>{tag}</p>", html=True), lambda address: f"media/{address}", plain_image)
    ((_, attributes),) = [tag for tag in ParsedHtml(body).tags if tag[0] in ("a", "img")]
    assert {name: value for name, value in attributes.items() if name in ("href", "src")} == {
        "href" if tag.startswith("<a") else "src": "media/heron.jpg" if tag.startswith("<a") else "heron.jpg"
    }


def test_a_missing_image_leaves_its_alternative_text() -> None:
    body = render('![A "grey" heron](heron.jpg)')
    assert rewrite_links(body, no_target, no_target) == '<p><em class="absent">A &quot;grey&quot; heron</em></p>\n'


def test_a_missing_link_leaves_its_text() -> None:
    assert rewrite_links(render("[a *b*](c.html)"), no_target, no_target) == "<p><a>a <em>b</em></a></p>\n"


def test_a_missing_image_without_alternative_text_leaves_no_open_link() -> None:
    body = rewrite_links(render("<p><img src='heron.jpg'></p>", html=True), no_target, no_target)
    assert [tag for tag, _ in ParsedHtml(body).tags if tag == "a"] == []


@settings(deadline=None)
@given(ANY_TEXTS, st.booleans())
@example("[a](<it's.html>)", False)
def test_rewriting_each_address_to_itself_changes_nothing(text: str, html: bool) -> None:
    body = render(text, html)
    before, after = ParsedHtml(body), ParsedHtml(rewrite_links(body, lambda address: address, plain_image))
    assert (after.tags, after.text) == (before.tags, before.text)


@settings(deadline=None)
@given(ANY_TEXTS, st.booleans())
def test_the_rewritten_addresses_are_the_local_ones(text: str, html: bool) -> None:
    body = render(text, html)
    rewritten: list[str] = []

    def resolve(address: str, alt: str = "") -> str:
        rewritten.append(address)
        return ""

    remaining = rewrite_links(body, resolve, resolve)
    assert rewritten == [address for address, _ in local_addresses(body)]
    assert local_addresses(remaining) == []


@pytest.mark.parametrize("source", ["https://e.example/dot.gif", "//e.example/dot.gif", "HTTP://e.example/dot.gif"])
def test_an_image_on_another_server_leaves_its_text_and_address(source: str) -> None:
    body = f'<p><img src="{source}" alt="Dot"> <img src="dot.gif" alt="Dot"></p>'
    left = f'<p><em class="absent">Dot ({source})</em> <img src="dot.gif" alt="Dot"></p>'
    assert replace_remote_images(body) == render(body, html=True) == left


@pytest.mark.parametrize(
    ("address", "local"),
    [
        ("a.html", True),
        ("../a.html", True),
        ("/2014/a.html", True),
        ("?q=1", True),
        ("a b.html", True),
        ("4:3.jpg", True),
        ("./a:b.jpg", True),
        ("鷺:b.jpg", True),
        ("", False),
        ("#top", False),
        ("//e.example/a", False),
        ("https://e.example/", False),
        ("HTTP:x", False),
        ("mailto:a@e.example", False),
        ("javascript:x", False),
        ("a+b.c-d:x", False),
        (" https://e.example/", False),
        ("\t//e.example/", False),
        (" #top", False),
    ],
)
def test_an_address_is_local_when_it_is_a_path(address: str, local: bool) -> None:
    assert is_local(address) is local


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("", True),
        ("a.html", True),
        ("/a.html", True),
        ("//e.example/", True),
        ("#top", True),
        ("?a:b", True),
        ("./javascript:x", True),
        ("http://e.example", True),
        ("HTTPS://e.example", True),
        ("mailto:a@e.example", True),
        ("javascript:x", False),
        ("JAVASCRIPT:x", False),
        ("java\nscript:x", False),
        ("java\tscript:x", False),
        (" javascript:x", False),
        ("\x01javascript:x", False),
        ("javascript :x", False),
        ("data:text/html,x", False),
        ("vbscript:x", False),
        ("ftp://e.example", True),
        ("httpx://e.example", False),
        ("http", True),
    ],
)
def test_an_address_is_safe_without_a_scheme_or_with_a_harmless_one(address: str, safe: bool) -> None:
    assert safe_address(address) is safe


@pytest.mark.parametrize(
    ("address", "named", "beside"),
    [
        ("fair%20%232.jpg?w=200#top", "fair #2.jpg", "2020/fair #2.jpg"),
        ("../quay.md", "../quay.md", "quay.md"),
        ("/logo.png", "/logo.png", "/logo.png"),
    ],
)
def test_an_address_is_relative_to_its_own_text(address: str, named: str, beside: str) -> None:
    assert named_path(address) == named
    assert path_beside(address, "2020/ferry.md") == beside
