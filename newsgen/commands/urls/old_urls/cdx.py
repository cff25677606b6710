"""CDX lines: the holdings of a web archive, as the Internet Archive's CDX server and tools for WARC files write them.

Columns are named by a first line such as " CDX N b a m s k r M S V g" (iipc.github.io, CDX 2015) or are those of the
server: urlkey, timestamp, original, mimetype, statuscode, digest, length. In CDXJ a JSON object follows the timestamp.
Only pages that were answered with 200 count; "warc/revisit" repeats one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from newsgen.commands.urls.old_urls.old_url import OldUrl
from newsgen.errors import NewsgenError, Problem

_HEADER = re.compile(r"[ \t,;|]CDX(?P<separator>[ \t,;|])")
_LINE = re.compile(r"\S+ \d{4,17} (?:\{|\S+ )")
_URL, _TYPE, _STATUS = "a", "m", "s"
_COLUMNS = ("N", "b", _URL, _TYPE, _STATUS)
_PAGES = ("text/html", "application/xhtml+xml")


def is_cdx(line: str) -> bool:
    """Whether a file that begins with this line holds CDX lines."""
    return bool(_HEADER.match(line) or _LINE.match(line) or line.startswith("!meta"))


def read_cdx(lines: Iterable[tuple[int, str]], file: Path) -> Iterator[OldUrl]:
    """The URLs of pages that were captured. Raises NewsgenError for a line with too few columns."""
    columns: Sequence[str] = _COLUMNS
    separator = " "
    for number, line in lines:
        header = _HEADER.match(line)
        if header:
            separator = header["separator"]
            columns = line[header.end() :].strip().split(separator)
            continue
        if line.startswith(("!", "@")):
            continue
        fields = _split_line(line, columns, separator)
        url = fields.get(_URL, "")
        if not url.startswith(("http://", "https://")):
            message = f'is no line of a CDX file: "{line:.60}"'
            reason = "Its URLs cannot be compared with the archive."
            fix = "Take the line out, or fetch the file anew."
            raise NewsgenError([Problem(str(file), number, message, reason, fix)])
        if fields.get(_STATUS, "200") == "200" and fields.get(_TYPE, _PAGES[0]).partition(";")[0].strip() in _PAGES:
            yield OldUrl(url, number)


def _split_line(line: str, columns: Sequence[str], separator: str) -> Mapping[str, str]:
    parts = line.split(" ", 2)
    if len(parts) == 3 and parts[2].startswith("{"):
        try:
            data = json.loads(parts[2])
        except (ValueError, RecursionError):
            return {}
        names = {_URL: "url", _TYPE: "mime", _STATUS: "status"}
        return {column: str(data[name]) for column, name in names.items() if name in data}
    return dict(zip(columns, line.split(separator), strict=False))
