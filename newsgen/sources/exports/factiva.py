"""Factiva's article format as text: headline, author, "388 words", date, paper, code, page, language, copyright, text,
and "Document MARHER0020110314e73e0004v"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgen.sources.exports.covers import cover_end
from newsgen.sources.exports.parts import Part, body_parts, chrome_parts, make_part, split_blocks
from newsgen.sources.exports.rows import Row
from newsgen.sources.exports.values import is_copyright, is_date_row, is_rights_reserved, read_language, read_page
from newsgen.sources.pasted.author_names import is_byline
from newsgen.sources.pasted.phrases import start_of

NAME = "Factiva"
WORD_COUNT = re.compile(
    r"\d[\d.,\u00a0\u202f ]*\s?(?:words?|Wörter|mots|palabras|parole|palavras|woorden|słów|слов[а]?|ord|kelime)",
    re.IGNORECASE,
)
# The source's code filled up with zeros, the day, and the number of the article.
_DOCUMENT = re.compile(
    r"(?:Document|Dokument|Documento|Документ|Belge)\s+(?P<id>[A-Z0-9]{2,10}\d{8}[a-z0-9]{6,12})", re.IGNORECASE
)
_CODE = re.compile(r"[A-Z][A-Z0-9]{2,9}")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?(?: ?(?:GMT|UTC|[AP]M))?", re.IGNORECASE)
# The rows below the word count, of which the date is the first.
_MOST_DETAILS = 12
_MOST_HEAD = 6
_LONGEST_SECTION = 40


def find_documents(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """The documents among the rows of a file, each as the indexes of its first row and of the row after its last."""
    counts = [index for index in range(len(rows)) if _is_count(index, rows)]
    spans: list[tuple[int, int]] = []
    begin = cover_end(rows[: counts[0]]) if counts else 0
    for count, following in zip(counts, [*counts[1:], len(rows)], strict=False):
        end = next((i + 1 for i in range(count, following) if _DOCUMENT.fullmatch(rows[i].text)), 0)
        if not end:
            end = max(_head_begin(following, rows), count + 1) if following < len(rows) else following
        spans.append((begin, end))
        begin = end
    return spans


def _is_count(index: int, rows: Sequence[Row]) -> bool:
    """Whether a row is an article's word count: a date follows, and then a code, a language or a copyright."""
    if not WORD_COUNT.fullmatch(rows[index].text) or index + 1 >= len(rows) or not is_date_row(rows[index + 1].text):
        return False
    below = [row.text for row in rows[index + 2 : index + _MOST_DETAILS]]
    return any(_CODE.fullmatch(text) or is_copyright(text) or read_language(text) for text in below)


def _head_begin(count: int, rows: Sequence[Row]) -> int:
    """The first row of the headline above a word count: the author is in the same block, the headline above."""
    return _block_begin(max(_block_begin(count, rows) - 1, 0), rows)


def _block_begin(index: int, rows: Sequence[Row]) -> int:
    """The first row of the block in which a row stands; blocks above a word count are short."""
    least = max(index - _MOST_HEAD, 0)
    while index > least and not rows[index].gap:
        index -= 1
    return index


def read_document(rows: Sequence[Row]) -> list[Part]:
    """The parts of one document, which hold each of its rows once, in order."""
    count = next((index for index in range(len(rows)) if _is_count(index, rows)), 0)
    end = next((index for index, row in enumerate(rows) if _DOCUMENT.fullmatch(row.text)), len(rows))
    parts = _read_head(rows[:count])
    body = _details_end(rows, count)
    parts += _read_details(rows[count:body])
    parts += body_parts(rows[body:end], "text")
    for row in rows[end : end + 1]:
        parts.append(make_part("extra", "Document", [row], row.text.split()[-1]))
    return parts + chrome_parts(rows[end + 1 :], "below the document")


def _read_head(rows: Sequence[Row]) -> list[Part]:
    """The parts above the word count: perhaps a section, the headline, perhaps more of it, and perhaps the author."""
    blocks = split_blocks(rows)
    if not blocks:
        return []
    authors = blocks.pop() if len(blocks) > 1 and _may_be_authors(blocks[-1]) else []
    if not authors and _is_author(blocks[-1][-1]) and len(blocks[-1]) > 1:
        authors = [blocks[-1].pop()]
    *above, titles = blocks
    parts = [make_part("section", "section", block) for block in above if _may_be_section(block)]
    parts += [make_part("extra", "above the headline", block) for block in above if not _may_be_section(block)]
    if len(titles) > 1 and _may_be_section(titles[:1]):
        parts.append(make_part("section", "section", titles[:1]))
        titles = titles[1:]
    parts.append(make_part("headline", "headline", titles[:1]))
    parts += [make_part("dek", "below the headline", titles[1:])] if titles[1:] else []
    return sorted([*parts, *([make_part("byline", "author", authors)] if authors else [])], key=_first_number)


def _first_number(part: Part) -> int:
    return part.rows[0].number


def _may_be_authors(block: Sequence[Row]) -> bool:
    return len(block) <= 3 and all(len(row.text) <= 120 for row in block) and any(map(_is_author, block))


def _is_author(row: Row) -> bool:
    name = row.text.title() if row.text.isupper() else row.text
    return start_of(row.text)[0] in ("byline", "reporter") or is_byline(name)


def _may_be_section(block: Sequence[Row]) -> bool:
    text = block[0].text
    return len(block) == 1 and (";" in text or len(text.split()) <= 3) and len(text) <= _LONGEST_SECTION


def _details_end(rows: Sequence[Row], count: int) -> int:
    """The index after the details below a word count, which end with the copyright or a blank row."""
    for index in range(count + 1, min(count + _MOST_DETAILS, len(rows))):
        if is_copyright(rows[index].text):
            end = index + 1
            while end < len(rows) and not rows[end].gap and is_rights_reserved(rows[end].text):
                end += 1
            return end
    # Without a copyright, the details are the rows to the next blank one.
    end = count + 2
    while end < len(rows) and not rows[end].gap:
        end += 1
    return min(end, len(rows))


def _read_details(rows: Sequence[Row]) -> list[Part]:
    parts: list[Part] = []
    found: set[str] = set()
    for index, row in enumerate(rows):
        field, name = _detail(index, row.text, found)
        if name == "copyright" and parts and parts[-1].name == name:
            parts[-1] = make_part(field, name, [*parts[-1].rows, row])
        else:
            parts.append(make_part(field, name, [row]))
        found.add(name)
    return parts


def _detail(index: int, text: str, found: set[str]) -> tuple[str, str]:
    """What a row below the headline says, by its form and by what the rows above it said."""
    if index < 2:
        return (("extra", "word count"), ("published", "date"))[index]
    if is_copyright(text) or ("copyright" in found and is_rights_reserved(text)):
        return "rights", "copyright"
    if _CLOCK.fullmatch(text):
        return "extra", "time"
    if "publication" not in found:
        return "publication", "publication"
    if "code" not in found and _CODE.fullmatch(text):
        return "extra", "code"
    if read_language(text):
        return "language", "language"
    if "page" not in found and read_page(text):
        return "page", "page"
    return "extra", "edition"
