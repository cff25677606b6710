"""Lines of writers, such as "Ada Quill can be reached at ada@wire.example or 555-0100.", without how to reach them."""

from __future__ import annotations

import re

from newsgen.importers.agency.item.values import ADDRESS, without_addresses

# No line of a writer is longer; of a longer text only the addresses go.
_LONGEST = 600

_PHONE = r"\(?\+?\d[\d ()./-]{5,18}\d"
_HANDLE = r"@\w{2,40}"
_WAY = rf"(?:mailto:)?(?:{ADDRESS}|{_PHONE}|{_HANDLE})"
# What leads to an address, and the other ways that follow it.
_CONTACT = re.compile(
    rf"[,;:]?\s*(?:\b(?:and|or)\s+)?"
    rf"(?:\b(?:(?:who|you|readers)\s+)?(?:can|may|could)\s+be\s+(?:reached|contacted|e-?mailed|followed)\b\s*"
    rf"|\b(?:reach|contact|e-?mail|write(?:\s+to)?|follow|call|phone)\b\s*(?:him|her|them|the\s+(?:author|writer|reporter))?\s*"
    rf"|(?:\bon\s+)?\b(?:e-?mail|mail|phone|telephone|tel|twitter|x)\b\.?:?\s*){{0,8}}"
    rf"(?:\b(?:at|by|on|via|to|under)\b\s*(?:e-?mail\s*(?:at\b\s*)?)?)?[:<(\[]*\s*{_WAY}[>)\]]*"
    rf"(?:\s*(?:,|;|/|\||\bor\b|\band\b)\s*(?:(?:at|on|by|via)\s+)?(?:(?:phone|tel|twitter)\.?:?\s+)?[<(\[]*{_WAY}[>)\]]*)*",
    re.IGNORECASE,
)
_BLANK = re.compile(r"[\W_]*")


def without_contacts(text: str) -> tuple[str, bool]:
    """A writer's line without addresses and what leads to them, "" where nothing else is said; whether it had one."""
    if "@" not in text:
        return text, False
    # Between words is one space, so that no search begins anew at each of many.
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return without_addresses(text), True
    kept = _CONTACT.sub(lambda match: "" if "@" in match[0] else match[0], text)
    kept = re.sub(r" ([.,;])", r"\1", " ".join(kept.split()))
    kept = re.sub(r"(?<!\.)\.\.(?!\.)", ".", kept)
    return ("" if _BLANK.fullmatch(kept) else kept), kept != text
