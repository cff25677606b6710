"""The files that an import adds to the site's folder beside its articles: settings, redirects, and what is missing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from urllib.parse import quote

from newsgen.importers.imported import MissingFile, SourceSite
from newsgen.settings import SITE_FILE
from newsgen.settings.redirect_table import REDIRECTS_FILE, format_redirects, read_redirects
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


def write_redirects(redirects: Mapping[str, str], root: Path) -> int:
    """Add redirects to the table in the site's folder; one that stands there stays. Returns the number of new ones."""
    if not redirects:
        return 0
    there = read_redirects(root).redirects
    merged = {**redirects, **there}
    if len(merged) > len(there):
        (root / REDIRECTS_FILE).write_text(format_redirects(merged), encoding="utf-8")
    return len(merged) - len(there)


def write_missing_files(missing: Iterable[MissingFile], root: Path, articles: Path) -> int:
    """Write the list of URLs of files to fetch, one a line as wget takes them, but for those that are there by now.

    Returns their number. A list of an earlier import that nothing is missing of is deleted.
    """
    urls = sorted({quote(item.url, safe="%/:=&?~#+!$,;'@()*[]") for item in missing if not _is_there(item, root)})
    file = root / MISSING_FILE
    if urls:
        file.write_text("".join(f"{url}\n" for url in urls), encoding="utf-8")
    else:
        file.unlink(missing_ok=True)
    return len(urls)


def _is_there(item: MissingFile, root: Path) -> bool:
    return item.path.startswith("/") and (root / "static" / item.path.lstrip("/")).is_file()
