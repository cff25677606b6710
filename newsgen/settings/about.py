"""The settings `about:` in site.yaml: who holds the archive, and what others need to know should nobody hold it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

from newsgen.record.dates import parse_date
from newsgen.settings.types import Settings, Text


def _check_date(text: str) -> str:
    if not text:
        return text
    try:
        return str(parse_date(text))
    except ValueError:
        raise ValueError("a date is a year, a month or a day, such as 2009, 2009-05 or 2009-05-17") from None


def _check_day(text: str) -> str:
    text = _check_date(text)
    if text and not parse_date(text).day:
        raise ValueError("a day is needed here, such as 2027-05-17")
    return text


def _as_text(value: Any) -> Any:
    return "" if value is None else str(value) if not isinstance(value, (bool, list, dict)) else value


_Date = Annotated[str, BeforeValidator(_as_text), AfterValidator(_check_date)]
_Day = Annotated[str, BeforeValidator(_as_text), AfterValidator(_check_day)]


class AboutSettings(Settings):
    """`holder` is who holds the archive and `contact` how to reach them; `since` is when it went online.

    `copies` are the places where copies lie. `renew_domain` is the last day for which the domain is paid, and `policy`
    says under what conditions texts are taken down. Addresses are links.
    """

    holder: Text = ""
    contact: Text = ""
    since: _Date = ""
    copies: tuple[str, ...] = ()
    renew_domain: _Day = ""
    policy: Text = ""
