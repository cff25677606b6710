"""The captures of an article's address that do not count: which of them have another text, and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cached_property
from hashlib import sha256
from typing import NamedTuple

from newsgen.errors import NewsgenError
from newsgen.importers.html.page.fields.letters import letters_of
from newsgen.importers.html.page.read import read_page
from newsgen.importers.imported import Imported, ImportedArticle
from newsgen.importers.warc.capture_index import REDIRECT, CaptureIndex, CaptureRow
from newsgen.importers.warc.source import ArchiveSource
from newsgen.importers.web.page_text import read_page_text
from newsgen.record.article import Block, Correction
from newsgen.record.dates import PartialDate
from newsgen.record.import_entry import Entry
from newsgen.text.html_markdown.conversion import ConversionOptions
from newsgen.text.html_markdown.convert import convert_html

# Captures of one address that are compared; a front page may have thousands.
_MOST_COMPARED = 50
# Paragraphs that are compared one by one.
_MOST_PARAGRAPHS = 1000
_COUNTS = "another capture of its address counts"


class _Text(NamedTuple):
    """What a capture says: headline, and text in Markdown, and the letters of both."""

    headline: str
    markdown: str
    letters: tuple[str, str]


class _Texts:
    """The texts of the captures of one address; the same content is read once, and only where there is another."""

    def __init__(self, source: ArchiveSource, last: CaptureRow) -> None:
        self._source, self._last = source, last
        self._known: dict[bytes, _Text] = {}

    @cached_property
    def last(self) -> _Text | None:
        """What the capture says that counts."""
        return self.read(self._last, self.content_of_last)

    @cached_property
    def content_of_last(self) -> bytes | None:
        """The content of the capture that counts."""
        return self.content_of(self._last)

    def read(self, row: CaptureRow, content: bytes | None) -> _Text | None:
        """What a capture with this content says, None if it has none."""
        if content is None:
            return None
        digest = sha256(content).digest()
        if digest not in self._known:
            capture = self._source.capture(row)
            reading = read_page(read_page_text(content, capture.charset, capture.label), row.url)
            markdown = convert_html(reading.body_html, ConversionOptions()).markdown.strip("\n")
            letters = (letters_of(reading.headline), letters_of(markdown))
            self._known[digest] = _Text(reading.headline, markdown, letters)
        return self._known[digest]

    def content_of(self, row: CaptureRow) -> bytes | None:
        """The content of a capture, None if it cannot be read."""
        try:
            return self._source.capture(row).read()
        except NewsgenError:
            return None


def account_for_earlier(
    article: ImportedArticle, key: str, source: ArchiveSource, index: CaptureIndex, *, keep: bool
) -> Iterator[Imported]:
    """An entry for each capture of an article's address that does not count.

    With `keep`, those whose text is another one are kept as drafts, with the differences as corrections.
    """
    last = index.chosen_of(key)
    rows = [row for row in index.of_key(key) if last and row.number != last.number]
    if not last or not rows:
        return
    index.mark_compared(key)
    texts = _Texts(source, last)
    told: set[tuple[str, str]] = set()
    for number, row in enumerate(rows):
        reason = why_not_counted(row, last)
        if row.rank == REDIRECT or (row.digest and row.digest == last.digest) or number >= _MOST_COMPARED:
            yield Entry("capture", "earlier", "left out", reason, _shown(row))
            continue
        content = texts.content_of(row)
        if content and content == texts.content_of_last:
            yield Entry("capture", "earlier", "left out", f"{_COUNTS}; its text is the same", _shown(row))
            continue
        earlier = texts.read(row, content)
        if earlier is None or texts.last is None:
            yield Entry("capture", "earlier", "left out", _COUNTS, _shown(row))
        elif earlier.letters == texts.last.letters:
            yield Entry("capture", "earlier", "left out", f"{_COUNTS}; its text is the same", _shown(row))
        elif not keep or earlier.letters in told:
            yield Entry("capture", "earlier", "left out", f"{_COUNTS}; its text is another", _shown(row))
        else:
            told.add(earlier.letters)
            yield Entry("capture", "earlier", "kept raw", "a draft: its text is another", _shown(row))
            yield _draft(article, row, last, earlier, texts.last)


def why_not_counted(row: CaptureRow, last: CaptureRow | None) -> str:
    """Why a capture does not count beside the one that does."""
    if row.rank == REDIRECT:
        return "it only leads on, and another capture of its address does not"
    if last and row.digest and row.digest == last.digest:
        return f"{_COUNTS}; its content is the same"
    return _COUNTS


def _shown(row: CaptureRow) -> str:
    return f"{row.moment[:4]}-{row.moment[4:6]}-{row.moment[6:8]} {row.url}" if row.moment else row.url


def _draft(
    article: ImportedArticle, row: CaptureRow, last: CaptureRow, earlier: _Text, later: _Text
) -> ImportedArticle:
    """An earlier text as a draft, with what the later one has otherwise as corrections."""
    whole = article.article
    stem = whole.path.removesuffix(".md")
    draft = replace(
        whole,
        id=f"{whole.id}@{row.moment}",
        path=f"{stem}-{row.moment[:8] or 'earlier'}.md",
        headline=earlier.headline or whole.headline,
        body=(Block("markdown", earlier.markdown, 0),),
        corrections=tuple(Correction(text, _day(last)) for text in _differences(earlier, later)),
        permalink="",
        aliases=(),
        images=(),
        extra={"captured": _day(row), "earlier_capture_of": whole.id},
    )
    return ImportedArticle(draft, article.place, "draft")


def _differences(earlier: _Text, later: _Text) -> Iterator[str]:
    """What of a text is another one in the later text, paragraph by paragraph."""
    if letters_of(earlier.headline) != letters_of(later.headline):
        yield _change([earlier.headline], [later.headline])
    old, new = (text.markdown.split("\n\n")[:_MOST_PARAGRAPHS] for text in (earlier, later))
    compared = SequenceMatcher(None, list(map(letters_of, old)), list(map(letters_of, new)), autojunk=False)
    for change, begin, end, first, after in compared.get_opcodes():
        if change != "equal":
            yield _change(old[begin:end], new[first:after])


def _change(old: Sequence[str], new: Sequence[str]) -> str:
    before, after = (" ".join(" ".join(texts).split()) for texts in (old, new))
    if not before:
        return f"Added: {after}"
    return f"Changed from: {before} To: {after}" if after else f"Taken out: {before}"


def _day(row: CaptureRow) -> PartialDate | None:
    moment = row.moment
    return PartialDate(int(moment[:4]), int(moment[4:6]), int(moment[6:8])) if moment else None
