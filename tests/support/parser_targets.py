"""The parsers of newsgen as targets for damaged input: for each one whole inputs, and what reads them."""

from __future__ import annotations

import datetime
import gzip
import io
import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from newsgen.archive.permalinks.ledger_file import read_ledger
from newsgen.commands.urls.old_urls import read_old_urls
from newsgen.images.active_documents import is_active
from newsgen.images.films import blank_parts, find_private_parts
from newsgen.images.iptc import read_iptc
from newsgen.images.safe_svg import clean_svg
from newsgen.images.strip import strip_image
from newsgen.importers.agency.read import read_agency
from newsgen.importers.blogger.read import read_blogger
from newsgen.importers.clippings.read import read_clippings
from newsgen.importers.ghost.read import read_ghost
from newsgen.importers.hugo.read import HugoOptions, read_hugo
from newsgen.importers.imported import Reader
from newsgen.importers.input_files import ByteCount, find_input_files
from newsgen.importers.jekyll.read import read_jekyll
from newsgen.importers.medium.read import read_medium
from newsgen.importers.pelican.read import read_pelican
from newsgen.importers.saved_pages.read import read_saved_pages
from newsgen.importers.substack.read import read_substack
from newsgen.importers.table.mapping import TableMapping
from newsgen.importers.table.open_table import Choice
from newsgen.importers.table.read import read_tables
from newsgen.importers.warc.choice import CaptureChoice
from newsgen.importers.warc.read import read_archives
from newsgen.importers.wordpress.read import read_wordpress
from newsgen.output.manifest import read_manifest
from newsgen.settings.markdown import MarkdownSettings
from newsgen.settings.site import Site, load_site
from newsgen.sources.comments import read_comments
from newsgen.sources.files import Source
from newsgen.sources.importers.dump import restore_articles
from newsgen.sources.load import load_article
from newsgen.sources.metadata_table import load_metadata
from newsgen.text.markup.html import render_body
from tests.support.archive_attacks import READERS
from tests.support.importing import zip_of
from tests.support.path_tricks import few_path_tricks
from tests.support.web_archives import arc, members, page_record, story

_TODAY = datetime.date(2026, 1, 1)
_SITE = Site(markdown=MarkdownSettings(html=True), comments=True)


class Target(NamedTuple):
    """Whole inputs of a parser, and a function that reads one in an empty folder.

    The function raises NewsgenError for what it refuses, and nothing else.
    """

    inputs: Sequence[bytes]
    read: Callable[[bytes, Path], object]


def _imported(name: str, reader: Reader) -> Callable[[bytes, Path], object]:
    def read(content: bytes, folder: Path) -> object:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
        return list(reader(find_input_files([str(folder)], ByteCount())))

    return read


def _source(ending: str) -> Callable[[bytes, Path], object]:
    def read(content: bytes, folder: Path) -> object:
        file = folder / f"a{ending}"
        file.write_bytes(content)
        loaded = load_article(Source(file.name, file.name, file), {}, _SITE)
        article = getattr(loaded, "article", None)
        return render_body(article.body, True) if article else None

    return read


def _file(name: str, reader: Callable[[Path], object]) -> Callable[[bytes, Path], object]:
    def read(content: bytes, folder: Path) -> object:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
        found = reader(folder)
        return list(found) if isinstance(found, Iterable) else found

    return read


def _comments(folder: Path) -> object:
    (folder / "a.md").write_text("Tide.")
    return read_comments(Source("a.md", "a.md", folder / "a.md"), _SITE)


def _picture(kind: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (9, 7), "navy").save(made, kind)
    return made.getvalue()


def _database() -> bytes:
    with closing(sqlite3.connect(":memory:")) as database, database:
        database.execute("CREATE TABLE articles (id, headline, text, date)")
        database.execute("INSERT INTO articles VALUES (1, 'Tide', 'It came in.', '2020-01-02')")
        return database.serialize()


_PAGE = story("Mill wheel")
_MARKDOWN = b"""---
headline: "Tide: it comes"
date: 2020-01-02T08:30:00+01:00
tags: [tide, "quay; pier"]
images: [{file: quay.jpg, caption: Quay}]
corrections: [{date: 2020-01-03, text: Not so}]
anonymised: {Ada Quill: A.}
---
# Tide

![Quay](quay.jpg "x") and [[other]] and <b onclick="x">bold</b>[^1]. <!-- note -->

| a | b |
|---|---|
| 1 | **2** |

> * quote Ada Quill

[^1]: Note.
"""
_PASTED = b"""The Courant
Home | News | Sport

Mill wheel turns again
By Ada Quill, Political Editor
2 March 2021

The wheel at the old mill turned for the first time in forty years on Tuesday.

Half the town stood on the bridge to see it, and nobody doubted the miller that morning.

Read more
Share this
"""
_RECORD = json.dumps(
    {"headline": "Tide", "text": "It came.\n\nIn.", "published": "2020-01-02", "tags": ["a"], "extra": {"a": [1, {}]}}
).encode()
_WXR = b"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Quay</title>
<wp:base_site_url>https://quay.example</wp:base_site_url><item><title>Tide</title><link>https://quay.example/tide/</link>
<dc:creator><![CDATA[ada]]></dc:creator><content:encoded><![CDATA[<!-- wp:paragraph --><p>It [b]came[/b].</p>
<!-- /wp:paragraph -->[gallery ids="1,2"]]]></content:encoded><wp:post_id>7</wp:post_id>
<wp:post_date>2020-01-02 03:04:05</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>
<category domain="category" nicename="town"><![CDATA[Town]]></category><wp:postmeta><wp:meta_key>k</wp:meta_key>
<wp:meta_value><![CDATA[a:1:{i:0;s:1:"x";}]]></wp:meta_value></wp:postmeta></item></channel></rss>"""
_NITF = b"""<?xml version="1.0"?><nitf><head><title>Tide</title><docdata>
<doc-id id-string="x1"/><date.issue norm="20200102"/></docdata></head><body><body.head>
<hedline><hl1>Tide</hl1></hedline><byline>By Ada Quill</byline></body.head>
<body.content><p>It came in.</p><media media-type="image"><media-reference source="a.jpg"/></media>
</body.content></body></nitf>"""
_NEWSML = b"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="2"><itemMeta><itemClass
 qcode="ninat:text"/></itemMeta><contentMeta><headline>Tide</headline></contentMeta><contentSet><inlineXML>
<html xmlns="http://www.w3.org/1999/xhtml"><body><p>It came in.</p></body></html></inlineXML></contentSet></newsItem>"""
_NINJS = b'{"uri": "urn:x:1", "type": "text", "headline": "Tide", "body_html": "<p>It came in.</p>", "version": "1"}'
_WIRE = (
    b"\x16\x16\x01zczc\r\nu abc\r\n^Tide comes in,0123<\r\n\x02   PORT MARROW (AP) - It came in.\r\n"
    b"\x03 010203 jan 20\r\nnnnn\x04"
)
_RTF = rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}\f0\b Tide\b0\par By Ada Quill\par It came {\u233?}\'e9 in.\par}"
_DOCX = zip_of(
    {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        "<w:p><w:r><w:t>Tide</w:t></w:r></w:p><w:p><w:r><w:t>It came in.</w:t></w:r></w:p></w:body></w:document>",
    }
)
_MHTML = (
    b'From: <Saved>\r\nSubject: Tide\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
    b"--b\r\nContent-Type: text/html\r\nContent-Location: https://courant.example/a\r\n\r\n" + _PAGE + b"\r\n--b--\r\n"
)
_SITEMAP = (
    b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://x.example/a</loc></url></urlset>'
)
_SETTINGS = b"""title: Quay
permalink: /{year}/{slug}.html
groups: {vessels: Vessel}
redirects: {/a: /b}
theme: {light: {ink: black}, measure: 60}
check: {off: [links]}
markdown: {replace: [{pattern: "a+", by: b}]}
"""
_SVG = b"""<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "tide">]><svg xmlns="http://www.w3.org/2000/svg"
 xmlns:xlink="http://www.w3.org/1999/xlink" width="9"><style>g { fill: url(#a) }</style><a xlink:href="#b"><text>&a;
</text></a><script>alert(1)</script><foreignObject><p xmlns="http://www.w3.org/1999/xhtml">In.</p></foreignObject></svg>"""
_MP4 = (
    b"\0\0\0\x14ftypisom\0\0\0\0isom\0\0\0\x30moov"
    b"\0\0\0\x28udta\0\0\0\x20\xa9xyz\0\x12\x15\xc7+48.1+011.5/xxxxxx\0\0\0\x08mdat"
)
_WARC_RECORDS = [page_record(f"https://courant.example/{name}.html", _PAGE) for name in "ab"]
_archive = partial(read_archives, choice=CaptureChoice(), today=_TODAY)
_few = few_path_tricks("/outside")[:6]

TARGETS: dict[str, Target] = {
    "markdown": Target([_MARKDOWN], _source(".md")),
    "pasted": Target([_PASTED, _PASTED.decode().encode("utf-16"), _PASTED.replace(b"\n", b"\r\n")], _source(".txt")),
    "html page with front matter": Target([b"---\ntitle: Tide\n---\n<p>It <b>came</b>.</p>"], _source(".html")),
    "record": Target([_RECORD], _source(".txt.json")),
    "dump": Target([_RECORD, gzip.compress(_RECORD, mtime=0)], lambda content, folder: _restore(content, folder)),
    "settings": Target([_SETTINGS], _file("site.yaml", load_site)),
    "redirects": Target([b"/a\t/b\n/c?d=1\thttps://x.example/\n"], _file("redirects.tsv", load_site)),
    "learnt reading": Target([b"chrome:\n  - Read more\nsections: [Town]\n"], _file("reading.yaml", load_site)),
    "ledger": Target(
        [b"/a.html\ta.md\tcurrent\tabc\n/b\ta.md\tmoved\n/tags/x.html\tlisting:tags:x\tcurrent\n"],
        _file("permalinks.tsv", lambda folder: read_ledger(folder / "permalinks.tsv", "permalinks.tsv")),
    ),
    "metadata table": Target(
        [b"path,headline,date\na.md,Tide,2020-01-02\n", b'path;tags\n"a.md";"x; y"\n'],
        _file("articles/metadata.csv", lambda folder: load_metadata(folder, _SITE, {"a.md"}).rows.items()),
    ),
    "comments": Target(
        [b'{"id": 1, "author": "Ada", "date": "2020-01-02", "text": "At last!"}\n'],
        _file("a.comments.jsonl", _comments),
    ),
    "manifest": Target(
        [b"%064x  a.html\n%064x  b%%25.html\n" % (1, 2)], _file("m", lambda folder: read_manifest(folder / "m"))
    ),
    "sitemap": Target(
        [_SITEMAP, gzip.compress(_SITEMAP, mtime=0), b"https://x.example/a\n"],
        _file("s.xml", lambda f: read_old_urls(f / "s.xml")),
    ),
    "picture": Target(
        [_picture(kind) for kind in ("JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP")],
        lambda content, folder: (strip_image(content), read_iptc(content)),
    ),
    "drawing": Target(
        [_SVG, _SVG.decode().encode("utf-16")],
        lambda content, folder: (
            clean_svg(content),
            [is_active(content, f"a.{ending}") for ending in ("xml", "html", "foo")],
        ),
    ),
    "film": Target([_MP4], lambda content, folder: blank_parts(content, find_private_parts(content))),
    "wordpress": Target([_WXR], _imported("export.xml", read_wordpress)),
    "wordpress rules": Target(
        [b'[{"url": "/a", "action_data": {"url": "/b"}}]', b"source,target,regex\n/a,/b,0\n"],
        _imported("rules.json", read_wordpress),
    ),
    "saved pages": Target([_PAGE], _imported("a.html", partial(read_saved_pages, today=_TODAY))),
    "mhtml": Target([_MHTML], _imported("a.mhtml", partial(read_saved_pages, today=_TODAY))),
    "warc": Target([b"".join(_WARC_RECORDS), members(_WARC_RECORDS)], _imported("a.warc", _archive)),
    "arc": Target([arc([("https://courant.example/a", _PAGE)])], _imported("a.arc", _archive)),
    "agency": Target([_NITF, _NEWSML, _NINJS, _WIRE], _imported("a.xml", read_agency)),
    "clippings": Target([_RTF, _DOCX, _PASTED], _imported("a.rtf", read_clippings)),
    "table": Target(
        [b"headline,text\nTide,It came in.\n", b'[{"headline": "Tide", "text": "In."}]', _database()],
        _imported("a.csv", partial(read_tables, choice=Choice(), mapping=TableMapping(), today=_TODAY)),
    ),
    "hugo": Target(
        [_MARKDOWN, b'+++\ntitle = "Tide"\n+++\n{{< x >}}'],
        _imported("content/posts/a.md", partial(read_hugo, today=_TODAY, options=HugoOptions())),
    ),
    "jekyll": Target(
        [_MARKDOWN + b"{% include x %}{{ a }}"], _imported("_posts/2020-01-02-a.md", partial(read_jekyll, today=_TODAY))
    ),
    "pelican": Target(
        [b"Title: Tide\nDate: 2020-01-02\n\nIt came."], _imported("content/a.md", partial(read_pelican, today=_TODAY))
    ),
    **{
        f"{name} in an archive": Target([READERS[name][0](_few)], _imported("a.zip", READERS[name][1]))
        for name in READERS
    },
    "ghost": Target(
        [b'{"db": [{"data": {"posts": [{"id": "1", "title": "Tide", "html": "<p>In.</p>"}]}}]}'],
        _imported("g.json", partial(read_ghost, today=_TODAY)),
    ),
    "blogger": Target(
        [
            b'<feed xmlns="http://www.w3.org/2005/Atom"><id>tag:blogger.com,1999:blog-1.archive</id><entry><id>x.post-1</id><title>T</title></entry></feed>'
        ],
        _imported("f.atom", partial(read_blogger, today=_TODAY)),
    ),
    "medium": Target([_PAGE], _imported("posts/a.html", partial(read_medium, today=_TODAY))),
    "substack": Target(
        [b"post_id,post_date,is_published,title\n1.a,2020-01-02T00:00:00Z,true,Tide\n"],
        _imported("posts.csv", partial(read_substack, today=_TODAY)),
    ),
}


def _restore(content: bytes, folder: Path) -> object:
    (folder / "archive.jsonl").write_bytes(content)
    return restore_articles(folder / "archive.jsonl", folder / "articles", _SITE)
