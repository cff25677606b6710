"""Stage: resolve links to the pages that the build itself makes, once all files are planned."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from newsgen.archive.facts import Fact, PageFileChanged
from newsgen.archive.links import DANGLING, LinkTable, ResolvedLink
from newsgen.archive.references import Place, page_identifiers, paths_from_root
from newsgen.output.register import OutputRegister
from newsgen.record.paths import INDEX, case_folded_path, href_of
from newsgen.settings.site import Site
from newsgen.text.urls import is_whole, names_page, significant_query, site_urls, split_address

# The links to which the rules of a server lead, by the files that would be the pages of redirects.
MovedFiles = Mapping[str, str]
_NONE_MOVED: MovedFiles = {}


def page_facts(register: OutputRegister, moved: MovedFiles = _NONE_MOVED) -> list[Fact]:
    """The facts about files of the output that come with this build, or go; of those that moved, any may have."""
    files = dict.fromkeys((*register.new_files(), *register.stale_files(), *moved))
    return [PageFileChanged(file, page_identifiers(file)) for file in files]


def resolve_page_links(links: LinkTable, register: OutputRegister, site: Site, moved: MovedFiles = _NONE_MOVED) -> None:
    """Resolve the links that are open still: to files of the output, to the original host, or to nothing."""
    for link in links.open_links():
        place = Place(link.path, link.permalink, site.urls)
        found = (find_page(path, register, moved) for path in paths_from_root(link.address, place))
        href = next(filter(None, found), "")
        links.resolve(link.article, link.address, ResolvedLink(href) if href else address_elsewhere(link.address, site))


def find_page(address: str, register: OutputRegister, moved: MovedFiles = _NONE_MOVED) -> str:
    """The link from the site's root to the file of the output that a path from the root means; "" for none.

    Of a redirect without a page it is the link to where that leads.
    """
    path, query, fragment = split_address(address)
    named = posixpath.normpath(unquote(path, errors="surrogateescape")).lstrip("/")
    if not named and names_page(query):
        # The front page answers "/?p=17" too, and is not what was meant.
        return ""
    for name in _file_names(named, path.endswith("/")):
        file = register.planned_file_at(case_folded_path(name))
        if file:
            query = f"?{query}" if significant_query(query) else ""
            return href_of(file) + query + (f"#{fragment}" if fragment else "")
        if target := moved.get(case_folded_path(name)):
            return target if "#" in target or not fragment else f"{target}#{fragment}"
    return ""


def address_elsewhere(address: str, site: Site) -> ResolvedLink:
    """Where an address leads that the archive does not have: to the original host, or nowhere."""
    target = ""
    if is_whole(address):
        target = f"https:{address}" if address.startswith("//") else address
    elif site.original_url and address.startswith("/"):
        original = site_urls(site.original_url)
        folder = original.bases[0][1]
        is_below = bool(original.shorter_paths(address))
        target = (site.original_url.removesuffix(folder) if is_below else site.original_url) + address
    leads_nowhere = not target or site_urls(site.url).path_of(target) is not None
    return ResolvedLink("", fault=DANGLING) if leads_nowhere else ResolvedLink(target)


def _file_names(path: str, is_folder: bool) -> Iterator[str]:
    """The files that may be meant by a path, the one first that a plain file server answers with."""
    if not path:
        yield INDEX
        return
    names = (path, f"{path}/{INDEX}", f"{path}.html")
    yield from (names[1], names[2], names[0]) if is_folder else names
