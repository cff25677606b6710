"""Read an e-mail saved or pasted as text, such as a newsletter: a header of "Subject:" and "Date:" above the text.

The addresses in the header are not published.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsgen.record.article import Origin
from newsgen.sources.dates.written_dates import find_date
from newsgen.sources.email_parts import PlainPart, find_plain_part
from newsgen.sources.fields import FieldValue
from newsgen.sources.pasted import Hints, PastedText, read_pasted
from newsgen.sources.pasted.account import account_for
from newsgen.sources.pasted.collect_fields import collect_body
from newsgen.sources.pasted.line import Label, Line, split_lines
from newsgen.sources.pasted.phrases import start_of

# The header's lines in the languages of mail programs: English, German, French, Spanish, Italian, Portuguese, Dutch.
_KINDS: Mapping[str, str] = {
    name: kind
    for kind, names in {
        "subject": "subject betreff objet asunto oggetto assunto onderwerp",
        "date": "date datum fecha data sent gesendet envoyé enviado inviato verzonden",
        "from": "from von de da van",
        "to": "to an à para a aan cc bcc kopie reply-to",
    }.items()
    for name in names.split()
}
_LINE = re.compile(r"(?P<name>[^\W\d_][\w-]{0,30}) ?:\s+(?P<value>\S.*)")
# What mail programs put before the subject of an answer or a forwarded message.
_ANSWER = re.compile(r"(?:(?:fwd?|re|aw|wg|tr|rv|enc|doorst)\s?:\s*)+", re.IGNORECASE)
_NEEDED = frozenset(("subject", "from"))
_LEAST = 3
_OTHER_PART = Label("chrome", "another part of the e-mail")
_HEADING = "heading in an e-mail"


class _HeaderLine(NamedTuple):
    kind: str
    value: str
    lines: tuple[Line, ...]


def read_email(text: str, first_line: int, path: str, hints: Hints) -> PastedText | None:
    """Read a text that begins with the header of an e-mail, on `first_line` of the file `path`; None for others.

    The subject is the headline, and the text below is read like a pasted page that lacks one.
    """
    begin = text[: len(text) - len(text.lstrip())].count("\n")
    rows = text.split("\n")
    if not _LINE.match(rows[begin].strip()):
        return None
    end = next((index for index in range(begin, len(rows)) if not rows[index].strip()), len(rows))
    above = "\n".join(rows[begin:end])
    header = _read_header(above, first_line + begin)
    kinds = {line.kind for line in header}
    if not kinds >= _NEEDED or len(kinds - {""}) < _LEAST:
        return None
    message = "\n".join(rows[begin:])
    part = find_plain_part(message, above)
    if part:
        before, after = _around(part, message, len(above), first_line + begin)
        start = first_line + begin + message.count("\n", 0, part.start)
        below = read_pasted(part.text, start, path, hints._replace(has_headline=True))
    else:
        before = after = ()
        below = read_pasted("\n".join(rows[end:]), first_line + end, path, hints._replace(has_headline=True))
    labels = [_label_below(*pair) for pair in zip(below.lines, below.labels, strict=True)]
    changed = {line.number for line, label in zip(below.lines, labels, strict=True) if label.rule == _HEADING}
    fields = {name: field for name, field in below.fields.items() if field.origin.line not in changed}
    # The date of the message counts, and none that its text names.
    fields.pop("published", None)
    lines = [line for entry in header for line in entry.lines]
    return PastedText(
        (*lines, *before, *below.lines, *after),
        (
            *(_label(entry) for entry in header for _ in entry.lines),
            *(_OTHER_PART for _ in before),
            *labels,
            *(_OTHER_PART for _ in after),
        ),
        fields | _fields(header, path, hints.day_first),
        collect_body(below.lines, labels),
        account_for(below.lines, labels),
    )


def _around(part: PlainPart, message: str, above: int, first_line: int) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines between the header of a message, which has so many letters, and its plain text, and those below it."""
    stop = part.start + part.length
    before = split_lines(message[above : part.start], first_line + message.count("\n", 0, above))
    after = split_lines(message[stop:], first_line + message.count("\n", 0, stop))
    return tuple(before), tuple(after)


def _label_below(line: Line, label: Label) -> Label:
    """The label of a line below the header. What looks like a headline there, or like a name without a word such as
    "By", is the heading of a newsletter."""
    is_name = label.role == "byline" and start_of(line.text)[0] not in ("byline", "reporter")
    return Label("subhead", _HEADING, 0.5) if is_name or label.role == "headline" else label


def _read_header(text: str, first_line: int) -> list[_HeaderLine]:
    """The lines of a header; empty if one of them is none. A line that begins with a blank continues the one above."""
    raw = text.split("\n")
    header: list[_HeaderLine] = []
    for line in split_lines(text, first_line):
        match = _LINE.match(line.text)
        if raw[line.number - first_line][:1] in " \t" and header:
            above = header[-1]
            header[-1] = _HeaderLine(above.kind, f"{above.value} {line.text}", (*above.lines, line))
        elif match:
            header.append(_HeaderLine(_KINDS.get(match["name"].casefold(), ""), match["value"], (line,)))
        else:
            return []
    return header


def _label(entry: _HeaderLine) -> Label:
    if entry.kind == "subject":
        return Label("headline", "subject of the e-mail")
    return Label("date", "date of the e-mail") if entry.kind == "date" else Label("chrome", "header of the e-mail")


def _fields(header: Sequence[_HeaderLine], path: str, day_first: bool | None) -> dict[str, FieldValue]:
    fields: dict[str, FieldValue] = {}
    for entry in header:
        origin = Origin(path, entry.lines[0].number)
        if entry.kind == "subject":
            headline = _ANSWER.sub("", _decode(entry.value), count=1).strip()
            fields.setdefault("headline", FieldValue(headline, origin))
        date = find_date(entry.value, day_first) if entry.kind == "date" else None
        if date:
            fields.setdefault("published", FieldValue(date, origin))
    return fields


def _decode(text: str) -> str:
    """A header's text, decoded where it is written as "=?utf-8?Q?…?=" (RFC 2047)."""
    if "=?" not in text:
        return text
    # Loaded for the few messages that need it.
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    try:
        return str(make_header(decode_header(text)))
    except (HeaderParseError, LookupError, ValueError):
        return text
