"""The lines that news agencies put around a story: its slug, notes to editors, and the end of the transmission.

They follow the American agencies' custom (ANPA 1312), which others share: "BC-EU--Flood Barrier, 1st Ld-Writethru,210".
"""

from __future__ import annotations

import re

# The cycle and the priority of the day's wire, the slug, and the number of words.
_SLUG = re.compile(r"(?:AM|PM|BC|[A-Z]{2})-{1,2}[^\s.!?][^.!?]{2,70},\s?\d{2,4}")
_NOTE = re.compile(r"\(?(?:Eds|Editors|Ed)\.?:\s|AP (?:Photos?|Graphics?|Video)s?\b[^.]{0,60}$", re.IGNORECASE)
_END = re.compile(r"[A-Z]{2}-[A-Z]{2}-\d\d-\d\d-\d\d \d{4}(?:GMT|[A-Z]{3})|-?\s?\d{6} [A-Z]{3} \d\d")
_NOTE_BEHIND = re.compile(r"\s*\((?:Eds|Editors|Ed)\.?:[^)]*\)$", re.IGNORECASE)
_RELEASE = re.compile(r"(?:for immediate release|(?:press|news|media) release|urgent)\W*", re.IGNORECASE)
_OPENINGS = "AaEe("
_OPENINGS_OF_RELEASES = "FfPpNnMmUu"
_LONGEST = 120


def is_wire_line(text: str) -> bool:
    """Whether a line is an agency's own, or says that a text was released to the press."""
    if len(text) > _LONGEST or not text.isascii():
        return False
    if text[2:3] == "-":
        return bool(_SLUG.fullmatch(text) or _END.fullmatch(text))
    if text[:1] in _OPENINGS and _NOTE.match(text):
        return True
    if text[:1] in _OPENINGS_OF_RELEASES and _RELEASE.fullmatch(text):
        return True
    return text[-1:].isdigit() and bool(_END.fullmatch(text))


def without_note_to_editors(headline: str) -> str:
    """A headline without an agency's note behind it: "Council backs barrier (Eds: updates with vote)"."""
    return _NOTE_BEHIND.sub("", headline) if headline.endswith(")") else headline
