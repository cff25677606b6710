"""An article's record, all that is known of it, as a line of JSON and as a row of CSV.

Both are made where the article is read, except for its address, which is known once all articles are. Which articles
have a record is decided where records are listed (`newsgen.output.dumps.chunks`).
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from newsgen.record.article import Article, Withdrawal
from newsgen.record.digests import digest_of_bytes
from newsgen.record.plain_text import text_digest, text_of

# The fields of a record's address, and those of the article itself; their names are the columns of CSV.
ADDRESS = ("path", "permalink", "url", "aliases")
FIELDS = (
    *("headline", "dek", "kicker", "byline", "dateline", "section", "tags", "language", "direction", "published"),
    *("updated", "corrections", "related", "images", "original_url", "rights", "slug", "id", "print_page", "notice"),
    *("delisted", "withdrawal", "extra", "text_sha256", "blocks", "text"),
)
# What only those records have whose articles say it: the newspaper, comments, what they are a translation of, and the
# names of listings by their kind.
PUBLICATION = "publication"
COMMENTS, SHOWS_COMMENTS = "comments", "show_comments"
TRANSLATION_OF = "translation_of"
# Those of them that no listing has.
NO_NAMES = (PUBLICATION, COMMENTS, SHOWS_COMMENTS, TRANSLATION_OF)
# Between the parts of a list in a cell of CSV.
_LIST_SEPARATOR = " | "
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# Control characters that JSON escapes; line feeds are handled apart.
_CONTROLS = bytes(byte for byte in range(0x20) if byte != 0x0A)
# A cell that a spreadsheet would run as a formula, after any number of apostrophes (OWASP, "CSV Injection").
_FORMULA = re.compile("'*[=+\\-@\t\r＝＋－＠]")
_SIGNS = tuple("'=+-@\t\r＝＋－＠")
_SIGN_BYTES = tuple(sign.encode() for sign in _SIGNS)


class RecordParts(NamedTuple):
    """A record without its address: its fields as JSON, its text unescaped, and its fields as cells of CSV."""

    fields: bytes
    text: bytes
    cells: bytes

    @property
    def digest(self) -> bytes:
        """A digest of all of the record but its address."""
        return digest_of_bytes(self.fields + self.text)


def make_record_parts(article: Article) -> RecordParts:
    """The record of an article, without its address."""
    text = text_of(article)
    values = _values_of(article)
    rare = {**_values_of_groups(article), **_values_of_comments(article), **_values_of_translation(article)}
    fields = _encode({**values, **rare})[1:-1]
    # Most cells are empty; testing here saves a call for each.
    return RecordParts(
        _bytes(fields), _bytes(text), _bytes(",".join([_cell(value) if value else "" for value in values.values()]))
    )


def json_line(path: str, permalink: str, url: str, parts: RecordParts, aliases: tuple[str, ...] = ()) -> bytes:
    """A record as a line of JSON, which ends in a line feed."""
    address = _encode({"path": path, "permalink": permalink, "url": url, "aliases": aliases})[1:-1]
    return b'{%s,%s,"text":%s}\n' % (_bytes(address), parts.fields, _quoted(parts.text))


def csv_row(
    path: str,
    permalink: str,
    url: str,
    parts: RecordParts,
    aliases: tuple[str, ...] = (),
    columns: tuple[str, ...] = (),
) -> bytes:
    """A record as a row of CSV (RFC 4180); `columns` are those that not all records have."""
    address = ",".join(map(_cell, (path, permalink, url, aliases)))
    cells = parts.cells
    if columns:
        values = json.loads(b"{%s}" % parts.fields)
        cells += b"".join(b",%s" % _bytes(_cell(_as_names(name, values.get(name)))) for name in columns)
    return b"%s,%s,%s\r\n" % (_bytes(address), cells, _text_cell(parts.text))


def csv_header(columns: tuple[str, ...] = ()) -> bytes:
    """The header row of the CSV; the text comes last."""
    return f"{','.join((*ADDRESS, *FIELDS[:-1], *columns, FIELDS[-1]))}\r\n".encode()


def _values_of(article: Article) -> dict[str, object]:
    """All fields but the text. A block is given by its start and end in the text, in characters."""
    blocks, end = [], 0
    for block in article.body:
        blocks.append({"kind": block.kind, "start": end, "end": end + len(block.text)})
        end += len(block.text) + 2
    return {
        "headline": article.headline,
        "dek": article.dek,
        "kicker": article.kicker,
        "byline": article.byline,
        "dateline": article.dateline,
        "section": article.section,
        "tags": article.tags,
        "language": article.language,
        "direction": article.direction,
        "published": str(article.published or ""),
        "updated": str(article.updated or ""),
        "corrections": [
            {"date": str(correction.date or ""), "text": correction.text} for correction in article.corrections
        ],
        "related": [{"headline": link.headline, "url": link.url} for link in article.related],
        "images": [
            {"file": image.file, "alt": image.alt, "caption": image.caption, "credit": image.credit}
            for image in article.images
        ],
        "original_url": article.original_url,
        "rights": article.rights,
        "slug": article.slug,
        "id": article.id,
        "print_page": article.print_page,
        "notice": article.notice,
        "delisted": article.delisted,
        "withdrawal": _values_of_withdrawal(article.withdrawal),
        "extra": dict(article.extra),
        "text_sha256": article.text_digest or text_digest(article),
        "blocks": blocks,
    }


def _values_of_groups(article: Article) -> dict[str, object]:
    """The newspaper and the names of listings, as far as the article has them."""
    return {**({PUBLICATION: article.publication} if article.publication else {}), **article.groups}


def _values_of_translation(article: Article) -> dict[str, object]:
    return {TRANSLATION_OF: article.translation_of} if article.translation_of else {}


def _values_of_comments(article: Article) -> dict[str, object]:
    if not article.has_comments:
        return {}
    comments = [
        {"id": one.id, "author": one.author, "date": str(one.date or ""), "text": one.text, "parent": one.parent}
        for one in article.comments
    ]
    return {COMMENTS: comments, SHOWS_COMMENTS: article.shows_comments}


def _values_of_withdrawal(withdrawal: Withdrawal | None) -> dict[str, str] | None:
    if withdrawal is None:
        return None
    return {"kind": withdrawal.kind, "reason": withdrawal.reason, "date": str(withdrawal.date or "")}


def _as_names(name: str, value: object) -> object:
    """A value as `_cell` takes it: names as a tuple."""
    return tuple(value) if isinstance(value, list) and name != COMMENTS else value


def _cell(value: object) -> str:
    """A value as a cell of CSV: names joined by " | ", other structured values as JSON, and "" for an empty one."""
    if not value:
        return ""
    if isinstance(value, str):
        text = value
    elif isinstance(value, tuple):
        text = _LIST_SEPARATOR.join(value)
    else:
        text = _encode(value)
    if text.startswith(_SIGNS) and _FORMULA.match(text):
        # The apostrophe keeps spreadsheets from running it, and removing it restores the text.
        text = f"'{text}"
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _text_cell(text: bytes) -> bytes:
    if text.startswith(_SIGN_BYTES):
        return _bytes(_cell(text.decode()))
    return b'"%s"' % text.replace(b'"', b'""') if text else b""


def _quoted(text: bytes) -> bytes:
    """A text as a JSON string. Where it has no rare characters, this takes a third of the encoder's time."""
    if len(text.translate(None, _CONTROLS)) != len(text):
        return _bytes(_encode(text.decode()))
    return b'"%s"' % text.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")


def _bytes(text: str) -> bytes:
    """The text in UTF-8; lone surrogates, which stand for bytes of undecodable file names, are escaped as in JSON."""
    return text.encode("utf-8", "backslashreplace")
