"""Pages as readers get them: rendered with the default theme, then parsed."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

import lxml.etree
import lxml.html

from newsgen.archive.archive import Archive
from newsgen.pages.page import Page, Read
from newsgen.pages.site_frame import make_frame
from newsgen.render.renderer import Renderer
from newsgen.settings.site import Site
from newsgen.settings.theme import find_theme
from tests.support.paths import ROOT

NO_TEMPLATES = ROOT / "tests"
NAMES = {"atom": "http://www.w3.org/2005/Atom", "map": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def page_at(file: str, pages: Iterable[Page]) -> Page:
    """The one page that has this place in the output."""
    (page,) = [page for page in pages if page.file == file]
    return page


def no_text(path: str) -> NoReturn:
    raise AssertionError(f"the page does not show the text of {path}")


def render(page: Page, archive: Archive, site: Site, read: Read = no_text, root: Path = NO_TEMPLATES) -> bytes:
    """A page's bytes with what all pages of the site show; `root` may have templates beside the default ones."""
    frame = make_frame(site, archive)
    return Renderer(find_theme(root), frame.values, frame.navigation).render(page, read)


def read_html(page: Page, archive: Archive, site: Site, read: Read = no_text) -> Any:
    """A rendered page's document."""
    return lxml.html.document_fromstring(render(page, archive, site, read))


def read_xml(page: Page, archive: Archive, site: Site) -> Any:
    """A rendered feed's or sitemap's root element; text that is no well-formed XML fails."""
    return lxml.etree.fromstring(render(page, archive, site))


def texts(document: Any, path: str) -> list[str]:
    """The text or attributes that an XPath finds, without white space around them."""
    found = document.xpath(path, namespaces=NAMES)
    return [" ".join((part if isinstance(part, str) else "".join(part.itertext())).split()) for part in found]
