"""The whole story of a build: sources to articles, to the archive, to pages, to bytes, to files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from newsgen import __version__
from newsgen.addresses import resolve_addresses
from newsgen.archive import Archive, make_archive
from newsgen.collisions import check_collisions
from newsgen.config import Site, load_site
from newsgen.errors import BuildFailed, Problem
from newsgen.language import direction_of
from newsgen.loader import load_articles
from newsgen.markup import render_body
from newsgen.output import Content, Counts, check_foreign, delete_files, read_list, write_files
from newsgen.pages import plan_pages
from newsgen.pages.feed import has_feed
from newsgen.pages.page import Page, section_places
from newsgen.related import make_lookup
from newsgen.renderer import make_environment, render_page
from newsgen.source import find_sources
from newsgen.theme import find_theme, static_files


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did: file counts, how many articles lack a field, drafts left out, and notes for the editor."""

    counts: Counts
    articles: int
    blanks: Mapping[str, int]
    drafts: int
    missing: tuple[Problem, ...]
    dangling: tuple[Problem, ...]


def build_site(root: Path, output: Path | None = None, clean: bool = False) -> Summary:
    """Build the site of a folder; `output` overrides site.yaml's, and `clean` removes the old site first.

    Raises BuildFailed with every problem of the input, before anything is written.
    """
    site = load_site(root)
    target = output or root / site.output
    ours = read_list(target)
    loaded = load_articles(find_sources(root / site.articles, site.articles, site.ignore), root, site)
    archive = make_archive(loaded.articles, site)
    bodies = {path: render_body(article.body, site.markdown.html) for path, article in archive.articles.items()}
    lookup = make_lookup((archive.articles[card.path], card) for card in archive.cards)
    theme = find_theme(root)
    static = static_files(theme)
    addresses = resolve_addresses(archive, bodies, lookup, root / site.articles, static, site)
    if addresses.missing and site.missing_images == "error":
        raise BuildFailed(addresses.missing)
    pages = list(plan_pages(archive, bodies, lookup, addresses.targets, site))
    assets = {**static, **addresses.media}
    owners = [(f"the file {file}", file) for file in assets]
    owners += [(_owner(page, archive, site), page.file) for page in pages]
    check_collisions(owners)
    check_foreign(target, [file for _, file in owners], ours)
    environment = make_environment(theme, make_frame(site, archive))
    contents: dict[str, Content] = {**assets, **{page.file: render_page(page, environment) for page in pages}}
    deleted = delete_files(target, ours) if clean else 0
    counts = write_files(target, contents, () if clean else ours)
    return Summary(
        counts=counts._replace(deleted=deleted) if clean else counts,
        articles=len(archive.cards),
        blanks=_count_blanks(archive),
        drafts=len(loaded.drafts),
        missing=addresses.missing,
        dangling=addresses.dangling,
    )


def make_frame(site: Site, archive: Archive) -> dict[str, object]:
    """What every page of the site shows."""
    return {
        "site": site,
        "sections": section_places(archive),
        "has_feed": has_feed(archive),
        "has_undated": bool(archive.undated),
        "generator": f"newsgen {__version__}",
        "language": site.language,
        "direction": direction_of(site.language),
    }


def _owner(page: Page, archive: Archive, site: Site) -> str:
    """What a page belongs to, as messages name it: an article's source or a listing."""
    return f"{site.articles}/{page.owner}" if page.owner in archive.articles else page.owner


def _count_blanks(archive: Archive) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for card in archive.cards:
        counts.update(
            {"section": not card.section, "date": not card.published, "byline": not card.byline, "dek": not card.dek}
        )
    return dict(counts)
