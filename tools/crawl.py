"""Look at a built site as readers and programs do who get it from a plain file server.

    python -m tools.crawl SITE_FOLDER [URL...]

SITE_FOLDER holds site.yaml and the output; each URL is where the site is or was, beside those of site.yaml. Nothing is
served or fetched: a path is answered by its file, or by the index.html of its folder, upper and lower case differ, and
queries do not count. Prints and counts

1. links of pages to the site's own hosts that the archive could answer, and that are not relative;
2. addresses in pages' metadata and citations, the sitemap, feeds, dumps and permalinks.tsv that are answered with
   another page, or with none.

Exits with 1 if there are any.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, unquote, urljoin

from newsgen.archive.permalinks import LEDGER_FILE
from newsgen.archive.permalinks.ledger_file import read_ledger
from newsgen.record.names import path_fault
from newsgen.record.paths import case_folded_path
from newsgen.settings.site import load_site
from newsgen.text.urls import NO_SITE, FoldedUrl, SiteUrls, fold_url, names_page, site_urls, split_address

# How many faults of each kind are printed.
_SHOWN = 20
_LINK = re.compile(r'<(?:a|area|img|source|audio|video|iframe|form)\b[^>]*?\s(?:href|src|action)="([^"]*)"')
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')
# What a page says of itself, and its citations: JSON-LD, RIS, BibTeX and plain text.
_OWN = re.compile(r'<(?:link rel="(?:canonical|cite-as)" href|meta (?:property|name)="[^"]*url" content)="([^"]*)"')
_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_CITED = re.compile(r"(?:<bdi dir=\"ltr\">|url = \{|^UR  - )(https?://[^<}\s]+)", re.MULTILINE)
_XML_ADDRESS = re.compile(r'<loc>([^<]*)</loc>|<image:loc>([^<]*)</image:loc>|<id>(http[^<]*)</id>| href="([^"]*)"')
# In JSON-LD: where the page is.
_ITSELF = ("url", "mainEntityOfPage")


class Fault(NamedTuple):
    """An address that leads elsewhere than it says: its kind, the file in which it stands, and what is wrong."""

    kind: str
    file: str
    address: str
    fault: str


class BuiltSite:
    """The output of a site as a plain file server sees it."""

    def __init__(self, root: Path, urls: Iterable[str]) -> None:
        self.site = load_site(root)
        self.root = root
        self.output = root / self.site.output
        self.home = site_urls(self.site.url) if self.site.url else NO_SITE
        self.own = SiteUrls(site_urls(self.site.url, self.site.original_url, *urls).bases)
        self.answer = lru_cache(maxsize=None)(self._answer)

    @cached_property
    def files(self) -> frozenset[str]:
        """All files, by their paths."""
        return frozenset(file.relative_to(self.output).as_posix() for file in self.output.rglob("*") if file.is_file())

    @cached_property
    def pages(self) -> dict[str, str]:
        """The text of every page, by its file."""
        names = sorted(file for file in self.files if file.endswith((".html", ".htm")))
        return {name: (self.output / name).read_text(encoding="utf-8", errors="replace") for name in names}

    @cached_property
    def records(self) -> list[dict[str, Any]]:
        """The records of the dump, as JSON or else as CSV."""
        records: list[dict[str, Any]] = []
        for part in sorted(self.output.glob("data/*.jsonl.gz")):
            with gzip.open(part, "rt", encoding="utf-8", errors="surrogateescape") as opened:
                records += map(json.loads, opened)
        if records:
            return records
        csv.field_size_limit(sys.maxsize)
        for part in sorted(self.output.glob("data/*.csv.gz")):
            with gzip.open(part, "rt", encoding="utf-8", newline="") as opened:
                records += csv.DictReader(opened)
        return records

    @cached_property
    def originals(self) -> dict[FoldedUrl, set[str]]:
        """The files of articles by the addresses that they had elsewhere."""
        found: dict[FoldedUrl, set[str]] = {}
        for record in self.records:
            file = self.answer(quote(record["permalink"], errors="surrogateescape"))
            if file and record.get("original_url"):
                found.setdefault(fold_url(record["original_url"]), set()).add(file)
        return found

    def _answer(self, path: str) -> str | None:
        """The file with which a path from the root is answered; None for none."""
        name = unquote(split_address(path)[0], errors="surrogateescape").lstrip("/")
        names = [f"{name}index.html"] if not name or name.endswith("/") else [name, f"{name}/index.html"]
        return next((name for name in names if name in self.files), None)

    def could_answer(self, url: str) -> set[str]:
        """The files that the archive has for a whole URL: as a server answers it, or the articles that were there."""
        originals = self.originals.get(fold_url(url))
        path = self.own.path_of(url)
        if originals or path is None or (names_page(split_address(path)[1]) and not fold_url(path).page):
            return originals or set()
        answer = self.answer(path)
        return {answer} if answer else set()

    def canonical(self, file: str) -> str:
        """What a page says is its address; "" where it says nothing."""
        found = _CANONICAL.search(self.pages.get(file, ""))
        return unescape(found[1]) if found else ""

    def address(self, file: str) -> str:
        """The address of the page that a file is or leads to: without a URL of the site, from its root."""
        folder, _, name = f"/{file}".rpartition("/")
        here = f"{folder}/" if name == "index.html" else f"/{file}"
        address = urljoin(quote(here, errors="surrogateescape"), self.canonical(file))
        return address.removesuffix("index.html") if address.endswith("/index.html") else address


def find_absolute_links(site: BuiltSite) -> Iterator[Fault]:
    """Links of pages to the site's own hosts that the archive could answer.

    A page may name its own address, such as where it was published first.
    """
    for file, text in site.pages.items():
        for address in dict.fromkeys(map(unescape, _LINK.findall(text))):
            targets = site.could_answer(address) if "//" in address else set()
            if targets and file not in targets:
                yield Fault("absolute link", file, address, f"is {min(targets)}")


def find_wrong_addresses(site: BuiltSite) -> Iterator[Fault]:
    """Addresses that are answered with another page, or with none."""
    for file, text in site.pages.items():
        yield from _check_page(site, file, text)
    for file in sorted(site.files):
        if file.endswith((".xml", ".xml.gz")):
            yield from _check_xml(site, file)
        elif file.endswith("feed.json") or re.search(r"feed/\d+\.json$", file):
            document = json.loads((site.output / file).read_text(encoding="utf-8"))
            yield from _check_all(site, "feed", file, _strings(document))
    for record in site.records:
        yield from _check_record(site, record)
    yield from _check_ledger(site)


def _check_page(site: BuiltSite, file: str, text: str) -> Iterator[Fault]:
    is_redirect = 'http-equiv="refresh"' in text
    said = [*map(unescape, (*_OWN.findall(text), *_CITED.findall(text)))]
    others: list[str] = []
    for data in map(json.loads, _DATA.findall(text)):
        articles = (node for node in data.get("@graph", [data]) if "Article" in str(node.get("@type")))
        said += (node[name] for node in articles for name in _ITSELF if name in node)
        others += _strings(data)
    for address in dict.fromkeys(said):
        path = site.home.path_of(address)
        answer = site.answer(path) if path is not None else file
        if answer is None:
            yield Fault("page", file, address, "is answered by nothing")
        elif answer != file and not is_redirect and site.canonical(answer) != site.canonical(file):
            yield Fault("page", file, address, f"is {answer}")
    yield from _check_all(site, "JSON-LD", file, others)


def _check_xml(site: BuiltSite, file: str) -> Iterator[Fault]:
    content = (site.output / file).read_bytes()
    text = (gzip.decompress(content) if file.endswith(".gz") else content).decode("utf-8", "replace")
    found = ("".join(groups) for groups in _XML_ADDRESS.findall(text))
    yield from _check_all(site, "sitemap" if "sitemap" in file else "feed", file, map(unescape, found))


def _check_all(site: BuiltSite, kind: str, file: str, addresses: Iterable[str]) -> Iterator[Fault]:
    """Addresses of pages or files: those of pages are what the pages say of themselves."""
    for address in dict.fromkeys(addresses):
        path = site.home.path_of(address) if "//" in address else None
        if path is None:
            continue
        answer = site.answer(path)
        if answer is None:
            yield Fault(kind, file, address, "is answered by nothing")
        elif site.canonical(answer) and fold_url(site.canonical(answer)) != fold_url(address):
            yield Fault(kind, file, address, f"is {answer}, the page of {site.canonical(answer)}")


def _check_record(site: BuiltSite, record: dict[str, Any]) -> Iterator[Fault]:
    answer = site.answer(quote(record["permalink"], errors="surrogateescape"))
    if answer is None:
        yield Fault("dump", "archive", record["permalink"], "is answered by nothing")
    yield from _check_all(site, "dump", "archive", [record["url"]] if record.get("url") else [])


def _check_ledger(site: BuiltSite) -> Iterator[Fault]:
    entries = read_ledger(site.root / LEDGER_FILE, LEDGER_FILE)
    current = {entry.article: entry.permalink for entry in entries if entry.is_current}
    for entry in entries:
        now = current.get(entry.article, entry.permalink)
        if not entry.is_current and path_fault(entry.permalink):
            # It has a query, or a name that not every disk and host takes: rules for servers lead on.
            continue
        if now != entry.permalink and case_folded_path(now) == case_folded_path(entry.permalink):
            # Not every file system can tell the two apart: rules for servers lead from the one to the other.
            continue
        answer = site.answer(quote(entry.permalink, errors="surrogateescape"))
        wanted = site.answer(quote(now, errors="surrogateescape"))
        if answer is None:
            yield Fault("ledger", LEDGER_FILE, entry.permalink, "is answered by nothing")
        elif site.address(answer) != site.address(wanted or answer):
            yield Fault("ledger", LEDGER_FILE, entry.permalink, f"is {answer}, another page")


def _strings(document: object) -> Iterator[str]:
    """Every text in a JSON document, but for where articles were elsewhere."""
    if isinstance(document, str):
        yield document
    elif isinstance(document, dict):
        yield from (text for name, value in document.items() if name != "sameAs" for text in _strings(value))
    elif isinstance(document, list):
        yield from (text for value in document for text in _strings(value))


def main() -> int:
    """Print the faults of a site."""
    parser = argparse.ArgumentParser(description="Find addresses of a built site that a plain file server breaks.")
    parser.add_argument("folder", type=Path, help="the folder with site.yaml")
    parser.add_argument("urls", nargs="*", metavar="URL", help="where the site is or was, beside site.yaml's")
    arguments = parser.parse_args()
    site = BuiltSite(arguments.folder, arguments.urls)
    faults = [*find_absolute_links(site), *find_wrong_addresses(site)]
    counts = Counter(fault.kind for fault in faults)
    for kind in counts:
        for fault in [fault for fault in faults if fault.kind == kind][:_SHOWN]:
            print(f"{fault.kind}: {fault.file}: {fault.address} {fault.fault}")
    print(f"{len(site.pages):,} pages, {len(site.records):,} records; faults: {len(faults)} {dict(counts)}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
