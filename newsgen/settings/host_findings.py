"""Tell of redirects that no file can answer, and of static files that the site's host leaves out."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from newsgen.errors import Finding, Problem
from newsgen.record.names import name_fault, path_fault, split_path
from newsgen.settings import SITE_FILE
from newsgen.settings.site import Site
from newsgen.text.urls import split_url

# What tells GitHub Pages a site's own domain, and to publish all files.
_DOMAIN, _PUBLISH_ALL = "CNAME", ".nojekyll"
# Read by other hosts; GitHub Pages has no use for them.
_FOR_OTHER_HOSTS = (".htaccess", "_headers", "_redirects")

_OR_SCRIPT, _ASK_FOR_SCRIPT = ", or a script,", ', for the script with "query_script:"'


def find_host_findings(site: Site, static: Collection[str]) -> Iterator[Finding]:
    """The findings about the redirects of site.yaml and the static files, by their paths in the output."""
    for old in site.redirects:
        path, query = split_path(old)
        fault = "no file answers a query" if query else path_fault(path)
        rules = set(site.redirect_rules) - ({"cloudflare"} if query else set())
        if fault and not rules and not (query and site.query_script):
            message = f"the redirect {old} has no page: {fault}"
            reason = f"Only the rules of a server{_OR_SCRIPT if query else ''} can lead from it to another address."
            fix = f'Ask for them with "redirect_rules:"{_ASK_FOR_SCRIPT if query else ""}, or take the redirect out.'
            yield Finding("unfit-names", Problem(SITE_FILE, 0, message, reason, fix))
    host = split_url(site.url).hostname or ""
    if (_DOMAIN in static or host.endswith(".github.io")) and _PUBLISH_ALL not in static:
        files = sorted(
            file for file in static if file not in _FOR_OTHER_HOSTS and any(map(name_fault, file.split("/")))
        )
        if files:
            others = f" and {len(files) - 1} more" if len(files) > 1 else ""
            message = f"GitHub Pages leaves out static/{files[0]}{others}"
            fix = f"Put an empty file {_PUBLISH_ALL} into static/."
            yield Finding("unfit-names", Problem(f"static/{files[0]}", 0, message, "Pages would lack them.", fix))
