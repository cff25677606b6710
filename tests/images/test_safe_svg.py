"""Drawings as they are published: without scripts, addresses of scripts, and what loads from other servers."""

import time

import pytest

from newsgen.images.safe_svg import clean_svg

SVG, HTML, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml", "http://www.w3.org/1999/xlink"
ROOT = f'<svg xmlns="{SVG}" xmlns:xlink="{XLINK}">'


@pytest.mark.parametrize(
    "inner",
    [
        '<g fill="url(#a)" style="fill: url(\'#b\'); stroke: red"><path d="M0 0"/></g>',
        '<style>@namespace url(http://www.w3.org/2000/svg); a { fill: url("#a"); src: url(data:font/ttf,AA) }</style>',
        '<a xlink:href="https://courant.example/"><text>x</text></a><use href="#a"/><image href="data:image/png,AA"/>',
        '<animate attributeName="x" from="0" to="9"/><image href="quay.jpg"/>',
        '<metadata><x:note xmlns:x="urn:x" x:href="http://x.example">n</x:note></metadata><!-- note -->',
        f'<foreignObject><div xmlns="{HTML}" style="color: red"><b>Quay</b></div></foreignObject>',
    ],
)
@pytest.mark.parametrize(
    "before", ["", '<?xml version="1.0" encoding="UTF-8"?>\n', f'<!DOCTYPE svg PUBLIC "-" "{SVG}">']
)
def test_a_drawing_without_scripts_stays_byte_for_byte(inner: str, before: str) -> None:
    content = f"{before}{ROOT}{inner}</svg>".encode()
    assert clean_svg(content) == content


@pytest.mark.parametrize(
    ("inner", "kept"),
    [
        ("<script>alert(1)</script>", ""),
        ("<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>", ""),
        ("<g onclick='alert(1)' ONLOAD='x' id='a'/>", '<g id="a"></g>'),
        ("<a href='java&#10;script:alert(1)'/>", "<a></a>"),
        ("<a xlink:href=' javascript:alert(1)'/>", "<a></a>"),
        ("<a href='data:text/html,x'/>", "<a></a>"),
        ("<use href='data:image/svg+xml,x'/>", "<use></use>"),
        ("<image href='https://other.example/a.png'/>", "<image></image>"),
        ("<image href='//other.example/a.png'/>", "<image></image>"),
        ("<image href='/\\other.example/a.png'/>", "<image></image>"),
        ("<a><animate attributeName='href' to='javascript:alert(1)'/></a>", "<a></a>"),
        ("<a><set attributeName='xlink:href' to='javascript:alert(1)'/></a>", "<a></a>"),
        ("<set attributeName='onload' to='alert(1)'/>", ""),
        ("<style>@import 'https://other.example/a.css';</style>", "<style></style>"),
        ("<style>g {}<g/>@import '//other.example/a.css';</style>", "<style></style>"),
        ("<style>g {}<g/></style>", "<style>g {}</style>"),
        ("<style>g { fill: u\\72l(https://other.example/a) }</style>", "<style></style>"),
        ("<g style='fill: url(https://other.example/a)'/>", "<g></g>"),
        ("<g fill='url(//other.example/a)' d='M0 0'/>", '<g d="M0 0"></g>'),
        ("<g xml:base='https://other.example/'/>", "<g></g>"),
        (f"<foreignObject><td xmlns='{HTML}' background='//other.example/a.png'/></foreignObject>",
         f'<foreignObject><td xmlns="{HTML}"></td></foreignObject>'),
        (f"<iframe xmlns='{HTML}' src='x'/>", ""),
        (f"<foreignObject><b xmlns='{HTML}'>a<iframe srcdoc='x'/></b></foreignObject>",
         f'<foreignObject><b xmlns="{HTML}">a</b></foreignObject>'),
        (f"<foreignObject><meta xmlns='{HTML}' http-equiv='refresh' content='0;url=x'/></foreignObject>",
         "<foreignObject></foreignObject>"),
        ("<script/><text>&lt;b&gt; &amp;</text>", "<text>&lt;b&gt; &amp;</text>"),
        ("<script/><g id='a&quot;b'/>", '<g id="a&quot;b"></g>'),
        ("<script/><g id='a&#10;b&#9;c'/>", '<g id="a&#10;b&#9;c"></g>'),
    ],
)  # fmt: skip
def test_what_runs_or_loads_is_taken_out(inner: str, kept: str) -> None:
    assert clean_svg(f"{ROOT}{inner}</svg>".encode()) == f"{ROOT}{kept}</svg>".encode()


@pytest.mark.parametrize(
    "content",
    [
        f'<?xml-stylesheet type="text/xsl" href="a.xsl"?>{ROOT}<g/></svg>'.encode(),
        f'<!DOCTYPE svg [<!ENTITY a "<script>alert(1)</script>">]>{ROOT}<g/>&a;</svg>'.encode(),
        f'<!DOCTYPE svg [<!ATTLIST g onclick CDATA "alert(1)">]>{ROOT}<g/></svg>'.encode(),
        f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]>{ROOT}<g>&a;</g></svg>'.encode(),
        f"{ROOT}<script/><g/></svg>".encode("utf-16"),
    ],
)
def test_declarations_and_other_encodings_are_written_anew(content: bytes) -> None:
    assert clean_svg(content) == f"{ROOT}<g></g></svg>".encode()


def test_a_drawing_in_an_encoding_of_one_language_is_written_in_utf_8() -> None:
    content = f'<?xml version="1.0" encoding="windows-1251"?>{ROOT}<text>Мол</text></svg>'.encode("cp1251")
    assert clean_svg(content) == f"{ROOT}<text>Мол</text></svg>".encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg>",
        b'<svg xlink:href="a"/>',
        b"\x1f\x8b",
        b'<?xml version="1.0" encoding="utf-7"?><svg/>',
        f'<g xmlns="urn:x"><script xmlns="{SVG}"/></g>'.encode(),
    ],
)
def test_what_no_browser_reads_as_a_drawing_is_none(content: bytes) -> None:
    assert clean_svg(content) is None


def test_entities_that_grow_are_refused_and_long_drawings_read_in_time() -> None:
    grown = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    started = time.process_time()
    assert clean_svg(f'<!DOCTYPE svg [<!ENTITY a0 "tide">{grown}]>{ROOT}<g>&a8;</g></svg>'.encode()) is None
    for inner in ("<g>" * 9_999 + "</g>" * 9_999, "<g/>" * 9_999, f"<style>{'url(#' * 99_999}</style>"):
        assert clean_svg(f"{ROOT}{inner}</svg>".encode())
    assert time.process_time() - started < 2
