"""Everything that an editor should know of a site: what was found in its sources, its images and its links."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from itertools import chain

from newsgen.archive.broken_links import dangling_links, missing_images, unreadable_images
from newsgen.archive.permalinks import LEDGER_FILE
from newsgen.archive.targets import kind_of
from newsgen.archive.translations.problems import translation_problems
from newsgen.build.state import State
from newsgen.errors import Finding, NewsgenError, Problem
from newsgen.record.paths import case_folded_path
from newsgen.sources.attachments import MEDIA_FOLDER
from newsgen.sources.unread_files import has_unread, without_published

# The patterns of the files that each rule skips, as in site.yaml's `check:`.
Skipped = Mapping[str, Sequence[str]]


def find_site_findings(state: State, articles: str, skipped: Skipped) -> list[Finding]:
    """The findings of a site; `articles` is the articles folder, as messages name it."""
    images = chain(missing_images(state.links, articles), unreadable_images(state.images, articles))
    in_sources = state.findings.all()
    found = chain(
        _without_linked(in_sources, state, articles) if has_unread(in_sources) else in_sources,
        (Finding("missing-images", problem) for problem in images),
        (Finding("links", problem) for problem in dangling_links(state.links, articles)),
        (Finding("taken-addresses", problem) for problem in state.unmet.problems(articles)),
        (Finding("translations", problem) for problem in translation_problems(state.translations, articles)),
        find_lost_listings(state),
    )
    return list(without_skipped(found, articles, skipped) if skipped else found)


def _without_linked(findings: Sequence[Finding], state: State, articles: str) -> Iterator[Finding]:
    """The findings without the unread files that articles link to."""
    folder = f"{MEDIA_FOLDER}/"
    media = state.links.published_media()
    published = {f"{articles}/{file.removeprefix(folder)}" for file in media if file.startswith(folder)}
    return without_published(findings, published)


def find_lost_listings(state: State) -> Iterator[Finding]:
    """The published addresses of listings that nothing answers any more."""
    moved = frozenset((state.memo.moved_listings or "").split("\n"))
    for lost in state.listings.lost():
        file = case_folded_path(lost.permalink[1:])
        if file not in moved and not state.register.planned_file_at(file):
            label = kind_of(lost.kind).label.format(key=lost.key)
            yield Finding("lost-listings", _lost_listing(lost.permalink, label))


def note_moved_listings(state: State, moved: Collection[str]) -> None:
    """Record which files of lost listings are answered by the rules of a server, and by no page."""
    files = (case_folded_path(lost.permalink[1:]) for lost in state.listings.lost()) if moved else ()
    state.memo.moved_listings = "\n".join(file for file in files if file in moved) or None


def _lost_listing(permalink: str, label: str) -> Problem:
    return Problem(
        LEDGER_FILE,
        0,
        f"no article is in the {label} any more, whose address was {permalink}",
        "Whoever has the address would find nothing.",
        f'Lead on with "redirects: {{{permalink}: …}}" in site.yaml; or, where it was renamed, give its line in '
        "permalinks.tsv the new name; or leave it so.",
    )


def refuse_findings(findings: Iterable[Finding]) -> None:
    """Raise NewsgenError with all findings, if there are any."""
    problems = [found.problem for found in findings]
    if problems:
        raise NewsgenError(problems)


def without_skipped(findings: Iterable[Finding], articles: str, skipped: Skipped) -> Iterator[Finding]:
    """The findings in files that their rules do not skip; `articles` is the articles folder, as messages name it."""
    for found in findings:
        path = found.problem.path.removeprefix(f"{articles}/")
        if not any(fnmatchcase(path, pattern) for pattern in skipped.get(found.rule, ())):
            yield found
