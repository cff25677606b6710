"""Checks of the whole site before anything is written: images, the names in `feeds:`, and redirects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsgen.archive.archive import Archive
from newsgen.archive.broken_links import missing_images, unreadable_images
from newsgen.archive.memberships import normalised_name
from newsgen.archive.targets import NAMED_GROUPS
from newsgen.build.state import State
from newsgen.errors import Finding, NewsgenError, Problem, did_you_mean
from newsgen.output.register import OutputRegister
from newsgen.output.site_size import measure_redirects
from newsgen.pages.moved_files import find_moved_files
from newsgen.pages.redirects import is_absolute, redirect_rules, target_file
from newsgen.record.paths import case_folded_path
from newsgen.settings import REDIRECTS_FILE, SITE_FILE
from newsgen.settings.groups import own_kinds
from newsgen.settings.host_limits import read_host_limits
from newsgen.settings.site import Site

# The hosts that read the rules of a server, the one first that these are named after.
_READERS = {"cloudflare": ("cloudflare-pages",), "netlify": ("netlify", "gitlab-pages")}


def check_feed_names(archive: Archive, site: Site) -> None:
    """Raise NewsgenError with every name of a group in `feeds:` that no article has.

    A slip would leave out a feed that was asked for, unnoticed. A section that site.yaml lists may be empty still.
    """
    kinds = (*NAMED_GROUPS, *own_kinds(site.groups))
    problems = [_unknown_name(kind, name, archive) for kind in kinds for name in _without_articles(kind, archive, site)]
    problems += [_unknown_group(kind, kinds) for kind in site.feeds.groups if kind not in kinds]
    if problems:
        raise NewsgenError(problems)


def check_images(state: State, site: Site) -> None:
    """Raise NewsgenError with every image that is missing or unreadable, where site.yaml makes that an error."""
    if site.missing_images == "error":
        problems = [*missing_images(state.links, site.articles), *unreadable_images(state.images, site.articles)]
        if problems:
            raise NewsgenError(problems)


def check_redirects(register: OutputRegister, archive: Archive, site: Site) -> list[Finding]:
    """The findings of `find_lost_redirects`; raises NewsgenError with those of site.yaml, which are slips of its owner.

    Programs write redirects.tsv, and what it leads to may be a draft by now: no address is lost that anything answered.
    """
    findings = list(find_lost_redirects(register, archive, site))
    problems = [found.problem for found in findings if found.problem.path == SITE_FILE]
    if problems:
        raise NewsgenError(problems)
    return findings


def find_lost_redirects(register: OutputRegister, archive: Archive, site: Site) -> Iterator[Finding]:
    """A finding for every redirect to a page that the site does not have."""
    moved = find_moved_files(archive, site) if site.redirects else {}
    for old, new in site.redirects.items():
        if is_absolute(new):
            continue
        file = case_folded_path(target_file(new, archive))
        if file in moved or register.planned_file_at(file):
            continue
        line = site.redirect_lines.get(old, 0)
        if line:
            yield Finding("redirects", _lost_target(REDIRECTS_FILE, line, old, new))
        else:
            yield Finding("site-settings", _lost_target(SITE_FILE, 0, old, new))


def check_rules_alone(archive: Archive, site: Site) -> None:
    """Raise NewsgenError where a host would drop some of the rules that alone answer old addresses.

    Of two hosts that read the same rules, the one that site.yaml names counts.
    """
    if site.redirect_pages:
        return
    for server in set(site.redirect_rules) & _READERS.keys():
        host = read_host_limits(site.host if site.host in _READERS[server] else _READERS[server][0])
        for what, measure in measure_redirects(redirect_rules(archive, site, server)).items():
            limit = host.limits.get(what)
            if limit and measure.value > limit.most:
                raise NewsgenError([_dropped_rules(measure.text, limit.most, host.name)])


def _dropped_rules(found: str, most: int, host: str) -> Problem:
    message = f"redirect_pages: false leaves old addresses to rules, with {found}, and {host} takes {most:,}"
    reason = "Rules beyond that have no effect, and readers would find nothing at the addresses."
    return Problem(SITE_FILE, 0, message, reason, 'Write "redirect_pages: true".')


def _lost_target(file: str, line: int, old: str, new: str) -> Problem:
    return Problem(
        file,
        line,
        f"redirects lead from {old} to {new}, which the archive does not have",
        "Readers would be led from one missing page to another.",
        "Write an address that the archive has, such as /sections/news.html, or a whole one with https://.",
    )


def _without_articles(kind: str, archive: Archive, site: Site) -> Iterator[str]:
    names = site.feeds.names_of(kind)
    expected = {normalised_name(name) for name in site.sections} if kind == "sections" else ()
    for name in () if isinstance(names, str) else names:
        if archive.group(kind, normalised_name(name)) is None and normalised_name(name) not in expected:
            yield name


def _unknown_group(kind: str, known: Iterable[str]) -> Problem:
    return Problem(
        SITE_FILE,
        0,
        f'feeds.groups names "{kind}", which is no group.{did_you_mean(kind, known)}',
        "Its feeds were asked for, and would not be there.",
        "Correct it, or name it in groups: as well.",
    )


def _unknown_name(kind: str, name: str, archive: Archive) -> Problem:
    known = (group.name for group in archive.groups(kind))
    return Problem(
        SITE_FILE,
        0,
        f'feeds.{kind} names "{name}", which no article has.{did_you_mean(name, known)}',
        "Its feed was asked for, and would not be there.",
        f"Correct the name, or take it out of feeds.{kind}.",
    )
