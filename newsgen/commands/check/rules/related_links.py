"""Related headlines that the archive does not have: readers see them and cannot follow them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgen.archive.archive import Archive
from newsgen.archive.references import Place, find_related
from newsgen.commands.check.facts import ArticleFacts
from newsgen.errors import Problem


def find_missing_related(articles: Sequence[ArticleFacts], archive: Archive) -> Iterator[Problem]:
    """Related headlines and files that are no article of the archive; addresses are found by the rule `links`."""
    for article in articles:
        for link, (path, line) in article.related:
            if not link.url and not find_related(link, Place(article.path), archive.find_by_identifier):
                yield Problem(
                    path,
                    line,
                    f'the related article "{link.headline}" is not in the archive',
                    "Readers see it and cannot follow it.",
                    "Correct it, put the article in, or take the line out.",
                )
