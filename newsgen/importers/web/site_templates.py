"""Learn the template of each site of a source from some of its pages, and read pages by it."""

from __future__ import annotations

from collections.abc import Iterator

from newsgen.errors import NewsgenError
from newsgen.importers.html.page.parse import ParsedPage, parse_tree
from newsgen.importers.html.page.read import read_parsed
from newsgen.importers.html.page.reading import PageReading
from newsgen.importers.html.page.template import find_texts
from newsgen.importers.html.template.apply import apply_template
from newsgen.importers.html.template.learn import LEAST_PAGES, SamplePage, learn_template
from newsgen.importers.html.template.site_template import SiteTemplate
from newsgen.importers.web.capture import CaptureSource
from newsgen.importers.web.page_index import PageIndex
from newsgen.importers.web.survey import open_page

# More pages of a site than these show little more of what they have in common. They are in memory at once.
_SAMPLE = 48


def learn_templates(source: CaptureSource, index: PageIndex) -> Iterator[tuple[str, SiteTemplate]]:
    """The template of each host of which the source has several pages, with the host."""
    for host in index.sample_hosts(LEAST_PAGES):
        pages = []
        for address in sorted(index.sample(host, _SAMPLE)):
            capture = source.find(address)
            if capture is None:
                continue
            try:
                page = open_page(capture)
            except NewsgenError:
                continue
            parsed = parse_tree(page.tree)
            reading = read_parsed(parsed, page.address.url)
            if reading.headline and reading.body_html:
                pages.append(SamplePage(tuple(find_texts(parsed.blocks)), reading))
        template = learn_template(pages)
        if template.places or template.recurring:
            yield host, template


def read_with_template(parsed: ParsedPage, address: str, template: SiteTemplate | None) -> PageReading:
    """What a page says and shows, by itself or by what its site's pages share."""
    if template is None:
        return read_parsed(parsed, address)
    texts = tuple(find_texts(parsed.blocks))
    return apply_template(read_parsed(parsed, address, template.for_page(texts)), texts, template)
