"""Redirects: those of site.yaml as pages, and all of the site as rules for the servers that site.yaml names.

The redirect page of an article's former permalink belongs to the article. A page redirects readers wherever it is
opened, also from a USB stick; a rule tells programs, too, that the move is permanent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from newsgen.archive.archive import Archive
from newsgen.archive.permalinks.urls import is_bare, is_own_folder, redirect_file
from newsgen.archive.references import url_identifier
from newsgen.archive.targets import Target
from newsgen.pages.page import Page, View, viewed_page, without_texts
from newsgen.record.digests import digest_of
from newsgen.record.names import path_fault, split_path
from newsgen.record.paths import href_of
from newsgen.settings.site import Site

# Writes a rule from a path to an address, both escaped as in a URL.
_Write = Callable[[str, str], str]


def _write_netlify(old: str, new: str) -> str:
    """Netlify serves an existing page before it applies a rule, unless the rule ends with "!"."""
    return f"{old} {new} 301!"


def _write_cloudflare(old: str, new: str) -> str:
    """Cloudflare applies its rules first, and has no "!"."""
    return f"{old} {new} 301"


def _write_apache(old: str, new: str) -> str:
    """Apache's `Redirect` would match all addresses that begin so; this matches one. Apache compares decoded paths."""
    pattern = re.escape(unquote(old)).replace('"', '\\"')
    return f'RedirectMatch 301 "^{pattern}$" "{_without_variables(new)}"'


def _write_nginx(old: str, new: str) -> str:
    """A location matched exactly, against the decoded path; the file is for an `include` in the site's `server`."""
    path = re.sub(r'(["\\])', r"\\\1", unquote(old))
    return f'location = "{path}" {{ return 301 "{_without_variables(new)}"; }}'


# The file of rules for each server, and the function that writes one.
_SERVERS: Mapping[str, tuple[str, _Write]] = {
    "netlify": ("_redirects", _write_netlify),
    "cloudflare": ("_redirects", _write_cloudflare),
    "apache": (".htaccess", _write_apache),
    "nginx": ("redirects.nginx.conf", _write_nginx),
}


def plan_redirects(archive: Archive, site: Site) -> Iterator[Page]:
    """A page for each redirect of site.yaml, and the files of rules that it asks for."""
    for old, new in site.redirects.items():
        href = new if is_absolute(new) else _href_of(new, archive)
        view = {"href": href, "canonical": new if is_absolute(new) else f"{site.url}{_escaped(new)}", "name": new}
        file = redirect_file(old)
        # The rules of a server answer what not every disk and host takes as the name of a file.
        if not path_fault(file):
            yield viewed_page(file, "redirect.html", Target("redirects"), partial(dict, view))
    for server in site.redirect_rules:
        file, write = _SERVERS[server]
        yield Page(
            file,
            "rules.txt",
            Target("redirects"),
            lambda: digest_of(tuple(_moves(archive, site))),
            without_texts(partial(_rules_view, archive, site, write)),
        )


def _rules_view(archive: Archive, site: Site, write: _Write) -> View:
    base = urlsplit(site.url).path
    return {
        "rules": [
            write(f"{base}{_escaped(old)}", new if is_absolute(new) else f"{base}{_escaped(new)}")
            for old, new in _moves(archive, site)
        ]
    }


def _moves(archive: Archive, site: Site) -> Iterator[tuple[str, str]]:
    yield from archive.moves()
    yield from sorted(site.redirects.items())


def is_absolute(address: str) -> bool:
    """Whether a redirect leads to another site."""
    return not address.startswith("/")


def target_file(address: str, archive: Archive) -> str:
    """The file of an address inside the site, without regard to its query and fragment."""
    path, _ = split_path(address)
    card = archive.find_by_identifier(url_identifier(path))
    if card and card.permalink.rstrip("/") == path.rstrip("/"):
        return card.file
    if PurePosixPath(path).suffix and not path.endswith("/"):
        return path.lstrip("/")
    # Sections, tags and authors have pages of their names; years and indexes have folders.
    return f"{path.lstrip('/')}.html" if is_bare(path) and not is_own_folder(path) else redirect_file(path)


def _href_of(address: str, archive: Archive) -> str:
    return href_of(target_file(address, archive)) + split_path(address)[1]


def _escaped(permalink: str) -> str:
    path, rest = split_path(permalink)
    return href_of(path) + rest


def _without_variables(address: str) -> str:
    """An address in which a server finds no variables."""
    return address.replace("$", "%24")
