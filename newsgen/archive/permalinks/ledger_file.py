"""The ledger as a file that is kept with the articles: a line for each permalink, sorted, so that a change is one line.

    /2013/05/a-hundred-years-on-a-chain.html	2013/chain-ferry-centenary.md	current	1f6e0b2c9a44
    /harbour/chain-ferry-centenary	2013/chain-ferry-centenary.md	moved

It is UTF-8. Control characters, "%" and bytes that are no UTF-8 are written as in a URL.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from newsgen.archive.permalinks.ledger import LedgerEntry
from newsgen.archive.permalinks.listing import address_of_entry, is_listing
from newsgen.errors import NewsgenError, Problem
from newsgen.record.names import leaves_folder
from newsgen.record.regular_files import read_regular
from newsgen.text.urls import NO_TEXT

_CURRENT, _MOVED = "current", "moved"
_HEAD = (
    "# Every address that this archive has published, and the article that it leads to. newsgen keeps this file;\n"
    "# keep it with the articles, for it is what holds the addresses where they are.\n"
)
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>")
_UNWRITABLE = re.compile("[%\x00-\x1f\x7f\x85\u2028\u2029\udc80-\udcff]")


def read_ledger(file: Path, shown: str) -> list[LedgerEntry]:
    """The lines of a ledger; none where there is no file. `shown` names it in messages.

    Raises NewsgenError for every line that is none, for every permalink that stands twice, and for every one that leads
    out of the site.
    """
    try:
        text = read_regular(file).decode("utf-8-sig")
    except FileNotFoundError:
        return []
    except (OSError, UnicodeDecodeError) as error:
        told = error.strerror if isinstance(error, OSError) else error
        raise NewsgenError([_unreadable(shown, 0, f"cannot be read: {told}")]) from None
    lines: dict[str, LedgerEntry] = {}
    problems: list[Problem] = []
    for number, row in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        if not row.strip() or row.startswith("#"):
            continue
        line = _parse(row)
        if line is None:
            message = (
                "conflict marks of a merge stand in it"
                if row[:7] in _CONFLICT
                else f'cannot read the line "{row[:60]}"'
            )
            problems.append(_unreadable(shown, number, message))
        elif leaves_folder(line.permalink.partition("?")[0]):
            problems.append(_leading_out(shown, number, line.permalink))
        elif line.permalink in lines:
            problems.append(_unreadable(shown, number, f"{line.permalink} stands twice"))
        else:
            lines[line.permalink] = line
    if problems:
        raise NewsgenError(problems)
    return list(lines.values())


def ledger_bytes(lines: Iterable[LedgerEntry]) -> bytes:
    """What the file of these lines holds."""
    return (_HEAD + "".join(sorted(map(_write, lines)))).encode()


def _parse(row: str) -> LedgerEntry | None:
    parts = row.split("\t")
    if len(parts) not in (3, 4) or parts[2] not in (_CURRENT, _MOVED) or not parts[0].startswith("/") or not parts[1]:
        return None
    permalink, article = map(_unescape, parts[:2])
    entry = LedgerEntry(permalink, article, parts[2] == _CURRENT, parts[3] if len(parts) == 4 else "")
    if NO_TEXT.search(permalink):
        return None
    if is_listing(article) and (NO_TEXT.search(article) or not address_of_entry(entry)):
        return None
    return entry


def _write(line: LedgerEntry) -> str:
    fields: Iterator[str] = filter(None, (_CURRENT if line.is_current else _MOVED, line.fingerprint))
    return "\t".join((_escape(line.permalink), _escape(line.article), *fields)) + "\n"


def _escape(text: str) -> str:
    return _UNWRITABLE.sub(lambda sign: quote(sign[0].encode("utf-8", "surrogateescape")), text)


def _unescape(text: str) -> str:
    return unquote_to_bytes(text).decode("utf-8", "surrogateescape") if "%" in text else text


def _leading_out(shown: str, line: int, permalink: str) -> Problem:
    return Problem(
        shown,
        line,
        f"{permalink} leads out of the site",
        "Its page would be written outside of the output folder.",
        "Take the line out: newsgen has never written such an address.",
    )


def _unreadable(shown: str, line: int, message: str) -> Problem:
    return Problem(
        shown,
        line,
        message,
        "It says which address every article keeps.",
        "Put it back as it was, from a copy or from the version control; a line is an address, an article, "
        '"current" or "moved", with tabs between.',
    )
