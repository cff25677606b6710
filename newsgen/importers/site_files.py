"""The files that an import adds to the site's folder beside its articles: settings, redirects, and what is missing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import chain, groupby
from pathlib import Path

from newsgen.importers.found_addresses import FoundAddresses
from newsgen.importers.imported import SourceSite
from newsgen.settings import SITE_FILE
from newsgen.settings.redirect_table import REDIRECTS_FILE, format_redirect, read_redirects
from newsgen.text.yaml.writer import write_yaml

MISSING_FILE = "missing-files.txt"


def write_site_settings(site: SourceSite | None, has_html: bool, root: Path) -> None:
    """Write a site.yaml from what the source says of its site, and let HTML in texts through, where there is none."""
    values: dict[str, str | bool] = asdict(site) if site else {}
    file = root / SITE_FILE
    settings = write_yaml({key: value for key, value in values.items() if value}, quoted="title")
    settings += "markdown:\n  html: true\n" if has_html else ""
    if settings and not os.path.lexists(file):
        file.write_text(settings, encoding="utf-8")


def write_redirects(found: FoundAddresses, root: Path) -> int:
    """Add redirects to the table in the site's folder; one that stands there stays. Returns the number of new ones."""
    if not found.count_redirects():
        return 0
    there = read_redirects(root).redirects
    found.prefer_redirects(there)
    new = found.count_redirects() - len(there)
    if new:
        with (root / REDIRECTS_FILE).open("w", encoding="utf-8") as opened:
            opened.writelines(format_redirect(old, target) for old, target in found.redirects())
    return new


def write_missing_files(found: FoundAddresses, root: Path) -> int:
    """Write the list of URLs of files to fetch, one a line as wget takes them, but for those that are there by now.

    Returns their number. A list of an earlier import that nothing is missing of is deleted.
    """
    file = root / MISSING_FILE
    urls = _distinct(url for url, path in found.missing() if not _is_there(path, root))
    first = next(urls, None)
    if first is None:
        file.unlink(missing_ok=True)
        return 0
    with file.open("w", encoding="utf-8") as opened:
        return sum(opened.write(f"{url}\n") > 0 for url in chain((first,), urls))


def _distinct(urls: Iterable[str]) -> Iterator[str]:
    return (url for url, _ in groupby(urls))


def _is_there(path: str, root: Path) -> bool:
    return path.startswith("/") and (root / "static" / path.lstrip("/")).is_file()
