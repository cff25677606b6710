"""CDX lines: what a web archive holds, as the Internet Archive's CDX server and tools for WARC files write it.

Columns are told by a first line such as " CDX N b a m s k r M S V g" (iipc.github.io, CDX 2015) or are those of the
server: urlkey, timestamp, original, mimetype, statuscode, digest, length. In CDXJ, a JSON object stands behind the
timestamp. Only pages that were answered with 200 count; "warc/revisit" repeats one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from newsgen.commands.urls.old_urls.old_url import OldUrl
from newsgen.errors import NewsgenError, Problem

_HEADER = re.compile(r"[ \t,;|]CDX(?P<between>[ \t,;|])")
_LINE = re.compile(r"\S+ \d{4,17} (?:\{|\S+ )")
_URL, _TYPE, _STATUS = "a", "m", "s"
_COLUMNS = ("N", "b", _URL, _TYPE, _STATUS)
_PAGES = ("text/html", "application/xhtml+xml")


def is_cdx(line: str) -> bool:
    """Whether a file that begins with this line holds CDX lines."""
    return bool(_HEADER.match(line) or _LINE.match(line) or line.startswith("!meta"))


def read_cdx(lines: Iterable[tuple[int, str]], file: Path) -> Iterator[OldUrl]:
    """The URLs of pages that were there. Raises BuildFailed for a line that has too few columns."""
    columns: Sequence[str] = _COLUMNS
    between = " "
    for number, line in lines:
        header = _HEADER.match(line)
        if header:
            between = header["between"]
            columns = line[header.end() :].strip().split(between)
            continue
        if line.startswith(("!", "@")):
            continue
        facts = _facts(line, columns, between)
        url = facts.get(_URL, "")
        if not url.startswith(("http://", "https://")):
            message = f'is no line of a CDX file: "{line:.60}"'
            reason = "Its URLs cannot be compared with the archive."
            raise NewsgenError(
                [Problem(str(file), number, message, reason, "Take the line out, or fetch the file anew.")]
            )
        if facts.get(_STATUS, "200") == "200" and facts.get(_TYPE, _PAGES[0]).partition(";")[0].strip() in _PAGES:
            yield OldUrl(url, number)


def _facts(line: str, columns: Sequence[str], between: str) -> Mapping[str, str]:
    parts = line.split(" ", 2)
    if len(parts) == 3 and parts[2].startswith("{"):
        try:
            told = json.loads(parts[2])
        except (ValueError, RecursionError):
            return {}
        names = {_URL: "url", _TYPE: "mime", _STATUS: "status"}
        return {column: str(told[name]) for column, name in names.items() if name in told}
    return dict(zip(columns, line.split(between), strict=False))
