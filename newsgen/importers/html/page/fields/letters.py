"""How texts of a page are compared: by their letters and digits."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = re.compile(r"[^\W_]+")
_NO_LETTERS = bytes(sign for sign in range(128) if not chr(sign).isalnum())


# The same few names are compared with each other for every field.
@lru_cache(maxsize=4_000)
def letters_of(text: str) -> str:
    """The letters and digits of a text, in one case and form."""
    if text.isascii():
        return text.lower().encode().translate(None, _NO_LETTERS).decode()
    return "".join(_LETTERS.findall(unicodedata.normalize("NFKC", text).casefold()))


def is_same_name(name: str, other: str) -> bool:
    """Whether two names by their letters are of one thing: one is a part of the other, and no small one."""
    if not name or not other:
        return False
    small, large = sorted((name, other), key=len)
    return small == large or (len(small) > 3 and small in large and 2 * len(small) > len(large))
