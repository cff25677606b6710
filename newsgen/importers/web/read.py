"""Read captures of web pages as articles: find the pages, read each, join what is one article, and convert it."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from functools import partial
from urllib.parse import unquote

from newsgen.errors import NewsgenError
from newsgen.importers.conversion.source_site import source_site
from newsgen.importers.imported import Imported, ImportedArticle, ImportedRedirect, SourceSite
from newsgen.importers.processes import map_in_processes
from newsgen.importers.temporary_index import TemporaryIndex
from newsgen.importers.web.article import Site, read_article
from newsgen.importers.web.body import find_link
from newsgen.importers.web.capture import Capture, CaptureSource
from newsgen.importers.web.files import count_unused
from newsgen.importers.web.grouping import group_pages
from newsgen.importers.web.lost_pages import LostPages
from newsgen.importers.web.page_index import PageIndex
from newsgen.importers.web.page_reading import PageToRead, Sites, read_alone
from newsgen.importers.web.site_addresses import claim_addresses, claim_key, path_of
from newsgen.importers.web.site_templates import learn_templates
from newsgen.importers.web.survey import is_page, survey
from newsgen.importers.web.text_summary import near_keys, text_keys
from newsgen.record.import_entry import Entry
from newsgen.sources.address_values import is_alias
from newsgen.text.urls import names_page, split_address

# A text of fewer words that answers at so many addresses is what a server says when a page is not there.
_FEW_WORDS, _SEVERAL = 120, 3
# Where so many pages of a site say that they are articles, one of so few words that does not is none.
_ENOUGH, _HARDLY_ANY = 5, 60
_UNDECLARED = "it has few words and does not say that it is an article, as others of its site do"
# Pages that do not say where they stood are those of the site that has this share of the others.
_NEARLY_ALL = 0.8


def read_web(source: CaptureSource, today: datetime.date) -> Iterator[Imported]:
    """The articles in the captures of a source, with an entry for each page and file that is none."""
    schemes: Counter[tuple[str, str]] = Counter()
    with PageIndex() as index, TemporaryIndex() as claimed:
        yield from survey(source, index, schemes)
        lost = LostPages(index)
        count, site = _read_pages(source, index, lost)
        yield from lost.problems
        index.leave_out_repeated(
            _FEW_WORDS, _SEVERAL, ("error page", "the same few words answer at other addresses too")
        )
        index.leave_out_undeclared(_HARDLY_ANY, _ENOUGH, ("other page", _UNDECLARED))
        group_pages(index, count)
        claim_addresses(index, schemes, claimed)
        context = Site(source, index, claimed, today)
        for lead in index.leads():
            for item in read_article(lead, context):
                if isinstance(item, ImportedArticle):
                    site.add_article(item)
                yield item
        yield from _left_out(index, claimed)
        yield from count_unused(source, index.is_used)
        yield site.settings()


class _SiteFacts:
    """What most articles say of their site."""

    def __init__(self) -> None:
        self.titles: Counter[str] = Counter()
        self._urls: Counter[str] = Counter()
        self._languages: Counter[str] = Counter()
        self._has_queries = False

    def add_article(self, imported: ImportedArticle) -> None:
        article = imported.article
        scheme, _, rest = article.original_url.partition("://")
        if rest:
            self._urls[f"{scheme}://{rest.partition('/')[0]}"] += 1
        self._languages[article.language] += 1
        self._has_queries |= any(names_page(split_address(alias)[1]) for alias in article.aliases)

    def settings(self) -> SourceSite:
        def most(counts: Counter[str]) -> str:
            return max(sorted(counts), key=lambda name: counts[name], default="")

        title, url = most(self.titles), most(self._urls)
        # Pages of many papers are an archive of none of them, which its owner names.
        is_one_paper = self._urls[url] * 2 > self._urls.total()
        title = title if self.titles[title] * 2 > self.titles.total() and (is_one_paper or not url) else ""
        found = source_site({"title": title, "url": url if is_one_paper else "", "language": most(self._languages)})
        return SourceSite(found.title, "", found.url, found.language, "", self._has_queries)


def _read_pages(source: CaptureSource, index: PageIndex, lost: LostPages) -> tuple[int, _SiteFacts]:
    """Read each page that may be an article; the number of all pages, and what they say of their site."""
    site, count = _SiteFacts(), Counter[str]()
    main_host = index.join_unknown_hosts(_NEARLY_ALL)
    sites = Sites(dict(learn_templates(source, index)), main_host)
    wanted = _pages_to_read(source, index, count, lost)
    for page in map_in_processes(partial(read_alone, sites=sites), wanted, _size_of):
        site.titles[page.site_name] += bool(page.site_name)
        if page.why:
            index.leave_out(page.number, *page.why)
            continue
        index.add_reading(page)
        index.add_keys(page.number, text_keys(page.host, page.summary))
        index.add_near_keys(page.number, near_keys(page.host, page.summary))
    return count.total(), site


def _pages_to_read(
    source: CaptureSource, index: PageIndex, count: Counter[str], lost: LostPages
) -> Iterator[PageToRead]:
    """The pages that may be articles, with their bytes; `count` counts all pages."""
    for capture in source.captures():
        if not isinstance(capture, Capture) or not is_page(capture):
            continue
        number = lost.pass_to(capture.address, count["page"] + 1)
        if not number:
            continue
        count["page"] = number
        row = index.page(number)
        if row.reason:
            continue
        try:
            held = capture.in_memory()
        except NewsgenError:
            lost.add(number)
            continue
        yield PageToRead(row.number, held, row.canonical or row.url or row.address)
    count["page"] = lost.pass_to_end(count["page"] + 1)


def _size_of(page: PageToRead) -> int:
    return page.capture.size


def _left_out(index: PageIndex, claimed: TemporaryIndex) -> Iterator[Imported]:
    """An entry for each page that is no article, and a redirect for one that only leads on to an article."""
    for row in index.pages():
        if row.reason:
            target = find_link(row.target, index) if row.target else ""
            reason = f"{row.reason} to an article" if target else row.reason
            yield Entry("page", row.name, "left out", reason, row.label)
            old = path_of(row.url) if target and row.url else ""
            if is_alias(old) and claimed.add(f"claim:{claim_key(old)}", ""):
                yield ImportedRedirect(old, unquote(target))
