"""Covers of exports: who asked for which search, and the table of contents, above the first document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgen.sources.exports.rows import Row

# Rows of covers that Nexis writes in the languages of its interface, and headings of tables of contents.
_COVER = re.compile(
    r"(?:user name|benutzername|nom d['’]utilisateur|nombre de usuario|nome utente|nome do usuário|gebruikersnaam"
    r"|date and time|datum und uhrzeit|date et heure|fecha y hora|data e ora|data e hora|datum en tijd"
    r"|job number|auftragsnummer|numéro (?:de tâche|du travail)|número de trabajo|numero del processo|taaknummer"
    r"|client/matter|mandant/\w+|client/dossier|cliente/asunto|cliente/pratica|cliënt/zaak"
    r"|search terms?|suchbegriffe?|termes? de (?:la )?recherche|términos de búsqueda|termini di ricerca|zoektermen"
    r"|search type|suchart|suchtyp|type de recherche|tipo de búsqueda|tipo di ricerca|zoektype"
    r"|narrowed by|eingegrenzt (?:durch|von|nach)|limité par|reducido por|ristretto da|beperkt door"
    r"|content type|inhaltstyp|type de contenu|tipo de contenido|tipo di contenuto|inhoudstype"
    r"|sources?:|quellen?:|timeline|zeitachse)\s*(?:[:\t ].*)?"
    r"|(?:documents?|dokumente?|documentos?|documenti|documenten) \(\d[\d.,]*\)"
    r"|(?:news|nachrichten|presse|noticias|notizie|nieuws)\t.*"
    r"|(?:table of )?contents|inhalt(?:sverzeichnis)?|table des matières|sommaire|índice|indice|inhoud(?:sopgave)?"
    r"|.*(?<!\.)\.{4,}+\s*\d+"
    r"|\|?\s*about lexisnexis\b.*|-(?:none|keine|aucun|ninguno|nessuno|geen)-",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\d{1,4}\.\s*(?P<title>\S.*)")
_PAGE = re.compile(r"(?:page|seite|página|pagina) \d+ (?:of|von|de|sur|di|van) \d+", re.IGNORECASE)


def is_page_number(text: str) -> bool:
    """Whether a row numbers a page of the export: "Page 2 of 4"."""
    return bool(_PAGE.fullmatch(text))


def cover_end(rows: Sequence[Row]) -> int:
    """The index of the first row of the first document; `rows` are those above its labels or its end.

    It is the first row whose words stand above it as an item of the table of contents, else the row below the last
    that only covers have.
    """
    titles: set[str] = set()
    last = 0
    for index, row in enumerate(rows):
        item = _ITEM.fullmatch(row.text)
        if item:
            titles.add(_key(item["title"]))
        elif _key(row.text) in titles:
            return index
        if _COVER.fullmatch(row.text):
            last = index + 1
        elif row.text and last and _is_text(row.text):
            break
    return last


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


def _is_text(text: str) -> bool:
    """Whether a row is running text, below which no cover is."""
    return len(text) > 200 or text.endswith(".")
