"""Old addresses that lead on: those of site.yaml as pages, and all of them as rules for the servers that it names.

The page of an article's own older permalink is the article's. A page leads readers on wherever it is opened, from a
stick too; a rule tells programs as well that the move is for ever.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from newsgen.archive.archive import Archive
from newsgen.archive.permalinks.urls import file_of, redirect_file
from newsgen.pages.page import Page, View, viewed_page
from newsgen.record.digests import digest_of
from newsgen.record.paths import href_of
from newsgen.settings.site import Site

# Writes the rule that leads from a path to an address, both as they stand in a URL.
_Write = Callable[[str, str], str]


def _write_netlify(old: str, new: str) -> str:
    """Netlify serves a page that is there before it looks at its rules, unless the rule has the mark "!"."""
    return f"{old} {new} 301!"


def _write_cloudflare(old: str, new: str) -> str:
    """Cloudflare follows its rules first, and knows no mark."""
    return f"{old} {new} 301"


def _write_apache(old: str, new: str) -> str:
    """Apache's `Redirect` would take all addresses that begin so; this takes the one. It compares what is decoded."""
    pattern = re.escape(unquote(old)).replace('"', '\\"')
    return f'RedirectMatch 301 "^{pattern}$" "{_without_variables(new)}"'


def _write_nginx(old: str, new: str) -> str:
    """A location that is compared as a whole and decoded; to be included in the site's `server`."""
    path = re.sub(r'(["\\])', r"\\\1", unquote(old))
    return f'location = "{path}" {{ return 301 "{_without_variables(new)}"; }}'


# The file of each server's rules, and what writes one.
_SERVERS: Mapping[str, tuple[str, _Write]] = {
    "netlify": ("_redirects", _write_netlify),
    "cloudflare": ("_redirects", _write_cloudflare),
    "apache": (".htaccess", _write_apache),
    "nginx": ("redirects.nginx.conf", _write_nginx),
}


def plan_redirects(archive: Archive, site: Site) -> Iterator[Page]:
    """A page for each redirect of site.yaml, and the files of rules that it asks for."""
    for old, new in site.redirects.items():
        href = new if _is_whole(new) else _href_of(new)
        view = {"href": href, "canonical": new if _is_whole(new) else f"{site.url}{_escaped(new)}", "name": new}
        yield viewed_page(redirect_file(old), "redirect.html", "redirects:", partial(dict, view))
    for server in site.redirect_rules:
        file, write = _SERVERS[server]
        yield Page(
            file,
            "rules.txt",
            "redirects:",
            lambda: digest_of(tuple(_moves(archive, site))),
            partial(_rules_view, archive, site, write),
        )


def _rules_view(archive: Archive, site: Site, write: _Write) -> View:
    below = urlsplit(site.url).path
    return {
        "rules": [
            write(f"{below}{_escaped(old)}", new if _is_whole(new) else f"{below}{_escaped(new)}")
            for old, new in _moves(archive, site)
        ]
    }


def _moves(archive: Archive, site: Site) -> Iterator[tuple[str, str]]:
    yield from archive.moves()
    yield from sorted(site.redirects.items())


def _is_whole(address: str) -> bool:
    return not address.startswith("/")


def _file_of(address: str) -> str:
    """The file that answers an address inside the site, whatever place in it is meant."""
    path = address.partition("#")[0]
    return path.lstrip("/") if PurePosixPath(path).suffix else file_of(path)


def _href_of(address: str) -> str:
    return href_of(_file_of(address)) + "".join(address.partition("#")[1:])


def _escaped(permalink: str) -> str:
    path, sign, place = permalink.partition("#")
    return href_of(path) + sign + place


def _without_variables(address: str) -> str:
    """An address in which a server finds no name of a variable."""
    return address.replace("$", "%24")
