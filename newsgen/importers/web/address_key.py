"""The addresses of captures as they are compared: which of them are one page or file."""

from __future__ import annotations

import unicodedata

from newsgen.text.urls import fold_url, is_whole


def address_key(address: str) -> str:
    """An address as an index has it: a URL without scheme, "www.", usual port, case, fragment, final slash and campaign
    parameters; a path of a mirror, which names one file, in NFC.
    """
    if not is_whole(address):
        return unicodedata.normalize("NFC", address)
    page, query = fold_url(address)
    return f"//{page}?{query}" if query else f"//{page}"
