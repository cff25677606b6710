"""What an archive must not learn of people: addresses of e-mail and of computers, logins and passwords."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

# The lengths are those of RFC 5321 and of names in the DNS; without them a long word would be searched again and again.
_ADDRESS = re.compile(r"(?:mailto:)?[\w.%+'-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}\b", re.IGNORECASE)
_COMPUTER = re.compile(
    r"\s*(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\s*|\s*(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}\s*",
    re.IGNORECASE,
)
# "<ada@example.org>" with its brackets, and "ada@example.org (Ada Quill)" of RSS without those of the name.
_BRACKETED = re.compile(rf"[<(\[]\s*(?:{_ADDRESS.pattern})\s*[>)\]]", re.IGNORECASE)
_RSS_PERSON = re.compile(rf"\s*(?:{_ADDRESS.pattern})\s*\((?P<name>[^()]+)\)\s*", re.IGNORECASE)
_SEPARATORS = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
# The last words of keys that hold something of a person that nobody may publish.
_LAST_WORDS = frozenset(
    "email emails mail mails ip ipaddress login username password passwd pass pwd passphrase passcode token secret "
    "apikey hash salt phone telephone mobile useragent session cookie mailto imei ssn iban".split()
)
_LAST_PAIRS = frozenset(
    (
        "e mail",
        "ip address",
        "remote addr",
        "user name",
        "user agent",
        "api key",
        "user pass",
        "mail address",
        "email address",
    )
)


@cache
def is_personal_key(key: str) -> bool:
    """Whether a key names what an archive must not learn: "author_email", "userLogin", "IP address"."""
    words = [word for word in _SEPARATORS.split(_CAMEL.sub(" ", key).casefold()) if word]
    return bool(words) and (words[-1] in _LAST_WORDS or " ".join(words[-2:]) in _LAST_PAIRS)


def without_addresses(text: str) -> str:
    """A text without the addresses of e-mail in it; "" for a text that is the address of a computer."""
    if "@" in text:
        text = _ADDRESS.sub("", _BRACKETED.sub("", text)).strip()
    return "" if _COMPUTER.fullmatch(text) else text


def public_name(name: str) -> str:
    """A person's name without an address beside it; "" for an address alone."""
    person = _RSS_PERSON.fullmatch(name)
    return " ".join((person["name"] if person else without_addresses(name)).strip(" ,;<>").split())


def without_personal_data(value: Any) -> Any:
    """A value of front matter without what is personal in it, however deep; what is nothing else becomes None."""
    if isinstance(value, str):
        text = without_addresses(value)
        return text if text or not value else None
    if isinstance(value, list | tuple):
        parts = [without_personal_data(part) for part in value]
        return [part for part, was in zip(parts, value, strict=True) if part is not None or was is None]
    if isinstance(value, Mapping):
        pairs = (
            (key, part, without_personal_data(part)) for key, part in value.items() if not is_personal_key(str(key))
        )
        return {key: clean for key, was, clean in pairs if clean is not None or was is None}
    return value
