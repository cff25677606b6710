"""Which URLs of an old site the archive answers, and which articles the others probably meant."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from newsgen.archive.archive import Archive
from newsgen.archive.database import open_last_build
from newsgen.archive.references import url_identifier
from newsgen.commands.urls.old_urls import read_old_urls
from newsgen.commands.urls.old_urls.old_url import OldUrl
from newsgen.commands.urls.resolver import UrlResolver
from newsgen.commands.urls.similar_slugs import SlugMatcher
from newsgen.record.article import Card
from newsgen.settings.site import load_site


class Suggestion(NamedTuple):
    """An article that an old URL probably meant, and what says so."""

    card: Card
    reason: str


class Unanswered(NamedTuple):
    """An old URL that no file answers, and the article that it probably meant."""

    old: OldUrl
    suggestion: Suggestion | None


class UrlCheck(NamedTuple):
    """How many old URLs are answered, those that are not, and those of other sites."""

    answered: int
    unanswered: tuple[Unanswered, ...]
    elsewhere: tuple[OldUrl, ...]


def check_urls(root: Path, file: Path) -> UrlCheck:
    """Compare the URLs of a file with the site as it was built last.

    Raises BuildFailed where the file cannot be read, or where no site was built.
    """
    site = load_site(root)
    old_urls = read_old_urls(file)
    with open_last_build(root, "Which URLs the archive has is known once it is built.") as state:
        answers = UrlResolver(state, (site.url, site.original_url))
        elsewhere = tuple(old for old in old_urls if answers.place_of(old.url) is None)
        there = set(elsewhere)
        lost = [old for old in old_urls if old not in there and answers.answer_of(old.url) is None]
        unanswered = tuple(_with_suggestions(lost, answers, site.original_url, state)) if lost else ()
    return UrlCheck(len(old_urls) - len(elsewhere) - len(unanswered), unanswered, elsewhere)


def _with_suggestions(
    lost: list[OldUrl], answers: UrlResolver, original: str, state: sqlite3.Connection
) -> Iterator[Unanswered]:
    archive = Archive(state)
    rows = state.execute("SELECT permalink, path FROM articles ORDER BY position, permalink").fetchall()
    paths = dict(rows)
    near = SlugMatcher(paths)
    for old in lost:
        place = answers.place_of(old.url)
        path = place.path if place else ""
        whole = f"{original}{path}" if old.url.startswith("/") else old.url
        # Names of URLs know no queries, and "/?p=17" is not "/?p=18".
        card = archive.find(url_identifier(whole)) if place and not place.query and "//" in whole else None
        if card:
            yield Unanswered(old, Suggestion(card, "its original_url is this URL"))
            continue
        card = next(
            filter(None, (archive.find(url_identifier(name)) for name in (path, f"{path.rstrip('/')}.html"))), None
        )
        if card and path.strip("/"):
            yield Unanswered(old, Suggestion(card, "its address differs in case or ending only"))
            continue
        permalink = near.find(path)
        card = archive.find_card(paths[permalink]) if permalink else None
        yield Unanswered(old, Suggestion(card, "its address has a similar name") if card else None)
