"""Files that are made to fill the memory, to take for ever or to break whoever imports them, and what is told of each.

Each is written in pieces, and none is larger than 300 MB.
"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import cache, partial
from html import escape
from itertools import repeat
from pathlib import Path
from typing import NamedTuple

import brotli
import zstandard

from tests.support.web_archives import answer, page_record, record, story, wacz

_MB = 1 << 20

_DEEP = 10_000
_WXR = (
    b'<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    b'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Quay</title><link>https://quay.example</link>'
    b"<wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>https://quay.example</wp:base_site_url>"
)


class ImportAttack(NamedTuple):
    """A file: the format it is imported as, its name, its content, and what is told of it, "" for one that is read.

    `told` is a part of what the command prints beside the name of the file.
    """

    format: str
    name: str
    content: Callable[[], bytes | Iterable[bytes]]
    told: str = ""

    def write(self, folder: Path) -> Path:
        """Write the file into a folder; gives the folder or file that is to be imported."""
        file = folder / self.name
        file.parent.mkdir(parents=True, exist_ok=True)
        content = self.content()
        with file.open("wb") as opened:
            opened.writelines([content] if isinstance(content, bytes) else content)
        return folder if "/" in self.name else file


def _pieces(*pieces: bytes | Iterable[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        yield from [piece] if isinstance(piece, bytes) else piece


def _large(before: bytes, piece: bytes, number: int, after: bytes) -> Iterator[bytes]:
    """A piece of a kilobyte or more many times over, and what stands around it."""
    return _pieces(before, repeat(piece, number), after)


def _wxr(content: bytes, more: bytes = b"") -> bytes:
    return (
        b"<item><title>Tide</title><link>https://quay.example/tide/</link><content:encoded><![CDATA["
        + content
        + b"]]></content:encoded><wp:post_id>7</wp:post_id><wp:post_name>tide</wp:post_name>"
        b"<wp:status>publish</wp:status>"
        b"<wp:post_type>post</wp:post_type><wp:post_date>2019-05-04 08:30:00</wp:post_date>" + more + b"</item>"
    )


def _export(*items: bytes) -> bytes:
    return _WXR + b"".join(items) + b"</channel></rss>"


def _nest(opening: str, closing: str, depth: int = _DEEP, inside: str = "Tide.") -> bytes:
    return (opening * depth + inside + closing * depth).encode()


def _page(body: bytes, head: bytes = b"") -> bytes:
    return (
        story("The tide came in", "It came.")
        .replace(b"</article>", body + b"</article>")
        .replace(b"</head>", head + b"</head>")
    )


class _Lie(NamedTuple):
    """What a ZIP says of its only member."""

    size: int | None = None
    packed: int | None = None
    method: int | None = None


_TRUE = _Lie()


def _zip(name: str, content: bytes, method: int = zipfile.ZIP_DEFLATED, lie: _Lie = _TRUE) -> bytes:
    """A ZIP of one member; the sizes and the method that its heads state may be lies."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.writestr(name, content)
    raw = bytearray(made.getvalue())
    for mark, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        start = raw.index(mark) + at
        for value, offset, form in ((lie.method, 0, "<H"), (lie.packed, 10, "<L"), (lie.size, 14, "<L")):
            if value is not None:
                struct.pack_into(form, raw, start + offset, value)
    return bytes(raw)


@cache
def _zeros(size: int) -> bytes:
    """Zeros, deflated without holding them."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(packer.compress(bytes(_MB)) for _ in range(size // _MB))
    return packed + packer.flush()


def _bomb(name: str, size: int, stated: int) -> bytes:
    """A ZIP of one member that is unpacked to `size` bytes and says that it has `stated`."""
    packed = _zeros(size)
    return _zip(name, packed, zipfile.ZIP_STORED, _Lie(stated, len(packed), zipfile.ZIP_DEFLATED))


def _bzip2_bomb(name: str) -> bytes:
    """A ZIP of one member that is packed as bzip2 to a kilobyte, and says that it has as much unpacked."""
    packer = bz2.BZ2Compressor()
    packed = b"".join(packer.compress(bytes(_MB)) for _ in range(1_500)) + packer.flush()
    return _zip(name, packed, zipfile.ZIP_STORED, _Lie(len(packed), len(packed), zipfile.ZIP_BZIP2))


def _many_members() -> Iterator[bytes]:
    """A ZIP whose list names more members than any export, all of them the same."""
    head = struct.pack("<4s5H3L2H", b"PK\x03\x04", 20, 0, 0, 0, 0, 0, 0, 0, 5, 0) + b"a.txt"
    listed = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0) + b"a.txt"
    number = 3_000_000
    length = number * len(listed)
    start = len(head)
    end_64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, number, number, length, start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, start + length, 1)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return _pieces(head, repeat(listed * 1_000, number // 1_000), end_64, locator, end)


@cache
def _packed_zeros(size: int) -> bytes:
    """Zeros in a gzip file."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(_MB)) for _ in range(size // _MB)) + packer.flush()


def _answer_bomb(coding: str) -> bytes:
    """The record of an answer that is unpacked to 100 MB."""
    packed = {
        "gzip": partial(_packed_zeros, 100 * _MB),
        "deflate": partial(_zeros, 100 * _MB),
        "br": partial(_brotli_zeros, 100 * _MB),
        "zstd": partial(_zstd_zeros, 100 * _MB),
    }[coding]()
    return record(answer(packed, Content_Encoding=coding))


def _brotli_zeros(size: int) -> bytes:
    packer = brotli.Compressor(quality=5)
    packed: bytes = b"".join(packer.process(bytes(_MB)) for _ in range(size // _MB)) + packer.finish()
    return packed


def _zstd_zeros(size: int) -> bytes:
    packer = zstandard.ZstdCompressor().compressobj()
    return b"".join(packer.compress(bytes(_MB)) for _ in range(size // _MB)) + packer.flush()


def _docx(document: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
    return made.getvalue()


def _word(body: bytes, before: bytes = b"") -> bytes:
    namespace = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return before + b'<w:document xmlns:w="' + namespace + b'"><w:body>' + body + b"</w:body></w:document>"


def _database(value: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE posts (headline TEXT, body TEXT)")
        database.execute(f"INSERT INTO posts VALUES ('Tide', {value})")
        database.execute("INSERT INTO posts VALUES ('Mole', 'It stands.')")
        database.commit()
        return database.serialize()


def _ghost(post: str) -> bytes:
    return (
        '{"db": [{"meta": {"version": "5.0"}, "data": {"posts": [{"id": "1", "title": "Tide", "slug": "tide", '
        '"status": "published", "type": "post", "published_at": "2019-05-04T08:30:00.000Z", ' + post + "}]}}]}"
    ).encode()


def _lexical(depth: int) -> bytes:
    node = '{"type": "quote", "children": [' * depth + '{"type": "text", "text": "In."}' + "]}" * depth
    return _ghost(f'"lexical": {json.dumps(f"""{{"root": {{"children": [{node}]}}}}""")}')


def _mobiledoc(depth: int) -> bytes:
    return _ghost(f'"mobiledoc": {json.dumps("[" * depth + "]" * depth)}')


def _nitf(body: bytes, before: bytes = b"") -> bytes:
    return (
        before + b"<nitf><body><body.head><hedline><hl1>Tide</hl1></hedline></body.head><body.content>"
        + body + b"</body.content></body></nitf>"
    )  # fmt: skip


def _ninjs(more: str) -> bytes:
    return ('{"uri": "urn:1", "type": "text", "headline": "Tide", "body_html": "<p>In.</p>", ' + more + "}").encode()


def _atom(content: bytes) -> bytes:
    return (
        b'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:blogger="http://schemas.google.com/blogger/2018">'
        b"<id>tag:blogger.com,1999:blog-1.archive</id><title>Quay</title><entry><id>tag:blogger.com,1999:blog-1.post-1</id>"
        b"<blogger:type>POST</blogger:type><blogger:status>LIVE</blogger:status><title>Note</title>"
        b"<content type='html'>" + content + b"</content><published>2019-05-04T08:30:00Z</published></entry></feed>"
    )


def _front(key: str) -> bytes:
    return f"---\ntitle: Tide\ndate: 2019-05-04\n{key}\n---\n\nIt came in.\n".encode()


def _mhtml(parts: bytes, head: bytes = b"") -> bytes:
    return (
        b"From: <Saved>\r\nSnapshot-Content-Location: https://quay.example/tide\r\nMIME-Version: 1.0\r\n" + head
        + b'Content-Type: multipart/related; boundary="b0"\r\n\r\n' + parts
        + b"--b0\r\nContent-Type: text/html\r\nContent-Location: https://quay.example/tide\r\n\r\n"
        + story("The tide came in", "It came.") + b"\r\n--b0--\r\n"
    )  # fmt: skip


_KB = b"It came in at noon and nobody saw it. " * 28
_DEPTHS = (90, 190, 240, 320, 480, 640, 900, 980, _DEEP)
_TAGS = (
    "div",
    "b",
    "blockquote",
    "ul><li",
    "table><tr><td",
    "span",
    "font",
    "a href=x",
    "section",
    "p",
    "em",
    "h2",
    "q",
)


def _deep_tags(tag: str) -> bytes:
    names = [part.split()[0] for part in tag.split("><")]
    return _nest(f"<{tag}>", "".join(f"</{name}>" for name in reversed(names)))


def _around(document: Callable[[bytes], bytes], before: bytes, number: int, after: bytes) -> Iterator[bytes]:
    """A document with so many kilobytes of text in its body."""
    start, _, end = document(b"@@@").partition(b"@@@")
    return _large(start + before, _KB, number, after + end)


ATTACKS: dict[str, ImportAttack] = {
    # WXR
    "wxr: a post of 200 MB": ImportAttack(
        "wordpress",
        "a.xml",
        lambda: _large(
            _WXR + b"<item><content:encoded><![CDATA[", _KB, 200_000, b"]]></content:encoded></item></channel></rss>"
        ),
        "an item is larger than 64 MB",
    ),
    "wxr: a title of 30 MB": ImportAttack(
        "wordpress", "a.xml", lambda: _large(_WXR + b"<item><title>", _KB, 28_000, b"</title></item></channel></rss>")
    ),
    "wxr: a head of 200 MB": ImportAttack(
        "wordpress", "a.xml", lambda: _large(_WXR + b"<description>", _KB, 200_000, b"</description></channel></rss>")
    ),
    "wxr: elements 10,000 deep": ImportAttack(
        "wordpress", "a.xml", lambda: _pieces(_export(_wxr(b"", _nest("<x>", "</x>"))))
    ),
    "wxr: 50,000 fields": ImportAttack(
        "wordpress",
        "a.xml",
        lambda: _pieces(
            _export(
                _wxr(
                    b"In.",
                    b"".join(
                        b"<wp:postmeta><wp:meta_key>k%d</wp:meta_key><wp:meta_value>v</wp:meta_value></wp:postmeta>"
                        % key
                        for key in range(50_000)
                    ),
                )
            )
        ),
    ),
    **{
        f"wxr: {tag} 10,000 deep": ImportAttack(
            "wordpress", "a.xml", partial(lambda tag: _pieces(_export(_wxr(_deep_tags(tag)))), tag)
        )
        for tag in _TAGS
    },
    # HTML
    **{
        f"html: {tag} 10,000 deep": ImportAttack(
            "html", "a.html", partial(lambda tag: _pieces(_page(_deep_tags(tag))), tag)
        )
        for tag in _TAGS
    },
    "html: a page of 200 MB": ImportAttack(
        "html", "a.html", lambda: _large(b"<html><body>", _KB, 200_000, b""), "is larger than any page"
    ),
    "html: a page of 20 MB": ImportAttack(
        "html", "a.html", lambda: _pieces(_page(b"".join(repeat(b"<p>" + _KB, 20_000))))
    ),
    "html: a title of 20 MB": ImportAttack("html", "a.html", lambda: _pieces(_page(b"", b"<title>" + _KB * 20_000))),
    "html: JSON-LD 10,000 deep": ImportAttack(
        "html",
        "a.html",
        lambda: _pieces(_page(b"", b'<script type="application/ld+json">' + _nest("[", "]", inside="") + b"</script>")),
    ),
    **{
        f"html: JSON-LD {depth} deep": ImportAttack(
            "html",
            "a.html",
            partial(
                lambda depth: _pieces(
                    _page(
                        b"",
                        b'<script type="application/ld+json">'
                        + _nest('{"@graph": [', "]}", depth // 2, '{"@type": "NewsArticle", "headline": "Tide"}')
                        + b"</script>",
                    )
                ),
                depth,
            ),
        )
        for depth in _DEPTHS
    },
    "html: an attribute of 20 MB": ImportAttack(
        "html", "a.html", lambda: _pieces(_page(b'<p class="' + _KB * 20_000 + b'">In.'))
    ),
    "html: 300,000 attributes": ImportAttack(
        "html", "a.html", lambda: _pieces(_page(b"<p " + b"".join(b"a%d=b " % key for key in range(300_000)) + b">In."))
    ),
    "html: 300,000 links": ImportAttack("html", "a.html", lambda: _pieces(_page(b"<a href=x>y</a> " * 300_000))),
    "html: 300,000 pictures": ImportAttack("html", "a.html", lambda: _pieces(_page(b"<img src=x.jpg>" * 300_000))),
    "html: entities": ImportAttack(
        "html", "a.html", lambda: _pieces(b"<!DOCTYPE html [<!ENTITY a 'b'>]>" + _page(b"&a;" * 99_999))
    ),
    # MHTML
    "mhtml: multiparts 10,000 deep": ImportAttack(
        "html",
        "a.mhtml",
        lambda: _pieces(
            _mhtml(
                b"".join(
                    b'--b%d\r\nContent-Type: multipart/related; boundary="b%d"\r\n\r\n' % (at, at + 1)
                    for at in range(_DEEP)
                )
            )
        ),
    ),
    "mhtml: 100,000 parts": ImportAttack(
        "html",
        "a.mhtml",
        lambda: _pieces(_mhtml(b"--b0\r\nContent-Type: image/png\r\n\r\nx\r\n" * 100_000)),
        "cannot be read as MHTML: has more than 5,000 parts",
    ),
    "mhtml: a head of 20 MB": ImportAttack(
        "html",
        "a.mhtml",
        lambda: _pieces(_mhtml(b"", b"X: " + b"a" * 20 * _MB + b"\r\n")),
        "cannot be read as MHTML: holds no page",
    ),
    # Web archives
    **{
        f"warc: a length of {length}": ImportAttack(
            "warc",
            "a.warc",
            partial(
                lambda length: _pieces(
                    page_record("https://quay.example/a", story("The tide"), Content_Length=length),
                    page_record("https://quay.example/b", story("The mole")),
                ),
                length,
            ),
            "is damaged: " if length not in ("", "abc", "-1") else "",
        )
        for length in ("1", "0", "-1", "abc", "999999999999999", "9" * 30, "18446744073709551616", "")
    },
    **{
        f"warc: {coding} to 100 MB": ImportAttack(
            "warc", "a.warc", partial(lambda coding: _answer_bomb(coding), coding)
        )
        for coding in ("gzip", "deflate", "br", "zstd")
    },
    "warc: a member to 100 MB": ImportAttack(
        "warc",
        "a.warc.gz",
        lambda: _packed_zeros(100 * _MB) + gzip.compress(page_record("https://q.example/", story("Mole"))),
        "cannot be unpacked: is unpacked to more than 300 times its size",
    ),
    "warc: a frame to 100 MB": ImportAttack(
        "warc",
        "a.warc.zst",
        lambda: _zstd_zeros(100 * _MB) + zstandard.compress(page_record("https://q.example/", story("Mole"))),
        "cannot be unpacked: is unpacked to more than 300 times its size",
    ),
    "warc: gzip in gzip": ImportAttack(
        "warc",
        "a.warc",
        lambda: record(answer(gzip.compress(_packed_zeros(100 * _MB)), Content_Encoding="gzip, gzip")),
    ),
    "warc: five codings": ImportAttack(
        "warc", "a.warc", lambda: _pieces(record(answer(b"x", Content_Encoding="gzip, gzip, gzip, gzip, gzip")))
    ),
    "warc: a head without end": ImportAttack(
        "warc",
        "a.warc",
        lambda: _large(b"WARC/1.0\r\n", b"X-A: " + b"a" * 1_000 + b"\r\n", 100_000, b""),
        "there is no record",
    ),
    "warc: 100,000 empty records": ImportAttack("warc", "a.warc", lambda: _pieces(repeat(record(b""), 100_000))),
    "warc: a page of 200 MB": ImportAttack(
        "warc",
        "a.warc",
        lambda: _large(
            record(b"", Content_Length=str(200_000 * len(_KB) + 60)).removesuffix(b"\r\n\r\n")
            + b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n",
            _KB,
            200_000,
            b"\r\n\r\n",
        ),
        "is larger than any page",
    ),
    # WACZ
    "wacz: names that lead out": ImportAttack(
        "warc", "a.wacz", lambda: _pieces(wacz({"../../x.warc": page_record("https://q.example/", story("Mole"))}))
    ),
    "wacz: an archive to 100 MB": ImportAttack(
        "warc",
        "a.wacz",
        lambda: _bomb("archive/a.warc", 100 * _MB, 100 * _MB),
        "300 times its size",
    ),
    "wacz: an archive to 100 MB that says 1 KB": ImportAttack(
        "warc", "a.wacz", lambda: _bomb("archive/a.warc", 100 * _MB, 1_000), "cannot be read: "
    ),
    "wacz: a list of pages to 100 MB": ImportAttack(
        "warc",
        "a.wacz",
        lambda: _bomb("pages/pages.jsonl", 100 * _MB, 100 * _MB),
        "300 times its size",
    ),
    "wacz: an archive as bzip2": ImportAttack(
        "warc", "a.wacz", lambda: _bzip2_bomb("archive/a.warc"), "another method than Deflate"
    ),
    # ZIP
    "zip: a member to 100 MB": ImportAttack(
        "html",
        "a.zip",
        lambda: _bomb("a.html", 100 * _MB, 100 * _MB),
        "it is unpacked to more than 300 times",
    ),
    **{
        f"zip: a member to 100 MB that says 1 KB ({form})": ImportAttack(
            form,
            "a.zip",
            partial(lambda name: _bomb(name, 100 * _MB, 1_000), name),
            "Bad CRC-32",
        )
        for form, name in (
            ("html", "a.html"),
            ("clippings", "a.txt"),
            ("medium", "posts/a.html"),
            ("ghost", "a.json"),
            ("blogger", "a.atom"),
            ("substack", "posts.csv"),
        )
    },
    "zip: a member that says 4 GB": ImportAttack(
        "html",
        "a.zip",
        lambda: _zip("a.html", bytes(9), lie=_Lie(size=0xFFFFFFF0)),
        "300 times its size",
    ),
    "zip: a member as bzip2": ImportAttack(
        "html",
        "a.zip",
        lambda: _bzip2_bomb("a.html"),
        "it is packed by another method than Deflate",
    ),
    "zip: 3,000,000 members": ImportAttack("html", "a.zip", _many_members, "its list of members has"),
    "zip: a zip in a zip in a zip": ImportAttack(
        "html", "a.zip", lambda: _pieces(_zip("b.zip", _zip("c.zip", _zip("a.html", story("The tide")))))
    ),
    # Tables
    "table: a cell of 200 MB": ImportAttack(
        "table",
        "a.csv",
        lambda: _large(b"headline,body\nTide,", _KB, 200_000, b"\nMole,It stands.\n"),
        "it is longer than",
    ),
    "table: a quote that is not closed": ImportAttack(
        "table",
        "a.csv",
        lambda: _large(b'headline,body\nTide,"', _KB + b"\n", 200_000, b"\nMole,It stands.\n"),
        "a quote is not closed",
    ),
    "table: 300,000 columns": ImportAttack(
        "table", "a.csv", lambda: _pieces(b"headline,body" + b",x" * 300_000 + b"\nTide,In" + b",y" * 300_000 + b"\n")
    ),
    "table: 300,000 rows of other lengths": ImportAttack(
        "table",
        "a.csv",
        lambda: _pieces(b"headline,body\n" + b"Tide,It came, and went.\n" * 300_000),
        "it has 3 values",
    ),
    "table: a JSON string of 200 MB": ImportAttack(
        "table",
        "a.json",
        lambda: _large(b'[{"headline": "Tide", "body": "', _KB, 200_000, b'"}]'),
        "cannot read JSON: a value is longer than",
    ),
    "table: a JSON line of 200 MB": ImportAttack(
        "table",
        "a.jsonl",
        lambda: _large(b'{"headline": "Tide", "body": "', _KB, 200_000, b'"}\n{"headline": "Mole", "body": "x"}\n'),
    ),
    "table: a million JSON values": ImportAttack(
        "table",
        "a.json",
        lambda: _pieces(
            b'{"a": "'
            + b"x" * 4 * _MB
            + b'", "b": ['
            + b"1,\n" * 1_000_000
            + b'1], "posts": [{"headline": "Tide", "body": "In."}]}'
        ),
    ),
    **{
        f"table: JSON {depth} deep": ImportAttack(
            "table",
            "a.json",
            partial(
                lambda depth: _pieces(
                    b'[{"headline": "Tide", "body": "In.", "x": ' + _nest("[", "]", depth, "") + b"}]"
                ),
                depth,
            ),
        )
        for depth in _DEPTHS
    },
    "table: SQLite with 200 MB": ImportAttack(
        "table", "a.sqlite", lambda: _database("hex(zeroblob(70000000))"), "too big"
    ),
    "table: SQLite with a blob of 20 MB": ImportAttack("table", "a.sqlite", lambda: _database("zeroblob(20000000)")),
    # Documents
    "rtf: groups 10,000 deep": ImportAttack(
        "clippings", "a.rtf", lambda: _pieces(b"{\\rtf1 " + _nest("{", "}") + b"}"), "its groups are nested too deeply"
    ),
    "rtf: 50 MB of text": ImportAttack("clippings", "a.rtf", lambda: _pieces(b"{\\rtf1 ", repeat(_KB, 50_000), b"}")),
    "rtf: a million codes": ImportAttack(
        "clippings", "a.rtf", lambda: _pieces(b"{\\rtf1 " + b"\\u8217?" * 1_000_000 + b"}")
    ),
    "rtf: a million links": ImportAttack(
        "clippings",
        "a.rtf",
        lambda: _pieces(
            b"{\\rtf1 " + b'{\\field{\\*\\fldinst HYPERLINK "https://a.example"}{\\fldrslt x}}' * 100_000 + b"}"
        ),
    ),
    "rtf: links in links": ImportAttack(
        "clippings",
        "a.rtf",
        lambda: _pieces(
            b"{\\rtf1 "
            + b'{\\field{\\*\\fldinst HYPERLINK "https://a.example"}{\\fldrslt xxx ' * 2_000
            + b"}" * 4_000
            + b"}"
        ),
    ),
    "rtf: a length that lies": ImportAttack(
        "clippings", "a.rtf", lambda: _pieces(b"{\\rtf1 \\bin2147483647 x It came in.}")
    ),
    "rtf: 200 MB": ImportAttack(
        "clippings", "a.rtf", lambda: _large(b"{\\rtf1 ", _KB, 200_000, b"}"), "more than any export"
    ),
    "docx: elements 10,000 deep": ImportAttack(
        "clippings",
        "a.docx",
        lambda: _pieces(_docx(_word(_nest("<w:p>", "</w:p>")))),
        "its elements are nested too deeply",
    ),
    "docx: tables 1,900 deep": ImportAttack(
        "clippings",
        "a.docx",
        lambda: _pieces(_docx(_word(_nest("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>", 600)))),
    ),
    "docx: links in links": ImportAttack(
        "clippings",
        "a.docx",
        lambda: _pieces(
            _docx(_word(_nest("<w:hyperlink>", "</w:hyperlink>", 1_900, "<w:r><w:t>x</w:t></w:r>" * 20_000)))
        ),
    ),
    "docx: entities": ImportAttack(
        "clippings",
        "a.docx",
        lambda: _pieces(_docx(_word(b"<w:p/>", b'<!DOCTYPE a [<!ENTITY a "b">]>'))),
        "it has a document type",
    ),
    "docx: a part to 100 MB": ImportAttack(
        "clippings",
        "a.docx",
        lambda: _bomb("word/document.xml", 100 * _MB, 100 * _MB),
        "300 times its size",
    ),
    "docx: a part to 100 MB that says 1 KB": ImportAttack(
        "clippings",
        "a.docx",
        lambda: _bomb("word/document.xml", 100 * _MB, 1_000),
        "cannot be read: ",
    ),
    "docx: a part as bzip2": ImportAttack(
        "clippings",
        "a.docx",
        lambda: _bzip2_bomb("word/document.xml"),
        "another method than Deflate",
    ),
    "clippings: 200 MB of text": ImportAttack(
        "clippings", "a.txt", lambda: _large(b"", _KB + b"\n", 200_000, b""), "more than any export"
    ),
    # Ghost, Blogger, Medium, Substack
    **{
        f"ghost: lexical {depth} deep": ImportAttack(
            "ghost", "a.json", partial(lambda depth: _pieces(_lexical(depth // 2)), depth)
        )
        for depth in _DEPTHS
    },
    **{
        f"ghost: mobiledoc {depth} deep": ImportAttack(
            "ghost", "a.json", partial(lambda depth: _pieces(_mobiledoc(depth)), depth)
        )
        for depth in _DEPTHS
    },
    "ghost: a post of 200 MB": ImportAttack(
        "ghost",
        "a.json",
        lambda: _large(_ghost('"html": "').removesuffix(b"}]}}]}"), _KB, 200_000, b'"}]}}]}'),
        "a value is longer than",
    ),
    "blogger: entities": ImportAttack(
        "blogger",
        "a.atom",
        lambda: _pieces(b'<!DOCTYPE a [<!ENTITY a "bbbbbbbb"><!ENTITY b "&a;&a;&a;">]>' + _atom(b"&b;" * 9_999)),
    ),
    "blogger: an attribute of 100 MB": ImportAttack(
        "blogger",
        "a.atom",
        lambda: _around(_atom, b'<x y="', 100_000, b'"/>'),
        "has a tag of more than",
    ),
    "nitf: an attribute of 100 MB": ImportAttack(
        "agency",
        "a.xml",
        lambda: _around(_nitf, b'<p y="', 100_000, b'"/>'),
        "has a tag of more than",
    ),
    "docx: an attribute of 100 MB": ImportAttack(
        "clippings",
        "a.docx",
        lambda: _docx(_word(b'<w:p x="' + b"".join(b"%d," % at for at in range(12_000_000)) + b'"/>')),
        "has a tag of more than",
    ),
    "wxr: an attribute of 100 MB": ImportAttack(
        "wordpress",
        "a.xml",
        lambda: _large(_WXR + b'<item><title x="', _KB, 100_000, b'">a</title></item></channel></rss>'),
    ),
    "blogger: elements 10,000 deep": ImportAttack("blogger", "a.atom", lambda: _pieces(_atom(_nest("<x>", "</x>")))),
    "blogger: HTML 10,000 deep": ImportAttack(
        "blogger", "a.atom", lambda: _pieces(_atom(escape(_nest("<b>", "</b>").decode()).encode()))
    ),
    "blogger: a post of 200 MB": ImportAttack(
        "blogger",
        "a.atom",
        lambda: _around(_atom, b"", 200_000, b""),
    ),
    "medium: HTML 10,000 deep": ImportAttack(
        "medium", "a.html", lambda: _pieces(_page(_nest("<section>", "</section>")))
    ),
    "medium: a page of 200 MB": ImportAttack(
        "medium", "a.html", lambda: _large(b"<html>", _KB, 200_000, b""), "is too large for a text"
    ),
    "substack: a table of 200 MB": ImportAttack(
        "substack", "posts.csv", lambda: _large(b"post_id,title\n1.a,", _KB, 200_000, b"\n"), "is too large for a text"
    ),
    # Agencies
    **{
        f"ninjs: {depth} deep": ImportAttack(
            "agency",
            "a.json",
            partial(lambda depth: _pieces(_ninjs('"x": ' + _nest('{"a": ', "}", depth, "1").decode())), depth),
        )
        for depth in _DEPTHS
    },
    **{
        f"ninjs: associations {depth} deep": ImportAttack(
            "agency",
            "a.json",
            partial(
                lambda depth: _pieces(
                    _ninjs(
                        '"associations": {"m": '
                        + _nest('{"type": "picture", "associations": {"m": ', "}}", depth // 2, "{}").decode()
                        + "}"
                    )
                ),
                depth,
            ),
        )
        for depth in _DEPTHS
    },
    "ninjs: 200 MB": ImportAttack(
        "agency", "a.json", lambda: _large(b'{"uri": "a", "headline": "', _KB, 200_000, b'"}'), ""
    ),
    "nitf: elements 10,000 deep": ImportAttack(
        "agency",
        "a.xml",
        lambda: _pieces(_nitf(_nest("<p>", "</p>"))),
        "has elements inside each other more than 200 deep",
    ),
    "nitf: a paragraph of 200 MB": ImportAttack(
        "agency",
        "a.xml",
        lambda: _around(_nitf, b"", 200_000, b""),
    ),
    "nitf: entities": ImportAttack(
        "agency",
        "a.xml",
        lambda: _pieces(_nitf(b"&b;" * 9_999, b'<!DOCTYPE nitf [<!ENTITY a "bbbb"><!ENTITY b "&a;&a;&a;">]>')),
        'refers to the entity "b"',
    ),
    "wire: a message of 200 MB": ImportAttack("agency", "a.txt", lambda: _large(b"\x01", _KB, 200_000, b"\x03")),
    # Folders of generators
    **{
        f"{form}: {what}": ImportAttack(form, name, partial(lambda content: _pieces(content), content))
        for form, name in (
            ("hugo", "content/posts/a.md"),
            ("jekyll", "_posts/2019-05-04-a.md"),
            ("pelican", "content/a.md"),
        )
        for what, content in (
            ("brackets 10,000 deep", _front("x: " + "[" * _DEEP + "]" * _DEEP)),
            ("brackets 400 deep", _front("x: " + "[" * 400 + "]" * 400)),
            ("references", _front("a: &a [x]\n" + "\n".join(f"b{at}: &b{at} [*a, *a, *a]" for at in range(2_000)))),
            ("blockquotes 10,000 deep", _front("x: y") + b"> " * _DEEP + b"In.\n"),
            ("lists 3,000 deep", _front("x: y") + b"".join(b"  " * at + b"- In.\n" for at in range(3_000))),
            ("shortcodes 10,000 deep", _front("x: y") + b"{{< a >}}" * _DEEP + b"{{< /a >}}" * _DEEP),
            ("Liquid 10,000 deep", _front("x: y") + b"{% if a %}" * _DEEP + b"In." + b"{% endif %}" * _DEEP),
        )
    },
    "hugo: TOML 10,000 deep": ImportAttack(
        "hugo",
        "content/posts/a.md",
        lambda: _pieces(b"+++\ntitle='Tide'\nx=" + _nest("[", "]", inside="") + b"\n+++\n\nIn.\n"),
    ),
    "hugo: TOML 400 deep": ImportAttack(
        "hugo",
        "content/posts/a.md",
        lambda: _pieces(b"+++\ntitle='Tide'\nx=" + _nest("[", "]", 400, "") + b"\n+++\n\nIn.\n"),
    ),
    "hugo: JSON 900 deep": ImportAttack(
        "hugo",
        "content/posts/a.md",
        lambda: _pieces(b'{"title": "Tide", "x": ' + _nest("[", "]", 900, "") + b"}\n\nIn.\n"),
    ),
    "hugo: a text of 200 MB": ImportAttack(
        "hugo", "content/posts/a.md", lambda: _large(_front("x: y"), _KB + b"\n", 200_000, b"")
    ),
}
