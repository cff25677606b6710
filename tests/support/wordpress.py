"""Exports of WordPress as its own exporter writes them, and what an import finds in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from newsgen.importers.imported import Imported, ImportedArticle
from newsgen.importers.input_files import InputFile
from newsgen.importers.wordpress.read import read_wordpress
from newsgen.record.import_entry import Entry

HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="WordPress/6.4" created="2024-02-01 10:00" -->
<rss version="2.0"
\txmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
\txmlns:content="http://purl.org/rss/1.0/modules/content/"
\txmlns:wfw="http://wellformedweb.org/CommentAPI/"
\txmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:wp="http://wordpress.org/export/1.2/"
>
<channel>
\t<title>The Lenne Courant</title>
\t<link>https://courant.example</link>
\t<description>News of the river</description>
\t<language>en-GB</language>
\t<wp:wxr_version>1.2</wp:wxr_version>
\t<wp:base_site_url>https://courant.example</wp:base_site_url>
\t<wp:base_blog_url>https://courant.example</wp:base_blog_url>
"""
END = "</channel>\n</rss>\n"


def cdata(text: str) -> str:
    """A text in a CDATA section, as WordPress escapes it."""
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"


def author(login: str, name: str, number: int = 1, first: str = "", last: str = "") -> str:
    """The element of a user."""
    return (
        f"\t<wp:author><wp:author_id>{number}</wp:author_id><wp:author_login>{cdata(login)}</wp:author_login>"
        f"<wp:author_email>{cdata(f'{login}@mail.example')}</wp:author_email>"
        f"<wp:author_display_name>{cdata(name)}</wp:author_display_name>"
        f"<wp:author_first_name>{cdata(first)}</wp:author_first_name>"
        f"<wp:author_last_name>{cdata(last)}</wp:author_last_name></wp:author>\n"
    )


def category(number: int, nicename: str, name: str, parent: str = "") -> str:
    """The element of a category of the site."""
    return (
        f"\t<wp:category><wp:term_id>{number}</wp:term_id><wp:category_nicename>{cdata(nicename)}"
        f"</wp:category_nicename><wp:category_parent>{cdata(parent)}</wp:category_parent>"
        f"<wp:cat_name>{cdata(name)}</wp:cat_name></wp:category>\n"
    )


def term(domain: str, nicename: str, name: str) -> str:
    """The element of a term that an item has."""
    return f'\t\t<category domain="{domain}" nicename="{nicename}">{cdata(name)}</category>\n'


def comment(number: int, text: str, **fields: str) -> str:
    """The element of a comment."""
    values = {
        "author": "Iris Vale",
        "author_email": "iris@mail.example",
        "author_url": "",
        "author_IP": "203.0.113.77",
        "date": "2019-05-05 10:00:00",
        "date_gmt": "2019-05-05 09:00:00",
        "content": text,
        "approved": "1",
        "type": "comment",
        "parent": "0",
        "user_id": "0",
        **fields,
    }
    elements = "".join(f"<wp:comment_{name}>{cdata(value)}</wp:comment_{name}>" for name, value in values.items())
    return f"\t\t<wp:comment><wp:comment_id>{number}</wp:comment_id>{elements}</wp:comment>\n"


def item(
    content: str = "<p>The wheel turns.</p>", meta: Mapping[str, str] | Sequence[tuple[str, str]] = (), **fields: str
) -> str:
    """The element of an item: a post that is public, unless its fields say otherwise.

    `more` is XML inside it; of a field with the value "-" there is no element.
    """
    values = {
        "title": cdata("Mill wheel turns"),
        "link": "https://courant.example/2019/05/mill-wheel/",
        "pubDate": "Sat, 04 May 2019 07:30:00 +0000",
        "dc:creator": cdata("hq77"),
        "guid": "https://courant.example/?p=101",
        "description": "",
        "content:encoded": cdata(content),
        "excerpt:encoded": cdata(fields.pop("excerpt", "")),
        "wp:post_id": fields.pop("id", "101"),
        "wp:post_date": cdata("2019-05-04 08:30:00"),
        "wp:post_date_gmt": cdata("2019-05-04 07:30:00"),
        "wp:post_modified": cdata("2019-05-04 08:30:00"),
        "wp:post_modified_gmt": cdata("2019-05-04 07:30:00"),
        "wp:comment_status": cdata("open"),
        "wp:ping_status": cdata("open"),
        "wp:post_name": cdata(fields.pop("name", "mill-wheel")),
        "wp:status": cdata(fields.pop("status", "publish")),
        "wp:post_parent": fields.pop("parent", "0"),
        "wp:menu_order": "0",
        "wp:post_type": cdata(fields.pop("type", "post")),
        "wp:post_password": cdata(fields.pop("password", "")),
        "wp:is_sticky": "0",
    }
    more = fields.pop("more", "")
    for name, value in fields.items():
        key = name if name in values else f"wp:{name}" if f"wp:{name}" in values else name.replace("_", ":", 1)
        values[key] = value
    pairs = meta.items() if isinstance(meta, Mapping) else meta
    fields_of_meta = "".join(
        f"\t\t<wp:postmeta>\n\t\t<wp:meta_key>{cdata(key)}</wp:meta_key>\n"
        f"\t\t<wp:meta_value>{cdata(value)}</wp:meta_value>\n\t\t</wp:postmeta>\n"
        for key, value in pairs
    )
    elements = "".join(f"\t\t<{name}>{value}</{name}>\n" for name, value in values.items() if value != "-")
    return f"\t<item>\n{elements}{more}{fields_of_meta}\t</item>\n"


def attachment(number: int, path: str, meta: Mapping[str, str] | None = None, **fields: str) -> str:
    """The element of a file of the media library."""
    url = f"https://courant.example/wp-content/uploads/{path}"
    name = path.rpartition("/")[2].partition(".")[0]
    values = {
        "id": str(number),
        "type": "attachment",
        "status": "inherit",
        "title": name,
        "name": name,
        "link": f"https://courant.example/{name}/",
        "guid": url,
        "more": f"\t\t<wp:attachment_url>{cdata(url)}</wp:attachment_url>\n",
        **fields,
    }
    return item("", meta or {}, **values)


def export(*parts: str, head: str = HEAD, end: str = END) -> str:
    """A whole export."""
    return f"{head}{''.join(parts)}{end}"


def input_file(folder: Path, content: str | bytes, name: str = "export.xml") -> InputFile:
    """A file of a source, written to a folder."""
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return InputFile(name, name, file)


def read_export(folder: Path, content: str | bytes, **options: Any) -> list[Imported]:
    """What an import finds in an export."""
    return list(read_wordpress([input_file(folder, content)], **options))


def articles_of(found: Sequence[Imported]) -> list[ImportedArticle]:
    """The articles among what was found."""
    return [part for part in found if isinstance(part, ImportedArticle)]


def entries_of(found: Sequence[Imported]) -> list[Entry]:
    """The whole account of what was found."""
    return [
        entry
        for part in found
        for entry in (part.entries if isinstance(part, ImportedArticle) else (part,) if isinstance(part, Entry) else ())
    ]


def the_article(folder: Path, *parts: str, **options: Any) -> ImportedArticle:
    """The one article of an export of these parts."""
    (found,) = articles_of(read_export(folder, export(*parts), **options))
    return found


def text_of(found: ImportedArticle) -> str:
    """The Markdown of an article."""
    return found.article.body[0].text
