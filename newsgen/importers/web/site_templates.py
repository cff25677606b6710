"""Learn the template of each site of a source from some of its pages, and read pages by it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from newsgen.errors import NewsgenError
from newsgen.importers.html.page.parse import ParsedPage, parse_tree
from newsgen.importers.html.page.read import read_parsed
from newsgen.importers.html.page.reading import PageReading
from newsgen.importers.html.page.template import find_texts
from newsgen.importers.html.template.apply import apply_template
from newsgen.importers.html.template.learn import LEAST_PAGES, SamplePage, learn_template
from newsgen.importers.html.template.site_template import SiteTemplate
from newsgen.importers.processes import map_in_processes
from newsgen.importers.web.capture import Capture, CaptureSource
from newsgen.importers.web.page_index import PageIndex
from newsgen.importers.web.page_survey import open_page

# More pages of a site than these show little more of what they have in common. They are in memory at once.
_SAMPLE = 48


class _Sample(NamedTuple):
    """A page that a template may be learnt from, by its host; its capture opens bytes in memory."""

    host: str
    capture: Capture


def learn_templates(source: CaptureSource, index: PageIndex) -> Iterator[tuple[str, SiteTemplate]]:
    """The template of each host of which the source has several pages, with the host."""
    read = map_in_processes(_read_sample, _samples(source, index), _size_of)
    for host, found in groupby(read, itemgetter(0)):
        template = learn_template([page for _, page in found if page])
        if template.places or template.recurring:
            yield host, template


def _samples(source: CaptureSource, index: PageIndex) -> Iterator[_Sample]:
    for host in index.sample_hosts(LEAST_PAGES):
        for address in sorted(index.sample(host, _SAMPLE)):
            capture = source.find(address)
            if capture is None:
                continue
            try:
                yield _Sample(host, capture.in_memory())
            except NewsgenError:
                continue


def _size_of(sample: _Sample) -> int:
    return sample.capture.size


def _read_sample(sample: _Sample) -> tuple[str, SamplePage | None]:
    """What is read of a page alone, with its host; None for one in which no article is found."""
    page = open_page(sample.capture)
    parsed = parse_tree(page.tree)
    reading = read_parsed(parsed, page.address.url)
    is_article = bool(reading.headline and reading.body_html)
    return sample.host, SamplePage(tuple(find_texts(parsed.blocks)), reading) if is_article else None


def read_with_template(parsed: ParsedPage, address: str, template: SiteTemplate | None) -> PageReading:
    """What a page says and shows, by itself or by what its site's pages share."""
    if template is None:
        return read_parsed(parsed, address)
    texts = tuple(find_texts(parsed.blocks))
    return apply_template(read_parsed(parsed, address, template.for_page(texts)), texts, template)
