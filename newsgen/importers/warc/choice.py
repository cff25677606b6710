"""Which captures of a web archive an import is asked for: hosts, addresses, and days of capture."""

from __future__ import annotations

import datetime
import re
from typing import Literal, NamedTuple

from newsgen.errors import NewsgenError, Problem
from newsgen.text.urls import folded_host, host_of

PAGE_TYPES = ("", "text/html", "application/xhtml+xml")
# What is made of earlier captures of an address: "last" names them, "all" keeps what their texts have otherwise.
Captures = Literal["last", "all"]


class CaptureChoice(NamedTuple):
    """The pages that are asked for; `since` and `until` are fourteen digits, in UTC, and "" is no bound."""

    hosts: tuple[str, ...] = ()
    match: re.Pattern[str] | None = None
    since: str = ""
    until: str = ""
    captures: Captures = "last"

    def why_not(self, url: str, moment: str) -> str:
        """Why a page is not asked for, "" for one that is."""
        return self.why_not_at(url) or self.why_not_then(moment)

    def why_not_at(self, url: str) -> str:
        """Why no page at an address is asked for."""
        if self.hosts:
            host = folded_host(host_of(url))
            if not any(host == asked or host.endswith(f".{asked}") for asked in self.hosts):
                return "its host is not asked for (--host)"
        if self.match and not self.match.search(url):
            return "its address is not asked for (--match)"
        return ""

    def why_not_then(self, moment: str) -> str:
        """Why no page that was captured at a moment is asked for."""
        if self.since and moment < self.since:
            return "it was captured earlier (--since)"
        if self.until and moment > self.until:
            return "it was captured later (--until)"
        return ""


def parse_choice(
    hosts: tuple[str, ...], match: str | None, since: str | None, until: str | None, captures: Captures
) -> CaptureChoice:
    """The choice that options make. Raises NewsgenError for a pattern or a date that cannot be read."""
    try:
        pattern = re.compile(match) if match else None
    except re.error as error:
        raise NewsgenError(
            [_unreadable("--match", f'cannot read "{match}": {error}', "Write a regular expression.")]
        ) from None
    folded = tuple(folded_host(host.removeprefix("https://").removeprefix("http://").strip("/")) for host in hosts)
    first, last = _day(since, "--since"), _day(until, "--until")
    return CaptureChoice(
        folded,
        pattern,
        f"{first[0]:%Y%m%d}000000" if first else "",
        f"{last[1]:%Y%m%d}235959" if last else "",
        captures,
    )


def is_page_type(media_type: str) -> bool:
    """Whether a capture of this media type may be a page."""
    return media_type in PAGE_TYPES


def _day(value: str | None, option: str) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day that a year, a month or a day means."""
    if not value:
        return None
    match = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
    try:
        if match:
            year, month, day = (int(group) if group else 0 for group in match.groups())
            first = datetime.date(year, month or 1, day or 1)
            if day:
                return first, first
            following = datetime.date(year + (not month or month == 12), month % 12 + 1 if month else 1, 1)
            return first, following - datetime.timedelta(days=1)
    except (ValueError, OverflowError):
        pass
    raise NewsgenError([_unreadable(option, f'cannot read "{value}"', "Write YYYY, YYYY-MM or YYYY-MM-DD.")])


def _unreadable(option: str, message: str, fix: str) -> Problem:
    return Problem(f"newsgen import warc {option}", 0, message, "Nobody knows which captures are meant.", fix)
