"""The record of an article: all that is known of it, as a line of JSON and as a row of CSV.

Both are made where the article is read, but for its address: that is known when all articles are. Whatever says of an
article that it has no record does so where records are listed (`newsgen.dumps.chunks`).
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from newsgen.record.article import Article, Withdrawal
from newsgen.record.digests import digest_of_bytes
from newsgen.record.plain_text import text_digest, text_of

# What the address of a record is made of, and then what the article itself says; the names are the columns of CSV.
ADDRESS = ("path", "permalink", "url", "aliases")
FIELDS = (
    *("headline", "dek", "kicker", "byline", "dateline", "section", "tags", "language", "direction", "published"),
    *("updated", "corrections", "related", "images", "original_url", "rights", "slug", "id", "print_page", "notice"),
    *("delisted", "withdrawal", "extra", "text_sha256", "blocks", "text"),
)
# Between the names of a list in a cell of CSV.
BETWEEN = " | "
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# Control characters that JSON writes in a longer way; line ends are looked after apart.
_CONTROLS = bytes(byte for byte in range(0x20) if byte != 0x0A)
# A cell that a spreadsheet would take for a formula, behind any number of apostrophes (OWASP, "CSV Injection").
_FORMULA = re.compile("'*[=+\\-@\t\r＝＋－＠]")
_SIGNS = tuple("'=+-@\t\r＝＋－＠")
_SIGN_BYTES = tuple(sign.encode() for sign in _SIGNS)


class RecordParts(NamedTuple):
    """A record without its address: its fields as JSON, its text as it is, and its fields as cells of CSV."""

    fields: bytes
    text: bytes
    cells: bytes

    @property
    def digest(self) -> bytes:
        """What tells records apart that differ in anything but their addresses."""
        return digest_of_bytes(self.fields + self.text)


def make_record_parts(article: Article) -> RecordParts:
    """The record of an article."""
    text = text_of(article)
    values = _values_of(article)
    fields = _encode(values)[1:-1]
    # Most cells are empty, which needs no call to be found.
    return RecordParts(
        _bytes(fields), _bytes(text), _bytes(",".join([_cell(value) if value else "" for value in values.values()]))
    )


def json_line(path: str, permalink: str, url: str, lines: RecordParts, aliases: tuple[str, ...] = ()) -> bytes:
    """The whole line of JSON of a record; it ends in a line feed."""
    address = _encode({"path": path, "permalink": permalink, "url": url, "aliases": aliases})[1:-1]
    return b'{%s,%s,"text":%s}\n' % (_bytes(address), lines.fields, _quoted(lines.text))


def csv_row(path: str, permalink: str, url: str, lines: RecordParts, aliases: tuple[str, ...] = ()) -> bytes:
    """The whole row of CSV of a record, as RFC 4180 writes it."""
    address = ",".join(map(_cell, (path, permalink, url, aliases)))
    return b"%s,%s,%s\r\n" % (_bytes(address), lines.cells, _text_cell(lines.text))


def csv_header() -> bytes:
    """The first row of CSV."""
    return f"{','.join((*ADDRESS, *FIELDS))}\r\n".encode()


def _values_of(article: Article) -> dict[str, object]:
    """All fields but the text. Blocks are told by where they begin and end in it, in characters."""
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
        "corrections": [{"date": str(one.date or ""), "text": one.text} for one in article.corrections],
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


def _values_of_withdrawal(withdrawal: Withdrawal | None) -> dict[str, str] | None:
    if withdrawal is None:
        return None
    return {"kind": withdrawal.kind, "reason": withdrawal.reason, "date": str(withdrawal.date or "")}


def _cell(value: object) -> str:
    """A value in a cell: names with " | " between them, and what has parts of its own as JSON, "" where it is empty."""
    if not value:
        return ""
    if isinstance(value, str):
        text = value
    elif isinstance(value, tuple):
        text = BETWEEN.join(value)
    else:
        text = _encode(value)
    if text.startswith(_SIGNS) and _FORMULA.match(text):
        # No spreadsheet runs it as a formula then, and with the apostrophe taken away nothing is lost.
        text = f"'{text}"
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _text_cell(text: bytes) -> bytes:
    if text.startswith(_SIGN_BYTES):
        return _bytes(_cell(text.decode()))
    return b'"%s"' % text.replace(b'"', b'""') if text else b""


def _quoted(text: bytes) -> bytes:
    """A long text as JSON writes it. Without rare signs it takes a third of the encoder's time to do so here."""
    if len(text.translate(None, _CONTROLS)) != len(text):
        return _bytes(_encode(text.decode()))
    return b'"%s"' % text.replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n")


def _bytes(text: str) -> bytes:
    """UTF-8; of a name that is no Unicode, halves of characters are written as JSON escapes them."""
    return text.encode("utf-8", "backslashreplace")
