"""What readers say of a page: newsgen and two others, for comparison."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from typing import Any, NamedTuple

from newsgen.importers.html.page.read import read_page
from newsgen.importers.web.page_text import read_page_text
from newsgen.settings.learnt_reading import NOTHING_LEARNT, LearntReading
from newsgen.sources.pasted import Hints, read_pasted
from newsgen.text.markup.paragraphs import find_paragraphs


class Reading(NamedTuple):
    """The fields of a page, blank where a reader gives none; the date is written as in ISO 8601."""

    headline: str = ""
    section: str = ""
    dek: str = ""
    published: str = ""
    byline: tuple[str, ...] = ()
    body: tuple[str, ...] = ()


def read_with_newsgen(text: str, learnt: LearntReading = NOTHING_LEARNT) -> Reading:
    """A pasted text as newsgen reads it; `learnt` is what the folder's other texts say."""
    found = read_pasted(text, 1, "benchmark", Hints(learnt=learnt))
    fields: dict[str, Any] = {name: field.value for name, field in found.fields.items()}
    return Reading(
        fields.get("headline", ""),
        " ".join(fields.get("section", ())),
        fields.get("dek", ""),
        str(fields.get("published", "")),
        tuple(fields.get("byline", ())),
        tuple(block.text for block in found.body),
    )


def read_html_with_newsgen(page: bytes) -> Reading:
    """The HTML of a page as an import reads it alone, without what other pages of its site share."""
    found = read_page(read_page_text(page, "", "benchmark"))
    paragraphs = (" ".join(text.split()) for text in find_paragraphs(found.body_html))
    return Reading(
        found.headline, found.section, found.dek, str(found.published or ""), found.byline, tuple(_parts(paragraphs))
    )


def read_first_line(text: str) -> Reading:
    """The first line as the headline and all others as the body: what every reader should do better."""
    rows = [row.strip() for row in text.splitlines() if row.strip()]
    return Reading(headline=rows[0] if rows else "", body=tuple(rows[1:]))


def read_with_trafilatura(page: bytes) -> Reading:
    """The HTML of a page as trafilatura reads it."""
    found = import_module("trafilatura").bare_extraction(page, with_metadata=True, include_comments=False)
    record: dict[str, Any] = found.as_dict() if found is not None else {}
    return Reading(
        record.get("title") or "",
        published=record.get("date") or "",
        byline=tuple(_parts((record.get("author") or "").split(";"))),
        body=tuple(_parts((record.get("text") or "").split("\n"))),
    )


def _parts(parts: Iterable[str]) -> Iterable[str]:
    return filter(None, map(str.strip, parts))
