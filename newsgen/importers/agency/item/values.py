"""The values of fields as the formats write them: dates, bylines, texts without addresses."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping
from email.utils import parsedate_to_datetime
from functools import lru_cache
from typing import Any

from newsgen.record.dates import PartialDate, parse_date
from newsgen.sources.pasted.authors.name_list import byline_names

# ISO 8601 in its basic form: "20240710T125902Z", "20131020T192751+1100", "20150101".
_BASIC = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})"
    r"(?:T?(?P<hour>\d{2}):?(?P<minute>\d{2}):?(?P<second>\d{2})?(?:[.,]\d+)?(?P<zone>Z|[+-]\d{2}:?(?:\d{2})?)?)?"
)
# One begins behind another sign than those of its name, so that each run of these is looked through once.
ADDRESS = r"(?<![\w.!#$%&'*+/=?^`{|}~-])[\w.!#$%&'*+/=?^`{|}~-]++@[\w-]++(?:\.[\w-]++)++"
_ADDRESS = re.compile(ADDRESS)
_EMPTY_PAIR = re.compile(r"\(\s*\)|<\s*>|\[\s*\]|\bmailto:")
# Keys of values that are nobody's business: addresses, telephone numbers and names of accounts.
_PRIVATE_KEY = re.compile(
    r"contact_?(?:info|details?|data)$|e[-_]?mail|telephone|phone_?(?:number)?$|telefon|login|password|passwd|username|\buser\b|user_?id|ip_?address",
    re.IGNORECASE,
)
_LOGIN = re.compile(r"[a-z0-9]+(?:[._][a-z0-9]+)+")
_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^()\d,;:.\n]{1,40}(?:, [^\W\d_][^()\d,;:\n]{1,30})??)(?:,? [^()\d\n]{0,20}\d[^()\n]{0,6})?"
    r"\s*\([^()\d\n]{2,30}\)\.?\s*[-–—_]+\s"
)
_WORD = re.compile(r"\w+")


# A message gives the same dates for several things.
@lru_cache(maxsize=1_000)
def read_time(text: str) -> PartialDate | None:
    """The date that a text gives in one of the forms of ISO 8601, or None."""
    text = text.strip()
    basic = _BASIC.fullmatch(text)
    if basic:
        text = f"{basic['year']}-{basic['month']}-{basic['day']}"
        if basic["hour"]:
            text += f"T{basic['hour']}:{basic['minute']}:{basic['second'] or '00'}{basic['zone'] or ''}"
        elif (basic["month"], basic["day"]) == ("00", "00"):
            text = basic["year"]
    try:
        return parse_date(text)
    except ValueError:
        return _read_mail_date(text)


def _read_mail_date(text: str) -> PartialDate | None:
    """The date of a text such as "Tue, 11 Feb 2014 08:30:00 -0600", or None."""
    try:
        return parse_date(parsedate_to_datetime(text).isoformat()) if "," in text[:6] else None
    except ValueError:
        return None


@lru_cache(maxsize=1_000)
def instant_of(text: str) -> datetime.datetime | None:
    """The instant that a text gives, in UTC by default; None for a text that is no date."""
    date = read_time(text)
    if date is None:
        return None
    instant = datetime.datetime.fromisoformat(date.instant().replace("Z", "+00:00"))
    try:
        return instant.astimezone(datetime.UTC)
    except OverflowError:
        return None


def sortable_time(text: str) -> str:
    """The instant that a text gives, as a text that sorts by time; "" for a text that is no date."""
    instant = instant_of(text)
    return instant.isoformat() if instant else ""


def read_byline(text: str) -> tuple[str, ...]:
    """The names in a byline, without "By", addresses and posts; initials such as "gr/bp" stay as they are."""
    text = without_addresses(text).strip(" ,;|-")
    if not text:
        return ()
    if " / " in text:
        return byline_names(text.replace(" / ", ", ")) or (text,)
    if "/" in text:
        return (re.sub(r"^(?:by|von|par|por|di)\s+", "", text, flags=re.IGNORECASE),)
    return byline_names(text) or (text,)


def dateline_of(text: str) -> str:
    """The place with which a text begins, before the name of an agency: "SORREL, Jan. 2 (MNU) - "; "" for none."""
    found = _DATELINE.match(text)
    return found["place"].strip() if found else ""


def adds_to_names(text: str, names: Iterable[str]) -> bool:
    """Whether a byline says more than the names and "By"."""
    said = set(_WORD.findall(without_addresses(text).casefold()))
    return bool(said - set(_WORD.findall(" ".join(names).casefold())) - _BYLINE_WORDS)


_BYLINE_WORDS = frozenset("by and von und par et por y e di da door en av og och".split())


def without_addresses(text: str) -> str:
    """A text without addresses of e-mail."""
    return _EMPTY_PAIR.sub("", _ADDRESS.sub("", text)) if "@" in text else text


def is_login(text: str) -> bool:
    """Whether a name is that of an account ("quill.ada"), not of a person."""
    return "@" in text or bool(_LOGIN.fullmatch(text))


def without_private(value: Any) -> tuple[Any, int]:
    """A value of `extra` without addresses and names of accounts, at any depth, and how many it had."""
    if isinstance(value, str):
        found = len(_ADDRESS.findall(value)) if "@" in value else 0
        return (without_addresses(value).strip() if found else value), found
    if isinstance(value, Mapping):
        kept: dict[str, Any] = {}
        count = 0
        for key, part in value.items():
            if _PRIVATE_KEY.search(str(key)):
                count += 1
                continue
            clean, found = without_private(part)
            count += found
            if clean or not found:
                kept[str(key)] = clean
        return kept, count
    if isinstance(value, list | tuple):
        parts = [without_private(part) for part in value]
        return [part for part, _ in parts], sum(found for _, found in parts)
    return value, 0


def unique(values: Iterable[str]) -> tuple[str, ...]:
    """The values that are not empty, each once, in their order; the case of letters makes no difference."""
    found: dict[str, str] = {}
    for value in values:
        text = " ".join(value.split())
        if text:
            found.setdefault(text.casefold(), text)
    return tuple(found.values())


def repeats(text: str, other: str) -> bool:
    """Whether a text says only what another says, or how it begins; signs and letter case make no difference."""
    words, others = _words(text), _words(other)
    return bool(words) and others[: len(words)] == words


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
