"""Citations of an article: in the styles that people read, and for reference managers.

Everything comes from the record and nothing from the day of the build: no style gives a date of access.
"""

from __future__ import annotations

from typing import NamedTuple

from newsgen.pages.metadata.citations.apa import cite_apa
from newsgen.pages.metadata.citations.bibtex import write_bibtex
from newsgen.pages.metadata.citations.chicago import cite_chicago
from newsgen.pages.metadata.citations.mla import cite_mla
from newsgen.pages.metadata.citations.reference import Reference
from newsgen.pages.metadata.citations.ris import write_ris


class Citations(NamedTuple):
    """An article's citations: those for people are HTML, those for programs plain text."""

    apa: str
    mla: str
    chicago: str
    bibtex: str
    ris: str


def cite(reference: Reference) -> Citations:
    """The reference in every style."""
    return Citations(
        cite_apa(reference),
        cite_mla(reference),
        cite_chicago(reference),
        write_bibtex(reference),
        write_ris(reference),
    )
