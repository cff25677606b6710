"""What a clipping is known by: its number in the database or its DOI, else the digest of what it says."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import NamedTuple

from newsgen.importers.clippings.documents import ClippingDocument
from newsgen.sources.exports.label_names import fold

# The labels under which databases give their numbers, without case and accents; ProQuest's have its name in every
# language of its interface.
_NUMBERS = frozenset(
    "document;an;accession number;dokumentnummer;zugangsnummer;akzessionsnummer;numero d'acces;numero d'acquisition;"
    "numero de acceso;numero di accesso;numero d'accesso;numero de acesso;toegangsnummer;accession nummer".split(";")
)
_PROQUEST_NUMBER = re.compile(r"\d{5,15}")
_NUMBER = re.compile(r"[A-Za-z0-9][\w.-]{4,63}")
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)?(?P<doi>10\.\d{4,9}/\S{2,200})", re.IGNORECASE)
# Letters of a text's beginning that tell it from others of the same headline, newspaper, day and page.
_BEGINNING = 200
_WORD = re.compile(r"\w+")


class Identity(NamedTuple):
    """The lasting id of a clipping, whether the database gave it, and the digest of all that it says."""

    id: str
    has_number: bool
    content: str


def identify(document: ClippingDocument) -> Identity:
    """The identity of a document; digests are of letters and digits only, so that wrapping and case do not matter."""
    fields = document.pasted.fields
    named = (fields[name].value for name in ("headline", "publication", "published", "print_page") if name in fields)
    edition = next((str(value) for name, value in document.extra.items() if fold(name) == "edition"), "")
    head = "|".join([*(_letters(str(value)) for value in named), _letters(edition)])
    letters = _letters(" ".join(block.text for block in document.pasted.body))
    content = _digest(f"{head}|{letters}")
    number = _number_of(document.extra)
    if number:
        return Identity(f"{document.export.lower() or 'clipping'}:{number}", True, content)
    doi = _doi_of(document.extra)
    if doi:
        return Identity(f"doi:{doi}", True, content)
    return Identity(
        f"{document.export.lower() or 'clipping'}:{_digest(f'{head}|{letters[:_BEGINNING]}')[:20]}", False, content
    )


def _number_of(extra: Mapping[str, object]) -> str:
    for name, value in extra.items():
        folded = fold(name)
        # "Document MARHER0020110314e73e0004v", or an address that ends in the number.
        text = value.split()[-1].rpartition("/")[2] if isinstance(value, str) and value.split() else ""
        if folded in _NUMBERS and _NUMBER.fullmatch(text) and any(map(str.isdigit, text)):
            return text
        if "proquest" in folded and _PROQUEST_NUMBER.fullmatch(text):
            return text
    return ""


def _doi_of(extra: Mapping[str, object]) -> str:
    for name, value in extra.items():
        found = _DOI.fullmatch(str(value).strip()) if fold(name) in ("doi", "digital object identifier") else None
        if found:
            return found["doi"].lower()
    return ""


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
