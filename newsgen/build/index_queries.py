"""What the rules of `build.outdated` ask, answered by the archive and the register."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsgen.archive.archive import Archive
from newsgen.archive.facts import Placement
from newsgen.archive.memberships import memberships, periods_of
from newsgen.archive.sort_keys import is_dated
from newsgen.archive.targets import NAMED_GROUPS, PAPER_PERIODS, SITE_TARGETS, Target, article_target
from newsgen.output.register import OutputRegister
from newsgen.pages.feeds.blocks import blocks_from, feed_blocks
from newsgen.settings.site import Site


@dataclass(frozen=True)
class IndexQueries:
    """The index and the register as `build.outdated.Index` sees them."""

    archive: Archive
    register: OutputRegister
    site: Site

    def referrers(self, identifiers: Iterable[int]) -> Iterator[str]:
        """The articles whose texts may mean others by these identifiers."""
        return self.archive.referrers(identifiers)

    def adjacent_articles(self, placement: Placement) -> Iterator[str]:
        """The articles just before and after a place in the order, in its section and on its day."""
        return self.archive.adjacent_articles(placement)

    def members(self, group: Target) -> list[str]:
        """The articles of a group."""
        return self.archive.group_members(group.kind, group.key)

    def periods_of_paper(self, paper: str) -> Iterator[Target]:
        """The years and months of a newspaper, by its key."""
        for kind in PAPER_PERIODS:
            for group in self.archive.groups_within(kind, periods_of(paper)):
                yield Target(kind, group.key)

    def listings(self, path: str) -> list[Target]:
        """The groups of an article; one that is not listed is in none."""
        article = self.archive.find_article(path)
        if not article or article.sort_key is None:
            return []
        return [member.group for member in memberships(article.card, self.site)]

    def articles_with_media(self, media: str) -> list[str]:
        """The articles that show a file or link to it."""
        return self.archive.articles_with_media(media)

    def articles_with_card_image(self, media: str) -> list[str]:
        """The articles whose cards show an image."""
        return self.archive.articles_with_card_image(media)

    def targets_of_template(self, template: str) -> set[Target]:
        """The targets with a page that was rendered with a template."""
        return self.register.targets_of_template(template)

    def feed_blocks(self, sort_keys: Sequence[str]) -> Iterator[Target]:
        """The blocks of the feed that may change where cards came, changed or went at these places."""
        dated = list(filter(is_dated, sort_keys))
        if not dated:
            return iter(())
        count = self._count_dated()
        first = count - self.archive.count_from(min(dated))
        return blocks_from(first, len(dated), count, self.site.feed_size)

    def all_feeds(self) -> Iterator[Target]:
        """All blocks of the feed, and its newest document."""
        yield Target("feed")
        yield from feed_blocks(self._count_dated())

    def all_targets(self) -> Iterator[Target]:
        """Every target that the index knows."""
        yield from map(article_target, self.archive.paths())
        for kind in self.archive.group_kinds():
            if kind != "undated":
                yield from (Target(kind, group.key) for group in self.archive.groups(kind))
        yield from feed_blocks(self._count_dated())
        yield from (Target("index", kind) for kind in self.archive.named_kinds() if kind not in NAMED_GROUPS)
        yield from SITE_TARGETS

    def _count_dated(self) -> int:
        return sum(year.articles for year in self.archive.groups("years"))
