"""Files of news databases as tests write them: text as RTF, DOCX and HTML, and what an import makes of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from newsgen.importers.clippings.read import ClippingOptions, read_clippings
from newsgen.importers.imported import Imported, ImportedArticle
from newsgen.importers.input_files import ByteCount, find_input_files
from tests.support.importing import articles_in, markdown_of, write_files, zip_of

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
# "[words](https://address)", as tests write links.
LINK = re.compile(r"\[(?P<words>[^\]]+)\]\((?P<address>[^)]+)\)")


def read_files(folder: Path, files: Mapping[str, str | bytes], **options: Any) -> list[Imported]:
    """What an import finds in files, in the order of their names."""
    write_files(folder, files)
    inputs = find_input_files([str(folder / name) for name in files], ByteCount())
    return list(read_clippings(inputs, ClippingOptions(**options)))


def read_text(folder: Path, text: str | bytes, **options: Any) -> list[Imported]:
    """What an import finds in a file."""
    return read_files(folder, {"export.txt": text}, **options)


def shown(imported: ImportedArticle) -> dict[str, Any]:
    """The fields of an article that are not empty, its paragraphs among them."""
    article = imported.article
    names = ("headline", "dek", "byline", "dateline", "section", "publication", "print_page", "language", "rights")
    found: dict[str, Any] = {name: getattr(article, name) for name in names if getattr(article, name)}
    if article.published:
        found["published"] = str(article.published)
    return {**found, "body": markdown_of(imported).strip().split("\n\n") if article.body else []}


def shown_all(found: list[Imported]) -> list[dict[str, Any]]:
    """The fields of all articles."""
    return [shown(article) for article in articles_in(found)]


def rtf_of(text: str, head: str = "", codec: str = "cp1252") -> bytes:
    """A text as RTF, a paragraph a line; tabs are cells of a table."""
    lines = []
    for line in text.split("\n"):
        cells = [_rtf_line(cell, codec) for cell in line.split("\t")]
        row = "".join(f"{cell}\\cell " for cell in cells)
        lines.append(rf"\trowd {row}\row" if len(cells) > 1 else rf"{cells[0]}\par")
    body = "\n".join(lines)
    return (
        r"{\rtf1\ansi\ansicpg" + codec.removeprefix("cp") + r"\deff0{\fonttbl{\f0\fswiss\fcharset0 Arial;}}"
        r"{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}}{\info{\author Zanzibar User}{\title Secret}}"
        rf"{{\header Page 1 of 2\par}}{{\*\generator Engine 1;}}{head}\pard\plain\f0\fs20 {body}}}"
    ).encode("ascii")


def _rtf_line(line: str, codec: str) -> str:
    begin, parts = 0, []
    for link in LINK.finditer(line):
        parts.append(_rtf_words(line[begin : link.start()], codec))
        words = _rtf_words(link["words"], codec)
        parts.append(rf'{{\field{{\*\fldinst{{HYPERLINK "{link["address"]}" }}}}{{\fldrslt{{\cf1\ul {words}}}}}}}')
        begin = link.end()
    return "".join([*parts, _rtf_words(line[begin:], codec)])


def _rtf_words(text: str, codec: str) -> str:
    made = []
    for sign in text:
        if sign in "\\{}":
            made.append(f"\\{sign}")
        elif sign.isascii():
            made.append(sign)
        else:
            try:
                made += [f"\\'{byte:02x}" for byte in sign.encode(codec)]
            except UnicodeEncodeError:
                units = sign.encode("utf-16-le")
                codes = [int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2)]
                made += [f"\\u{code}?" for code in codes]
    return "".join(made)


def docx_of(text: str, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A text as DOCX, a paragraph a line; lines with tabs are rows of a table."""
    addresses: list[str] = []
    body = "".join(_docx_line(line, addresses) for line in text.split("\n"))
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/hyperlink" Target="{escape(address)}" TargetMode="External"/>'
        for number, address in enumerate(addresses)
    )
    return zip_of(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<w:document xmlns:w="{_WORD}" xmlns:r="{_OFFICE}">{body}</w:document>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>',
            **(more or {}),
        }
    )


def word_part(name: str, content: str) -> str:
    """A part of a DOCX, such as its header."""
    return f'<w:{name} xmlns:w="{_WORD}">{content}</w:{name}>'


def _docx_line(line: str, addresses: list[str]) -> str:
    if "\t" in line:
        cells = (f"<w:tc><w:p>{_docx_words(cell, addresses)}</w:p></w:tc>" for cell in line.split("\t"))
        return f"<w:tbl><w:tr>{''.join(cells)}</w:tr></w:tbl>"
    return f"<w:p><w:pPr><w:jc w:val='both'/></w:pPr>{_docx_words(line, addresses)}</w:p>"


def _docx_words(line: str, addresses: list[str]) -> str:
    begin, parts = 0, []
    for link in LINK.finditer(line):
        parts.append(_docx_run(line[begin : link.start()]))
        parts.append(f'<w:hyperlink r:id="r{len(addresses)}">{_docx_run(link["words"])}</w:hyperlink>')
        addresses.append(link["address"])
        begin = link.end()
    return "".join([*parts, _docx_run(line[begin:])])


def _docx_run(text: str) -> str:
    # Word divides a text into runs wherever it likes.
    half = len(text) // 2
    return "".join(f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>' for part in (text[:half], text[half:]))


def html_of(text: str) -> bytes:
    """A text as a page of HTML: lines are blocks, blank lines empty paragraphs, and tabs make rows of a table."""
    rows = []
    for line in text.split("\n"):
        words = LINK.sub(r'<a href="\g<address>">\g<words></a>', escape(line, quote=False))
        cells = "".join(f"<td><b>{cell}</b></td>" for cell in words.split("\t"))
        block = f"<div>{words}</div>" if words else "<p></p>"
        rows.append(f"<table><tr>{cells}</tr></table>" if "\t" in line else block)
    head = '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Export</title><style>p {}</style></head><body>'
    return f"{head}<script>track()</script>{''.join(rows)}</body></html>".encode()
