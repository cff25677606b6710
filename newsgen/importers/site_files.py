"""The files that an import adds to the site's folder beside its articles: settings, redirects, and what is missing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain, groupby
from pathlib import Path

from pydantic import ValidationError

from newsgen.importers.found_addresses import FoundAddresses
from newsgen.importers.imported import SourceSite
from newsgen.record.limits import LINE_CHARACTERS
from newsgen.record.names import SURROGATES
from newsgen.settings import REDIRECTS_FILE, SITE_FILE
from newsgen.settings.redirect_table import format_redirect, read_redirects
from newsgen.settings.site import Site
from newsgen.text.yaml.writer import write_yaml

MISSING_FILE = "missing-files.txt"
# Half-written files of an import begin so.
HALF = ".newsgen-import-"


def write_site_settings(site: SourceSite | None, has_html: bool, root: Path) -> None:
    """Write a site.yaml from what the source says of its site, and let HTML in texts through, where there is none."""
    values: dict[str, str | bool] = asdict(site) if site else {}
    file = root / SITE_FILE
    settings = write_yaml({key: value for key, value in values.items() if value and _fits(key, value)}, quoted="title")
    settings += "markdown:\n  html: true\n" if has_html else ""
    if settings and not os.path.lexists(file):
        write_whole(root, SITE_FILE, (settings,))


def _fits(key: str, value: str | bool) -> bool:
    """Whether a setting can have a value, which may be anything in an export."""
    if isinstance(value, str) and (len(value) > LINE_CHARACTERS or SURROGATES.search(value)):
        return False
    try:
        Site.model_validate({key: value})
    except ValidationError:
        return False
    return True


def write_redirects(found: FoundAddresses, root: Path) -> int:
    """Add redirects to the table in the site's folder; one that stands there stays. Returns the number of new ones."""
    if not found.count_redirects():
        return 0
    there = read_redirects(root).redirects
    found.prefer_redirects(there)
    new = found.count_redirects() - len(there)
    if new:
        write_whole(root, REDIRECTS_FILE, (format_redirect(old, target) for old, target in found.redirects()))
    return new


def write_missing_files(found: FoundAddresses, root: Path) -> int:
    """Write the list of URLs of files to fetch, one a line as wget takes them, but for those that are there by now.

    Returns their number. A list of an earlier import that nothing is missing of is deleted.
    """
    urls = _distinct(url for url, path in found.missing() if not _is_there(path, root))
    first = next(urls, None)
    if first is None:
        (root / MISSING_FILE).unlink(missing_ok=True)
        return 0
    return write_whole(root, MISSING_FILE, (f"{url}\n" for url in chain((first,), urls)))


def write_whole(root: Path, name: str, parts: Iterable[str]) -> int:
    """Put a file of the site's folder in place in one step, also in that of a link; the number of its parts."""
    half = root / f"{HALF}{os.getpid()}"
    half.unlink(missing_ok=True)
    try:
        # Names of files, which an account gives as examples, may have bytes that are no text.
        with half.open("x", encoding="utf-8", errors="backslashreplace") as opened:
            number = sum(opened.write(part) > 0 for part in parts)
        half.replace(root / name)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    return number


def _distinct(urls: Iterable[str]) -> Iterator[str]:
    return (url for url, _ in groupby(urls))


def _is_there(path: str, root: Path) -> bool:
    return path.startswith("/") and (root / "static" / path.lstrip("/")).is_file()
