"""What the rules of outdatedness may ask of the index."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from newsgen.archive.facts import Placement
from newsgen.archive.targets import Target


class Index(Protocol):
    """What the rules may ask of the index and of the register, as they are after the change."""

    def referrers(self, identifiers: Iterable[int]) -> Iterable[str]:
        """The articles whose texts may mean others by these identifiers."""
        ...

    def adjacent_articles(self, placement: Placement) -> Iterable[str]:
        """The articles just before and after a place in the order, in its section and on its day."""
        ...

    def members(self, group: Target) -> Iterable[str]:
        """The articles of a group."""
        ...

    def periods_of_paper(self, paper: str) -> Iterable[Target]:
        """The years and months of a newspaper, by its key."""
        ...

    def listings(self, path: str) -> Iterable[Target]:
        """The groups of an article."""
        ...

    def articles_with_media(self, media: str) -> Iterable[str]:
        """The articles that show a file or link to it."""
        ...

    def articles_with_card_image(self, media: str) -> Iterable[str]:
        """The articles whose cards show an image."""
        ...

    def targets_of_template(self, template: str) -> Iterable[Target]:
        """The targets with a page that was rendered with a template."""
        ...

    def feed_blocks(self, sort_keys: Sequence[str]) -> Iterable[Target]:
        """The blocks of the feed that may change where cards came, changed or went at these places."""
        ...

    def all_feeds(self) -> Iterable[Target]:
        """All blocks of the feed, and its newest document."""
        ...

    def all_targets(self) -> Iterable[Target]:
        """Every target that the index knows."""
        ...
