"""Every export file is read, whatever state it is in, and each trap gives the right value."""

import tracemalloc
from pathlib import Path

import pytest

from newsgen.errors import Problem
from newsgen.record.import_entry import Entry
from tests.support.wordpress import (
    END,
    HEAD,
    articles_of,
    cdata,
    entries_of,
    export,
    input_file,
    item,
    read_export,
    text_of,
    the_article,
)

FIELD = "colour"


def value_of(folder: Path, xml: str) -> object:
    """The custom field of an article whose element of the value is given as XML."""
    meta = f"<wp:postmeta><wp:meta_key>{FIELD}</wp:meta_key>{xml}</wp:postmeta>"
    return the_article(folder, item(more=meta)).article.extra.get(FIELD)


VALUES: dict[str, tuple[str, object]] = {
    "CDATA": ("<wp:meta_value><![CDATA[red]]></wp:meta_value>", "red"),
    "no CDATA": ("<wp:meta_value>red &amp; blue</wp:meta_value>", "red & blue"),
    "white space around CDATA": ("<wp:meta_value>\n  <![CDATA[red]]>\n</wp:meta_value>", "red"),
    "several sections": (
        "<wp:meta_value><![CDATA[red]]><![CDATA[ and ]]><![CDATA[blue]]></wp:meta_value>",
        "red and blue",
    ),
    "text between sections": ("<wp:meta_value><![CDATA[a]]> &lt; <![CDATA[b]]></wp:meta_value>", "a < b"),
    "the end of a section, escaped": ("<wp:meta_value><![CDATA[a]]]]><![CDATA[>b]]></wp:meta_value>", "a]]>b"),
    "the end of a section, unescaped": ("<wp:meta_value><![CDATA[a]]> b]]></wp:meta_value>", "a]]> b"),
    "nothing but the end of a section": ("<wp:meta_value><![CDATA[]]>]]></wp:meta_value>", "]]>"),
    "a section in a section": ("<wp:meta_value><![CDATA[a <![CDATA[b]]> c]]></wp:meta_value>", "a <![CDATA[b]]> c"),
    "a section that does not end": ("<wp:meta_value><![CDATA[red</wp:meta_value>", "red"),
    "brackets at the end": ("<wp:meta_value><![CDATA[a[0]]]></wp:meta_value>", "a[0]"),
    "tags inside": ("<wp:meta_value><b>red</b></wp:meta_value>", "<b>red</b>"),
    "the element's own end in CDATA": (
        "<wp:meta_value><![CDATA[a</wp:meta_value>b]]></wp:meta_value>",
        "a</wp:meta_value>b",
    ),
    "an entity of XML in CDATA stays": ("<wp:meta_value><![CDATA[a &amp; b]]></wp:meta_value>", "a &amp; b"),
    "an entity of HTML": ("<wp:meta_value>caf&eacute;&nbsp;x</wp:meta_value>", "café\xa0x"),
    "an entity that nobody knows": ("<wp:meta_value>a &lol9; b</wp:meta_value>", "a &lol9; b"),
    "a number for a control character": ("<wp:meta_value>a&#0;b&#8;c</wp:meta_value>", "abc"),
    "a number for half a character": ("<wp:meta_value>a&#xD83D;b</wp:meta_value>", "a\ufffdb"),
    "a number beyond all characters": ("<wp:meta_value>a&#x7FFFFFFF;b</wp:meta_value>", "a\ufffdb"),
    "control characters": ("<wp:meta_value><![CDATA[a\x00b\x0bc\x1fd]]></wp:meta_value>", "abcd"),
    "line ends of Windows": ("<wp:meta_value><![CDATA[a\r\nb\rc]]></wp:meta_value>", "a\nb\nc"),
    "an attribute with a bracket": ('<wp:meta_value type="a">red</wp:meta_value>', "red"),
    "empty": ("<wp:meta_value></wp:meta_value>", None),
    "an empty element": ("<wp:meta_value/>", None),
    "no element": ("", None),
    "a value before its key": ("<wp:meta_value>red</wp:meta_value>", "red"),
    "an emoji": ("<wp:meta_value><![CDATA[🎡]]></wp:meta_value>", "🎡"),
    "letters from right to left": ("<wp:meta_value><![CDATA[ساقية]]></wp:meta_value>", "ساقية"),
}


@pytest.mark.parametrize("trap", VALUES)
def test_a_value_is_read_as_it_was_meant(tmp_path: Path, trap: str) -> None:
    xml, value = VALUES[trap]
    assert value_of(tmp_path, xml) == value


BYTES: dict[str, tuple[bytes, str]] = {
    # What stands in the title's CDATA, and the headline.
    "UTF-8": ("Café – “x”".encode(), "Café – “x”"),
    "Windows-1252 in between": (b"Caf\xe9 \x96 \x93x\x94", "Café – “x”"),
    "half a letter": (b"Wheel \xe2\x80 turns", "Wheel \ufffd turns"),
    "a byte of no encoding": (b"Wheel \x81 turns", "Wheel \ufffd turns"),
    "a letter in too many bytes": (b"Wheel\xc0\xafturns", "WheelÀ¯turns"),
    "a noncharacter": (b"Wheel \xef\xbf\xbf turns", "Wheel turns"),
    "a byte order mark inside": (b"\xef\xbb\xbfWheel", "Wheel"),
}


@pytest.mark.parametrize("trap", BYTES)
def test_bytes_that_are_no_utf_8_cost_no_article(tmp_path: Path, trap: str) -> None:
    raw, headline = BYTES[trap]
    content = export(item(title="<![CDATA[MARK]]>")).encode().replace(b"MARK", raw)
    (found,) = articles_of(read_export(tmp_path, content))
    assert found.article.headline == headline


ENCODINGS: dict[str, tuple[str, str, bytes]] = {
    # The declared name, the codec, and bytes before it all.
    "UTF-8 with a mark": ("UTF-8", "utf-8", b"\xef\xbb\xbf"),
    "UTF-16 with a mark": ("UTF-16", "utf-16", b""),
    "UTF-16 without a mark": ("UTF-16", "utf-16-le", b""),
    "ISO 8859-1": ("ISO-8859-1", "cp1252", b""),
    "Windows-1252": ("windows-1252", "cp1252", b""),
    "blank lines before the declaration": ("UTF-8", "utf-8", b"\n\n \n"),
    "an encoding that nobody knows": ("X-LENNE", "utf-8", b""),
    "a codec that is none of text": ("base64", "utf-8", b""),
}


@pytest.mark.parametrize("trap", ENCODINGS)
def test_a_file_is_read_in_its_encoding(tmp_path: Path, trap: str) -> None:
    declared, codec, before = ENCODINGS[trap]
    text = export(item(title=cdata("Café")), head=HEAD.replace('"UTF-8"', f'"{declared}"'))
    (found,) = articles_of(read_export(tmp_path, before + text.encode(codec)))
    assert found.article.headline == "Café"


FILES: dict[str, tuple[str, list[str]]] = {
    # The whole file, and the headlines of its articles.
    "a document type": (export(item()).replace("<rss", "<!DOCTYPE rss>\n<rss", 1), ["Mill wheel turns"]),
    "entities of a document type": (
        export(item(title="&wheel;")).replace("<rss", '<!DOCTYPE rss [<!ENTITY wheel "Secret">]>\n<rss', 1),
        ["&wheel;"],
    ),
    "another prefix": (export(item()).replace("wp:", "w:").replace(":wp=", ":w="), ["Mill wheel turns"]),
    "no namespaces": (export(item(), head="<rss><channel><title>T</title>"), ["Mill wheel turns"]),
    "WXR 1.0": (export(item()).replace("export/1.2/", "export/1.0/"), ["Mill wheel turns"]),
    "no version": (export(item()).replace("<wp:wxr_version>1.2</wp:wxr_version>", ""), ["Mill wheel turns"]),
    "an item's end in a text": (export(item("<p>a</item><item>b</p>")), ["Mill wheel turns"]),
    "an item in a comment": (export("<!-- <item><title>No</title></item> -->", item()), ["Mill wheel turns"]),
    "an item in the description": (
        export(item()).replace("News of the river", "<![CDATA[<item>No</item>]]>", 1),
        ["Mill wheel turns"],
    ),
    "an item in one line": (export(item().replace("\n", "").replace("\t", "")), ["Mill wheel turns"]),
    "elements in another order": (
        export("<item><wp:status>publish</wp:status><wp:post_type>post</wp:post_type><title>A</title></item>"),
        ["A"],
    ),
    "an element twice": (export(item(more="<title>Second</title>")), ["Mill wheel turns"]),
    "elements that nobody knows": (export(item(more="<jetpack:x><y>z</y></jetpack:x>")), ["Mill wheel turns"]),
    "an article about exports": (
        export(item("<pre>&lt;item></pre> <wp:post_type>page</wp:post_type><wp:status>draft</wp:status>")),
        ["Mill wheel turns"],
    ),
    "the end is missing": (export(item(), end=""), ["Mill wheel turns"]),
    "words behind the end": (export(item()) + "<p>Fatal error: out of memory</p>", ["Mill wheel turns"]),
    "words of PHP before the beginning": ("\nWarning: x in y.php\n" + export(item()), ["Mill wheel turns"]),
    "no items": (export(), []),
    "tags in capitals": (export(item(title="<![CDATA[A <B>wheel</B> turns]]>")), ["A wheel turns"]),
}


@pytest.mark.parametrize("trap", FILES)
def test_a_file_gives_its_articles(tmp_path: Path, trap: str) -> None:
    content, headlines = FILES[trap]
    found = read_export(tmp_path, content)
    assert [article.article.headline for article in articles_of(found)] == headlines
    assert [part for part in found if isinstance(part, Problem)] == []
    assert [article.status for article in articles_of(found)] == [""] * len(headlines)


def test_a_file_that_ends_behind_an_item_is_counted(tmp_path: Path) -> None:
    told = "It ends before the end of the export: what would follow is missing. Export the site again."
    entries = [
        [part for part in read_export(tmp_path, content) if isinstance(part, Entry) and part.kind == "file"]
        for content in (export(item(), end=""), export(item()))
    ]
    place = f"export.xml:{export(item(), end='').count(chr(10)) + 1}"
    assert entries == [[Entry("file", "cut off", "left out", told, place)], []]


def test_an_item_within_which_the_file_ends_is_a_draft_and_told(tmp_path: Path) -> None:
    whole = export(item(), item(id="102", name="lock", link="https://courant.example/lock/"), end="")
    found = read_export(tmp_path, whole[: whole.rindex("<wp:post_password>")])
    assert [(part.article.id, part.status) for part in articles_of(found)] == [
        ("wordpress:101", ""),
        ("wordpress:102", "draft"),
    ]
    assert [str(part) for part in found if isinstance(part, Problem)] == [
        f"export.xml:{HEAD.count(chr(10)) + 25}: an item has no end\n"
        "    What follows in it is not known: an article is kept as a draft.\n"
        "    Export the site again, and import the new file; what is there already is not imported twice."
    ]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "<html><body>No</body></html>",
        "\0\1\2",
        "{}",
        "<?xml version='1.0'?><urlset/>",
        "<!DOCTYPE x [",
        "<![CDATA[",
        "<!--",
    ],
)
def test_a_file_that_is_no_export_is_told(tmp_path: Path, content: str) -> None:
    (problem,) = [part for part in read_export(tmp_path, content) if isinstance(part, Problem)]
    assert str(problem) == (
        "export.xml: is no export of WordPress\n"
        "    Nothing of it was imported.\n"
        "    Export the site in WordPress by Tools, Export, All content, and name the file that it gives."
    )


def test_an_export_of_another_site_is_refused(tmp_path: Path) -> None:
    from newsgen.importers.wordpress.read import read_wordpress

    files = [
        input_file(tmp_path, export(item()), "one.xml"),
        input_file(tmp_path, export(item(id="102")), "two.xml"),
        input_file(tmp_path, export(item(id="103")).replace("courant.example", "herald.example"), "three.xml"),
    ]
    found = list(read_wordpress(files))
    assert [part.article.id for part in articles_of(found)] == ["wordpress:101", "wordpress:102"]
    assert [str(part) for part in found if isinstance(part, Problem)] == [
        "three.xml: is an export of herald.example, and the first one is of courant.example\n"
        "    Their articles have the same numbers, and would replace each other.\n"
        "    Import each site by itself, into a folder of its own."
    ]


BOMBS: dict[str, str] = {
    "a billion laughs": '<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">',
    "a quadratic one": f'<!ENTITY c "{"x" * 50_000}">',
    "a file": '<!ENTITY c SYSTEM "file:///etc/passwd">',
    "an address": '<!ENTITY c SYSTEM "http://127.0.0.1:9/secret">',
    "a parameter": '<!ENTITY % c SYSTEM "http://127.0.0.1:9/x.dtd"> %c;',
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_no_entity_is_expanded_or_fetched(tmp_path: Path, bomb: str) -> None:
    body = "<content:encoded>&c;&c;&c;</content:encoded>"
    content = export(item(content_encoded="-", more=body)).replace("<rss", f"<!DOCTYPE rss [{BOMBS[bomb]}]>\n<rss", 1)
    (found,) = articles_of(read_export(tmp_path, content))
    assert "".join(text_of(found).split()).replace("\\", "") == "&c;&c;&c;"


HUGE = {
    "an unclosed section of many ends": lambda: "<item><title><![CDATA[" + "</item>" * 200_000,
    "unclosed comments": lambda: "<!--" * 300_000,
    "brackets": lambda: item("[" * 100_000),
    "openings of shortcodes": lambda: item('[caption id="a"' * 20_000),
    "shortcodes that do not end": lambda: item("[caption]" * 20_000),
    "beginnings of blocks": lambda: item("<!-- wp:x {" * 20_000),
    "open blocks": lambda: item("<!-- wp:group -->" * 20_000),
    "nested tags": lambda: item("<div>" * 20_000),
    "unclosed tags": lambda: item("<a " * 50_000),
    "blank lines": lambda: item("\n \n" * 100_000),
    "quotation marks": lambda: item("[x " + '"' * 50_000 + "]"),
    "terms": lambda: item(more='<category domain="post_tag" nicename="x"><![CDATA[x]]></category>' * 5_000),
    "fields": lambda: item(meta=[(f"key{number}", "x") for number in range(5_000)]),
    "serialised depth": lambda: item(meta={"x": "a:1:{i:0;" * 20_000 + "}" * 20_000}),
    "a serialised length that lies": lambda: item(meta={"x": 'a:999999999:{i:0;s:999999999:"x";}'}),
    "elements that do not end": lambda: "<item>" + "<title>" * 100_000,
}


@pytest.mark.long
@pytest.mark.parametrize("trap", HUGE)
def test_nothing_takes_time_or_memory_that_grows_faster_than_the_file(tmp_path: Path, trap: str) -> None:
    content = export(HUGE[trap](), end="")
    tracemalloc.start()
    found = read_export(tmp_path, content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert entries_of(found) or found
    # A search that goes back to its beginning again and again would not end here.
    assert peak < 200 * len(content) + 50_000_000


def test_an_item_larger_than_any_article_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsgen.importers.wordpress.wxr.chunks.LONGEST_ELEMENT", 100_000)
    second = item(id="102", name="lock", link="https://courant.example/lock/")
    found = read_export(tmp_path, export(item("x" * 900_000), second))
    assert [part.article.id for part in articles_of(found)] == ["wordpress:102"]
    assert [part.message for part in found if isinstance(part, Problem)] == ["an item is larger than 64 MB"]


def test_an_element_may_lie_across_any_two_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = export(*(item(f"<p>Words {n}</p>", id=str(n), name=f"a-{n}", link="-") for n in range(1, 8)))
    whole = read_export(tmp_path, content)
    for size in (65, 97, 211, 1009):
        monkeypatch.setattr("newsgen.importers.wordpress.wxr.chunks._BLOCK", size)
        assert read_export(tmp_path, content) == whole
    assert END
