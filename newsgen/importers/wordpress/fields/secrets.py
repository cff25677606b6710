"""What no output may hold of anybody: addresses of e-mail and of computers, passwords and keys."""

from __future__ import annotations

import re
from functools import lru_cache

_EMAIL = re.compile(r"[^\s@<>\"'(),;:]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_IP = re.compile(
    r"(?<![\w.:])(?:\d{1,3}\.){3}\d{1,3}(?![\w.])|(?<![\w:])(?:[0-9a-fA-F]{1,4}:){4,7}[0-9a-fA-F]{0,4}(?![\w:])"
)
_SECRET_KEY = re.compile(
    r"pass(?:word|wd|phrase)|secret|token|api_?key|access_?key|private_?key|licen[cs]e_?key|nonce|e-?mail|"
    r"(?:^|[_-])(?:ip|pwd|user_?login|login|remote_addr|user_?agent|phone|telephone|session)(?:$|[_-])",
    re.IGNORECASE,
)


def holds_address(text: str) -> bool:
    """Whether a text holds an address of e-mail."""
    return "@" in text and _EMAIL.search(text) is not None


def secret_in(key: str, text: str) -> str:
    """Why a field's value is not for everyone, "" where it is."""
    if _is_secret(key) if len(key) < _LONG else _SECRET_KEY.search(key):
        return "By its name it holds what is nobody's but the owner's."
    if holds_address(text):
        return "It holds an address of e-mail."
    if _IP.search(text):
        return "It holds the address of a computer."
    return ""


# Characters of keys that are not remembered.
_LONG = 100


# Posts have the same fields.
@lru_cache(maxsize=1024)
def _is_secret(key: str) -> bool:
    return _SECRET_KEY.search(key) is not None
