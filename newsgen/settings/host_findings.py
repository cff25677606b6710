"""Tell of redirects that no file can answer, and of static files that the site's host leaves out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from urllib.parse import urlsplit

from newsgen.errors import Finding, Problem
from newsgen.record.names import name_fault, path_fault
from newsgen.settings import SITE_FILE
from newsgen.settings.site import Site

# What tells GitHub Pages a site's own domain, and to publish all files.
_DOMAIN, _PUBLISH_ALL = "CNAME", ".nojekyll"
# Read by other hosts; GitHub Pages has no use for them.
_FOR_OTHER_HOSTS = (".htaccess", "_headers", "_redirects")


def find_host_findings(site: Site, static: Collection[str]) -> Iterator[Finding]:
    """The findings about the redirects of site.yaml and the static files, by their paths in the output."""
    for old in site.redirects:
        fault = path_fault(old)
        if fault and not site.redirect_rules:
            message = f"the redirect {old} has no page: {fault}"
            reason = "Only the rules of a server can lead from it to another address."
            fix = 'Ask for them with "redirect_rules:", or take the redirect out.'
            yield Finding("unfit-names", Problem(SITE_FILE, 0, message, reason, fix))
    host = urlsplit(site.url).hostname or ""
    if (_DOMAIN in static or host.endswith(".github.io")) and _PUBLISH_ALL not in static:
        files = sorted(
            file for file in static if file not in _FOR_OTHER_HOSTS and any(map(name_fault, file.split("/")))
        )
        if files:
            others = f" and {len(files) - 1} more" if len(files) > 1 else ""
            message = f"GitHub Pages leaves out static/{files[0]}{others}"
            fix = f"Put an empty file {_PUBLISH_ALL} into static/."
            yield Finding("unfit-names", Problem(f"static/{files[0]}", 0, message, "Pages would lack them.", fix))
