"""What a line says that begins as a correction, an editor's note or a credit: its label, its date and its text."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsgen.record.dates import PartialDate
from newsgen.sources.dates.words_beside import words_beside_date
from newsgen.sources.dates.written_dates import find_date
from newsgen.sources.pasted.phrases import bare, kind_of, start_of

_OUTER = " \t\u00a0()[]{}*†•·▪_"
_KINDS = {"correction": "correction", "appended": "appended", "note": "note", "staff": "staff", "reporter": "staff"}
# Whole lines that are buttons on most pages: they lead to a site's list of corrections.
_BUTTONS = frozenset(
    "corrections;clarifications;corrections and clarifications;errata;korrekturen;correcciones;correzioni;correções"
    ";correcções;correcties;correcties en aanvullingen;rectificaties;rettelser;fejl og rettelser;rättelser;oikaisuja"
    ";sprostowania;opravy;исправления;διορθώσεις;düzeltmeler;訂正・おわび;更正;정정보도;for the record".split(";")
)
_LABEL_ENDS = ":：-–—(,|."
# "made on 6 February 2014: …" between a label and its text.
_LONGEST_DATE = 45
_DATE_END = re.compile(r"[:：)]\s*|\s[-–—]\s|\.\s(?=\W*[A-Z])")
# The verbs before the day of a correction: "This article was amended on 6 February 2014".
_AMENDED = re.compile(
    r"\b(?:amended|corrected|updated|changed|revised|clarified|korrigiert|berichtigt|aktualisiert|geändert|corrigée?|rectifiée?"
    r"|modifiée?|corregid[oa]|rectificad[oa]|modificad[oa]|actualizad[oa]|corrett[oa]|modificat[oa]|aggiornat[oa]"
    r"|corrigid[oa]|alterad[oa]|atualizad[oa]|gecorrigeerd|aangepast|rättat[s]?|rättad|rettet|korrigeret|poprawiony"
    r"|opraven|исправлен[аоы]?|виправлен[аоы]?)\b",
    re.IGNORECASE,
)
_DAY_AFTER = 40
_VERB_BEFORE = 90
# Versions of something other than the article: "An earlier version of the bill".
_OTHER_VERSION = re.compile(
    r"(?:in )?(?:an? |the )?(?:earlier|previous|original) versions? of (?:this|the|his|her|its|a) "
    r"(?!article|story|report|post|piece|column|headline|caption|graphic|chart|map|page|obituary|review|editorial|text"
    r"|blog|dispatch|newsletter|item|list|brief|interview|version|profile|feature|recipe|quiz|timeline|photo)"
    r"|in einer (?:früheren|vorherigen|ersten|älteren) (?:version|fassung) (?:des|der|eines|einer|seiner|ihrer) "
    r"(?!artikels|textes|texts|beitrag|berichts|meldung|geschichte|überschrift|nachricht)",
    re.IGNORECASE,
)
# A site that asks its readers for corrections.
_INVITATION = re.compile(
    r"@|https?:|\b(?:report|submit|suggest|send|request|e-?mail|contact|click|policy"
    r"|melden|schreiben sie|signale[rz]|écrivez"
    r"|envíe|escríb\w*|segnala\w*|scriv\w*)\b.*\b(?:you|your|us|here|our|uns|nous|nos|ici|aquí|qui)\b|\bif you\b",
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"misstate|misspell|misspelt|misidentif|misquote|incorrect|erroneous|inaccura|\berror\b|mistake|earlier version"
    r"|\bfalsch|fehler|irrtüm|erreur|erron[éeo]|equivoca|sbagliat|errore|incorret|onjuist|felaktig|fejlagtig|błędn|ошибк|помилк",
    re.IGNORECASE,
)


class NoteText(NamedTuple):
    """A line that begins as a note: its kind, its label as written ("" for a sentence), its date and its text.

    The kinds are "correction", "note", "staff" for credits, and "appended" for the announcement of a correction.
    """

    kind: str
    label: str
    date: PartialDate | None
    text: str


def read_note(text: str, day_first: bool | None = None) -> NoteText | None:
    """What a line says if it begins as a correction, a note or a credit."""
    inner = text.strip(_OUTER) if text[0] in _OUTER or text[-1] in _OUTER else text
    whole = kind_of(inner)
    if whole in _KINDS:
        if inner[-1] in '?!"”“»’' or (bare(inner) in _BUTTONS and inner[-1] not in ":："):
            return None
        return NoteText(_KINDS[whole], inner, None, "")
    kind, rest = start_of(inner)
    if kind not in _KINDS or _OTHER_VERSION.match(inner):
        return None
    before = inner[: inner.rfind(rest)].rstrip() if rest else inner
    is_label = before[-1:] in _LABEL_ENDS or (before.endswith(" on") and _DATE_END.search(rest[:_LONGEST_DATE]))
    if kind in ("staff", "reporter") or not is_label:
        return NoteText(_KINDS[kind], "", _day_of(inner, day_first), inner)
    if before.endswith(",") and not find_date(rest[:_LONGEST_DATE], day_first=True):
        return None
    date, rest = _split_date(rest, day_first)
    return NoteText(_KINDS[kind], before.rstrip(" " + _LABEL_ENDS), date, rest)


def is_invitation(text: str) -> bool:
    """Whether a line asks readers for corrections, as buttons and boxes do."""
    return bool(_INVITATION.search(text))


def tells_error(text: str) -> bool:
    """Whether a text says that something was wrong."""
    return bool(_ERROR.search(text))


def _split_date(text: str, day_first: bool | None) -> tuple[PartialDate | None, str]:
    """The date with which the text after a label begins, and the text after it."""
    end = next((end for end in _DATE_END.finditer(text[:_LONGEST_DATE]) if find_date(text[: end.start()], True)), None)
    head = text[: end.start()] if end else text
    date = find_date(head, day_first) if len(head) <= _LONGEST_DATE else None
    if date and words_beside_date(head) <= 3:
        return date, text[end.end() :].lstrip(" :：-–—") if end else ""
    return _day_of(text, day_first), text


def _day_of(text: str, day_first: bool | None) -> PartialDate | None:
    """The day on which a text says that the article was amended."""
    verb = _AMENDED.search(text[:_VERB_BEFORE])
    return find_date(text[verb.end() : verb.end() + _DAY_AFTER], day_first) if verb else None
