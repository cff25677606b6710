"""Hostile and broken files become problems with a file and a line, never tracebacks, and nothing is fetched."""

import json
import random
from pathlib import Path

import pytest

from newsgen.errors import Problem
from newsgen.importers.agency.xml.units import read_units
from newsgen.importers.imported import ImportedArticle
from newsgen.importers.input_files import InputFile
from newsgen.record.import_entry import Entry
from newsgen.record.names import path_fault
from tests.importers.agency.reading import EXAMPLES, read_paths, read_texts, records_in

GOOD = (
    "<nitf><body><body.head><hedline><hl1>{}</hl1></hedline></body.head>"
    "<body.content><p>{}</p></body.content></body></nitf>"
)
BOMB = '<!DOCTYPE nitf [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]>'
ENTITY_REASON = "Such entities read files of this computer or fill its memory."
ENTITY_FIX = "Write in its place the text that it stands for."
REST = "What stands in the file after this place is not imported."

REFUSED: dict[str, tuple[str, Problem]] = {
    "entities made of entities": (
        f"{BOMB}\n{GOOD.format('&b;', '')}",
        Problem(
            "item0",
            1,
            'refers to the entity "b", which leads to another file or is made of others',
            ENTITY_REASON,
            ENTITY_FIX,
        ),
    ),
    "an entity of another file": (
        f'<!DOCTYPE nitf [<!ENTITY p SYSTEM "file:///etc/hostname">]>{GOOD.format("&p;", "")}',
        Problem(
            "item0",
            1,
            'refers to the entity "p", which leads to another file or is made of others',
            ENTITY_REASON,
            ENTITY_FIX,
        ),
    ),
    "a long entity": (
        f'<!DOCTYPE nitf [<!ENTITY l "{"l" * 5000}">]>{GOOD.format("&l;" * 50, "")}',
        Problem(
            "item0",
            1,
            'refers to the entity "l", which leads to another file or is made of others',
            ENTITY_REASON,
            ENTITY_FIX,
        ),
    ),
    "a document type in the middle": (
        f"<a>{BOMB}</a>{GOOD.format('a', 'b')}",
        Problem(
            "item0",
            1,
            "is not well-formed XML: not well-formed (invalid token)",
            REST,
            "Export it again, or correct it at this line.",
        ),
    ),
    "elements that do not close": (
        "<nitf>\n<body>\n</nitf>",
        Problem(
            "item0", 3, "is not well-formed XML: mismatched tag", REST, "Export it again, or correct it at this line."
        ),
    ),
    "a file that ends early": (
        GOOD.format("Mill", "It stands.")[:-20],
        Problem(
            "item0", 1, "is not well-formed XML: unclosed token", REST, "Export it again, or correct it at this line."
        ),
    ),
    "elements inside each other": (
        f"<nitf>{'<p>' * 500}",
        Problem("item0", 1, "has elements inside each other more than 200 deep", REST, "Export it again."),
    ),
    "JSON that ends early": (
        '{"uri": "a", "headline": "b"',
        Problem(
            "item0",
            1,
            "is not JSON: Expecting ',' delimiter",
            "What stands after it is not imported.",
            "Export it again.",
        ),
    ),
    "JSON inside each other": (
        "[" * 200_000,
        Problem(
            "item0",
            0,
            "is nested too deeply, or has a number that is too long",
            "It is not imported.",
            "Export it again.",
        ),
    ),
    "a message of another wire": (
        "\x01nonsense\n\x02Text\x03",
        Problem(
            "item0",
            1,
            "has a message whose header is neither that of ANPA 1312 nor of IPTC 7901",
            "Its text is not imported.",
            "Export it again, or write its text into a Markdown file.",
        ),
    ),
    "a message that does not end": (
        "\x01nonsense\n\x02" + "Text\n" * 1_000_000,
        Problem(
            "item0",
            1,
            "has a message of more than 4 MB",
            "A message of a wire has some thousands of characters, so that its end is missing. It is not imported.",
            "Export it again, or write its text into a Markdown file.",
        ),
    ),
}


@pytest.mark.parametrize(("text", "problem"), REFUSED.values(), ids=REFUSED)
def test_a_broken_file_is_a_problem_with_its_line(tmp_path: Path, text: str, problem: Problem) -> None:
    found = read_texts(tmp_path, text, GOOD.format("Mill", "It stands."))
    assert [item for item in found if isinstance(item, Problem)] == [problem]
    assert [record["headline"] for record in records_in(found)] == ["Mill"]


READ: dict[str, tuple[bytes, str, str]] = {
    # the bytes of a file; the headline and the text that it has
    "a document type that is normal": (
        f'<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF" "http://127.0.0.1:9/nitf.dtd">{GOOD.format("Mill", "a")}'.encode(),
        "Mill",
        "a",
    ),
    "parameter entities, which are not read": (
        f'<!DOCTYPE nitf [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x"> %x;]>{GOOD.format("Mill", "a")}'.encode(),
        "Mill",
        "a",
    ),
    "a short entity": (
        f'<!DOCTYPE nitf [<!ENTITY ada "Ada &#81;uill">]>{GOOD.format("Mill", "&ada;")}'.encode(),
        "Mill",
        "Ada Quill",
    ),
    "entities of HTML": (
        GOOD.format("Caf&eacute; &amp; Bar", "a&nbsp;&mdash;&hellip;b").encode(),
        "Café & Bar",
        "a —…b",
    ),
    "an entity that nobody knows": (GOOD.format("Mill", "&nothing; here").encode(), "Mill", "&nothing; here"),
    "ampersands that are not escaped": (
        GOOD.format("Bed & Board", "R&D; & more").encode(),
        "Bed & Board",
        "R&D; & more",
    ),
    "letters of Windows that say UTF-8": (
        f'<?xml version="1.0" encoding="utf-8"?>{GOOD.format("Café", "“Ja”")}'.encode("cp1252"),
        "Café",
        "“Ja”",
    ),
    "UTF-8 that says Latin-1": (
        f'<?xml version="1.0" encoding="iso-8859-1"?>{GOOD.format("Café", "£25")}'.encode(),
        "Café",
        "£25",
    ),
    "both in one file": (GOOD.format("Café", "~").encode().replace(b"~", "Köln".encode("latin-1")), "Café", "Köln"),
    "Cyrillic of Windows": (
        f'<?xml version="1.0" encoding="windows-1251"?>{GOOD.format("Мельница", "стоит")}'.encode("cp1251"),
        "Мельница",
        "стоит",
    ),
    "an encoding that nobody knows": (
        f'<?xml version="1.0" encoding="x-nothing"?>{GOOD.format("Café", "a")}'.encode(),
        "Café",
        "a",
    ),
    "an encoding that is none of text": (
        f'<?xml version="1.0" encoding="base64"?>{GOOD.format("Café", "a")}'.encode(),
        "Café",
        "a",
    ),
    "a byte order mark": (b"\xef\xbb\xbf" + GOOD.format("Café", "a").encode(), "Café", "a"),
    "UTF-16": (f'<?xml version="1.0" encoding="utf-16"?>{GOOD.format("Café", "a")}'.encode("utf-16"), "Café", "a"),
    "space before the declaration": (b'\r\n <?xml version="1.0"?>' + GOOD.format("Mill", "a").encode(), "Mill", "a"),
    "control characters": (GOOD.format("M\x00i\x1bll", "a&#1;&#x0;b\x0c").encode(), "Mill", "ab"),
    "another prefix": (
        GOOD.format("Mill", "a")
        .replace("<", "<n:")
        .replace("<n:/", "</n:")
        .replace("<n:nitf", '<n:nitf xmlns:n="u"')
        .encode(),
        "Mill",
        "a",
    ),
    "a prefix that nobody declares": (GOOD.format("Mill", "a <x:b y:c='d'>b</x:b>").encode(), "Mill", "a b"),
    "HTML in a section": (
        GOOD.format("Mill", "").replace("<p></p>", "<![CDATA[<p>a &eacute; & b</p>]]>").encode(),
        "Mill",
        "a é & b",
    ),
    "HTML that is escaped": (
        GOOD.format("Mill", "").replace("<p></p>", "&lt;p&gt;a &lt;b&gt;b&lt;/b&gt;&lt;/p&gt;").encode(),
        "Mill",
        "a b",
    ),
    "a comment and an instruction": (GOOD.format("Mill", "a<!-- x --><?y z?>b").encode(), "Mill", "ab"),
    "empty elements": (GOOD.format("Mill", "</p><p/><p> </p><hl2/><ul/><media/><p>a").encode(), "Mill", "a"),
}


@pytest.mark.parametrize(("raw", "headline", "text"), READ.values(), ids=READ)
def test_what_can_be_read_is_read(tmp_path: Path, raw: bytes, headline: str, text: str) -> None:
    found = read_texts(tmp_path, raw)
    assert [item for item in found if isinstance(item, Problem)] == []
    (record,) = records_in(found)
    assert (record["headline"], record["body"]) == (headline, [text])


OTHER = {
    "RSS": ("<rss><channel/></rss>", "It is XML of another kind: its first element is rss."),
    "a text": ("Dear reader", "It is of no agency format."),
    "nothing": ("", "It is of no agency format."),
    "bytes": (b"\x89PNG\r\n\x1a\n\x00\x00<\xff\xfe", "It is of no agency format."),
    "JSON of another kind": ('{"a": 1}', "It is JSON of another kind than ninjs."),
    "a list of nothing": ("[]", "It is JSON of another kind than ninjs."),
}


@pytest.mark.parametrize(("text", "reason"), OTHER.values(), ids=OTHER)
def test_a_file_of_another_kind_is_left_out_and_told(tmp_path: Path, text: str | bytes, reason: str) -> None:
    found = read_texts(tmp_path, text)
    (entry,) = [item for item in found if isinstance(item, Entry)]
    assert (entry.kind, entry.outcome, entry.reason) == ("file", "left out", reason)
    assert len(found) == 1


def test_pieces_that_are_cut_anywhere_are_read_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.xml"
    file.write_text(GOOD.format("Caf&eacute; <![CDATA[ & ]]>]]&gt;", "&amp;" * 40))
    texts = set()
    for size in (1, 2, 3, 7, 63, 64, 65, 1 << 16):
        monkeypatch.setattr("newsgen.importers.agency.xml.decode._CHUNK", size)
        (unit,) = read_units(InputFile("a", "a", file))
        texts.add("".join(unit.element.itertext()))
    assert texts == {f"Café  & ]]>{'&' * 40}"}


def test_changed_bytes_never_break_the_importer(tmp_path: Path) -> None:
    chance = random.Random(20140203)
    samples = [file.read_bytes() for file in sorted(EXAMPLES.rglob("*")) if file.is_file() and file.suffix != ".jpg"]
    pieces = [
        b"<",
        b"&",
        b'"',
        b"\0",
        b"\1",
        b"\2",
        b"\3",
        b"\xff",
        b"9" * 30,
        b"null",
        b"[]",
        b"-1",
        b"0001-01-01T00:00:00+23:59",
    ]
    for _ in range(150):
        raw = bytearray(chance.choice(samples))
        for _ in range(chance.choice((1, 3))):
            place = chance.randrange(len(raw))
            if chance.random() < 0.5:
                raw[place:place] = chance.choice(pieces)
            else:
                del raw[place : place + chance.choice((1, 20, 200))]
        read_texts(tmp_path, bytes(raw))


NOISE = [
    "",
    "2019-13-45",
    "yesterday",
    "99999999T999999",
    "0000-00-00",
    "20190101T2500",
    "1" * 5000,
    "9999-12-31T23:59:59-14:00",
]


@pytest.mark.parametrize("date", NOISE)
def test_dates_that_are_none_are_not_invented(tmp_path: Path, date: str) -> None:
    message = {
        "uri": "a",
        "headline": "Mill",
        "body_html": "<p>a</p>",
        "versioncreated": date,
        "embargoed": date,
        "version": date,
    }
    found = read_texts(tmp_path, json.dumps(message))
    (record,) = records_in(found)
    assert record["published"] in (None, date)
    assert record["draft"] is bool(date)


OUTSIDE = [
    "../../../etc/hostname",
    "..\\..\\secret.jpg",
    "/etc/hostname",
    "file:///etc/hostname",
    "https://img.example/../../../etc/hostname",
    "https://img.example/%2e%2e/%2e%2e/etc/hostname",
    "https://img.example/a%00b.jpg",
    "con.jpg",
    "x" * 3000 + ".jpg",
]


@pytest.mark.parametrize("source", OUTSIDE)
def test_no_picture_leads_out_of_the_site(tmp_path: Path, source: str) -> None:
    text = GOOD.format("Mill", f'a<media media-type="image"><media-reference source="{source}"/></media>')
    found = read_texts(tmp_path, text)
    (article,) = [item for item in found if isinstance(item, ImportedArticle)]
    (image,) = article.article.images
    assert article.files == ()
    assert not path_fault(image.file)
    assert "../" not in image.file


def test_a_symbolic_link_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "secret.jpg").write_bytes(b"secret")
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "mill.jpg").symlink_to(tmp_path / "secret.jpg")
    (folder / "mill.xml").write_text(
        GOOD.format("Mill", 'a<media media-type="image"><media-reference source="mill.jpg"/></media>')
    )
    found = read_paths(folder)
    assert [item.files for item in found if isinstance(item, ImportedArticle)] == [()]
    reason = "It is a symbolic link, which may lead out of the source."
    assert Entry("media file", "", "left out", reason, f"{folder}/mill.jpg") in found
