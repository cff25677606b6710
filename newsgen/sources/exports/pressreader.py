"""Articles that PressReader shares or prints as text: headline, a row of newspaper, date and page, the text, and what
shows that they are of PressReader: its links, its notice, or labels from "Article Name:" to "End Page:"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgen.sources.exports.parts import Part, body_parts, chrome_parts, make_part
from newsgen.sources.exports.rows import Row
from newsgen.sources.exports.values import is_copyright, is_date_row, read_page
from newsgen.sources.pasted.author_names import is_byline
from newsgen.sources.pasted.phrases import start_of

NAME = "PressReader"
_LABEL = re.compile(r"(?P<name>[A-Z][a-z]+(?: [A-Z][a-z]+)?): ?(?P<value>.*)")
_LABELS = {
    "Article Name": "headline", "Publication": "publication", "Section": "section", "Author": "byline",
    "Start Page": "page", "End Page": "extra", "Date": "published", "Issue Date": "published", "Edition": "extra",
}  # fmt: skip
_SURE = frozenset(("Article Name", "Start Page", "End Page"))
# The newspaper's name, the day, and the number of the article.
_ADDRESS = re.compile(
    r"https?://(?:www\.)?pressreader\.com/(?:[\w-]+/){0,3}?(?P<paper>[\w-]+)/(?P<day>\d{8})/(?:textview|(?P<number>\d{6,20}))\S*"
)
_NOTICE = re.compile(
    r"(?:shared (?:via|from)|powered by|printed and distributed by|read (?:this|more) (?:article )?(?:on|in)|via"
    r"|source:)?"
    r"[ :]{0,20}(?:©|\(c\)|copyright)?[ \d]{0,20}press ?reader(?:\.com)?\b[^a-z]*"
    r"(?:.{0,120}(?:rights reserved|applicable law)\.?"
    r"|\+?[\d ]{6,20}.{0,160})?|(?:connecting people through news\.?)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"(?:(?<!\s)\s++)?[·•|]\s*+|(?<!\s)\s++[–—-]\s++")
_MOST_HEAD = 8
_TEXT_WIDTH = 90
_LONGEST_SECTION = 40
_LONGEST_NOTICE = 300


def find_documents(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """The documents among the rows of a file, each as the indexes of its first row and of the row after its last."""
    marks = [index for index, row in enumerate(rows) if _is_mark(row.text)]
    if not any(_is_sign(rows[index].text) for index in marks):
        return []
    ends = [mark + 1 for mark in marks if mark + 1 not in marks]
    if marks[0] == 0:
        # They stand above each article.
        begins = [mark for mark in marks if mark - 1 not in marks]
        spans = list(zip(begins, [*begins[1:], len(rows)], strict=True))
    else:
        spans = list(zip([0, *ends], [*ends, len(rows)], strict=False))
    found = [span for span in spans if _has_text(rows[slice(*span)])]
    return found if all(_is_dated(rows[slice(*span)]) for span in found) else []


def _is_mark(text: str) -> bool:
    return len(text) < _LONGEST_NOTICE and bool(_ADDRESS.fullmatch(text) or _NOTICE.fullmatch(text) or _label(text))


def _is_sign(text: str) -> bool:
    label = _label(text)
    return "pressreader" in text.casefold().replace(" ", "") or (label is not None and label["name"] in _SURE)


def _label(text: str) -> re.Match[str] | None:
    match = _LABEL.fullmatch(text)
    return match if match and match["name"] in _LABELS else None


def _has_text(rows: Sequence[Row]) -> bool:
    return sum(not _is_mark(row.text) for row in rows) > 1


def _is_dated(rows: Sequence[Row]) -> bool:
    """Whether some rows say when the article stood in which paper."""
    return any(
        _ADDRESS.search(row.text)
        or ((label := _label(row.text)) and label["name"] in _SURE)
        or _parts_of(row.text)
        or (index < _MOST_HEAD and is_date_row(row.text))
        for index, row in enumerate(rows)
    )


def _parts_of(text: str) -> list[str]:
    """The parts of a row such as "The Marrow Herald · 4 Feb 2014 · 3 · Orla Fennick"; empty for other rows."""
    # The day may be "2014-02-04", whose hyphens separate nothing.
    parts = [part for part in _SEPARATOR.split(text.strip(" ·•|–—-")) if part]
    return parts if 1 < len(parts) <= 6 and sum(map(is_date_row, parts)) == 1 and len(text) < 160 else []


def read_document(rows: Sequence[Row]) -> list[Part]:
    """The parts of one document, which hold each of its rows once, in order."""
    end = len(rows)
    while end and _is_mark(rows[end - 1].text):
        end -= 1
    begin = 0
    while begin < end and _is_mark(rows[begin].text):
        begin += 1
    text = _head_end(rows, begin, end)
    head, body = _read_head(rows[begin:text]), _read_body(rows[text:end])
    return [*_read_marks(rows[:begin]), *head, *body, *_read_marks(rows[end:])]


def _read_body(rows: Sequence[Row]) -> list[Part]:
    parts: list[Part] = []
    run: list[Row] = []
    for row in rows:
        if _is_mark(row.text) or is_copyright(row.text):
            parts += body_parts(run, "text")
            run = []
            parts += _read_marks([row]) if _is_mark(row.text) else [make_part("rights", "copyright", [row])]
        else:
            run.append(row)
    return parts + body_parts(run, "text")


def _head_end(rows: Sequence[Row], begin: int, end: int) -> int:
    """The index of the first row of the text: after the row with the date, and the names beside it."""
    last = min(begin + _MOST_HEAD, end)
    dated = next((i for i in range(begin, last) if _parts_of(rows[i].text) or is_date_row(rows[i].text)), -1)
    if dated < 0:
        return min(begin + 1, end)
    after = dated + 1
    while after < last and len(rows[after].text) < _TEXT_WIDTH and _is_detail(rows[after].text):
        after += 1
    return after


def _is_detail(text: str) -> bool:
    return bool(_is_author(text) or _parts_of(text) or read_page(text) or (text.isupper() and len(text) < 40))


def _is_author(text: str) -> bool:
    name = text.title() if text.isupper() else text
    return start_of(text)[0] in ("byline", "reporter") or is_byline(name)


def _read_head(rows: Sequence[Row]) -> list[Part]:
    """The parts of a head, whose rows stand in several orders: by what each of them can be."""
    parts: list[Part] = []
    found = set[str]()
    dated = next((i for i, row in enumerate(rows) if _parts_of(row.text) or is_date_row(row.text)), len(rows))
    for index, row in enumerate(rows):
        combined = _parts_of(row.text)
        if combined:
            parts.append(_read_combined(combined, row))
        elif is_date_row(row.text) and "published" not in found:
            parts.append(make_part("published", "date", [row]))
        elif index > dated and _is_author(row.text):
            parts.append(make_part("byline", "author", [row]))
        elif index > dated and read_page(row.text):
            parts.append(make_part("page", "page", [row]))
        elif index > dated or ("headline" not in found and _may_be_section(index, rows, dated)):
            parts.append(make_part("section", "section", [row]))
        elif "headline" not in found:
            parts.append(make_part("headline", "headline", [row]))
        elif start_of(row.text)[0] in ("byline", "reporter"):
            parts.append(make_part("byline", "author", [row]))
        elif index == dated - 1 and is_date_row(rows[dated].text) and not row.text.endswith("."):
            parts.append(make_part("publication", "publication", [row]))
        else:
            parts.append(make_part("dek", "below the headline", [row]))
        found |= {parts[-1].field, *(field for field, _ in parts[-1].further)}
    return parts


def _may_be_section(index: int, rows: Sequence[Row], dated: int) -> bool:
    """Whether the first row is no headline but what stands above it: a short one in capitals above a longer one."""
    text = rows[index].text
    is_short = len(text) <= _LONGEST_SECTION and text.isupper() and len(text.split()) <= 3
    return index == 0 and is_short and dated > 1 and len(rows[1].text) > len(text)


def _read_combined(texts: Sequence[str], row: Row) -> Part:
    """The part of a row with newspaper, date, page, section and author; the newspaper stands before the date."""
    dated = next(index for index, text in enumerate(texts) if is_date_row(text))
    further: list[tuple[str, str]] = [("published", texts[dated])]
    for index, text in enumerate(texts):
        if index == dated:
            continue
        if read_page(text) and any(map(str.isdigit, text)):
            further.append(("page", text))
        elif index < dated and not any(field == "publication" for field, _ in further):
            further.append(("publication", text))
        elif _is_author(text):
            further.append(("byline", text))
        else:
            further.append(("section", text))
    field, value = further.pop(0)
    return Part(field, "newspaper, date and page", value, (row,), tuple(further))


def _read_marks(rows: Sequence[Row]) -> list[Part]:
    """The parts of PressReader's own rows."""
    parts: list[Part] = []
    for row in rows:
        address, label = _ADDRESS.fullmatch(row.text), _label(row.text)
        if address:
            day = address["day"]
            further = [("published", f"{day[:4]}-{day[4:6]}-{day[6:]}")]
            parts.append(Part("extra", "Document", row.text, (row,), tuple(further)))
        elif label:
            field = _LABELS[label["name"]] if label["value"] else "chrome"
            parts.append(make_part(field, label["name"], [row], label["value"]))
        elif "rights" in row.text.casefold() or is_copyright(row.text):
            parts.append(make_part("rights", "copyright", [row]))
        else:
            parts += chrome_parts([row], "PressReader's own line")
    return parts
