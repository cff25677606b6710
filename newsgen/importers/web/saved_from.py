"""Where a saved page came from and when, by what the program that saved it wrote into it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import NamedTuple

# Programs write their note before or right behind the beginning of the page.
_BEGINNING = 1 << 16
# "<!-- Mirrored from paper.example/a.html by HTTrack Website Copier/3.x [XR&CO'2014], Sat, 01 Jan 2022 … GMT -->"
_HTTRACK = re.compile(r"<!-- Mirrored from (?P<url>\S+) by HTTrack [^,>]{0,200}(?:, (?P<date>[^>]{10,60}?))? ?-->")
# "<!-- saved from url=(0034)https://paper.example/a -->", by Internet Explorer and all browsers since.
_BROWSER = re.compile(r"<!-- saved from url=\(\d{4,}\)(?P<url>\S+) ?-->(?P<date>(?!))?")
# SingleFile's comment: "Page saved with SingleFile url: … saved date: Mon Oct 10 2022 14:21:44 GMT+0200 (…)".
_SINGLE_FILE = re.compile(
    r"Page saved with SingleFile\s+url: (?P<url>\S+)"
    r"(?:\s+saved date: (?P<date>\w{3} \w{3} \d\d? \d{4} \d\d:\d\d:\d\d [^\n(]*))?"
)
# WebScrapBook's attributes of the root element.
_SCRAPBOOK = re.compile(
    r"<html\b[^>]{0,2000}?\bdata-scrapbook-source=\"(?P<url>[^\"]{1,2000}+)\"(?:[^>]{0,2000}?\bdata-scrapbook-create=\"(?P<date>\d{14})\d*\")?"
)
# "FILE ARCHIVED ON 10:04:13 Mar 02, 2014 AND RETRIEVED FROM THE INTERNET ARCHIVE ON …", without the URL.
_WAYBACK = re.compile(r"FILE ARCHIVED ON (?P<date>\d\d:\d\d:\d\d \w{3} \d\d, \d{4}) AND RETRIEVED FROM(?P<url>(?!))?")
_SCHEME = re.compile(r"(?:https?|file|about|chrome|blob):", re.IGNORECASE)


class SavedFrom(NamedTuple):
    """The URL of a saved page and the moment when it was saved, in UTC; "" and None where nothing tells."""

    url: str = ""
    captured: datetime.datetime | None = None


def find_origin(html: str) -> SavedFrom:
    """Where a page came from, by the note of HTTrack, a browser, SingleFile, WebScrapBook or the Wayback Machine."""
    beginning = html[:_BEGINNING]
    for pattern, read_moment in _NOTES:
        found = pattern.search(beginning)
        if found:
            url = (found["url"] or "").replace("&amp;", "&")
            if url and not _SCHEME.match(url):
                url = f"http://{url}"
            return SavedFrom(url if url[:4].lower() == "http" else "", _read(read_moment, found["date"] or ""))
    found = _WAYBACK.search(html, max(0, len(html) - _BEGINNING))
    return SavedFrom("", _read(_wayback_moment, found["date"])) if found else SavedFrom()


def _read(read_moment: Callable[[str], datetime.datetime], text: str) -> datetime.datetime | None:
    try:
        return read_moment(text.strip()).astimezone(datetime.UTC) if text else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _mail_moment(text: str) -> datetime.datetime:
    moment = parsedate_to_datetime(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)


def _script_moment(text: str) -> datetime.datetime:
    return datetime.datetime.strptime(text, "%a %b %d %Y %H:%M:%S GMT%z")


def _digits_moment(text: str) -> datetime.datetime:
    return datetime.datetime.strptime(text, "%Y%m%d%H%M%S").replace(tzinfo=datetime.UTC)


def _wayback_moment(text: str) -> datetime.datetime:
    return datetime.datetime.strptime(text, "%H:%M:%S %b %d, %Y").replace(tzinfo=datetime.UTC)


_NOTES: tuple[tuple[re.Pattern[str], Callable[[str], datetime.datetime]], ...] = (
    (_HTTRACK, _mail_moment),
    (_SINGLE_FILE, _script_moment),
    (_BROWSER, _mail_moment),
    (_SCRAPBOOK, _digits_moment),
    (_WAYBACK, _wayback_moment),
)
