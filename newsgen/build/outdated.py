"""Which targets are outdated, and why: a pure function of the facts about what changed.

A target is outdated if its files may change. Whether one of its pages really does, its key decides when the page is
made. So a rule may name too many targets, but never too few.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from newsgen.archive.facts import (
    ArticleChanged,
    CardImageChanged,
    CommentsToggled,
    CopiedFileAdded,
    CopiedFileRemoved,
    Fact,
    FileChanged,
    FrameChanged,
    GroupRenamed,
    GroupToggled,
    ImageChanged,
    PageFileChanged,
    PeriodChanged,
    PermalinksMoved,
    RecordsChanged,
    SuggestionsChanged,
    TakedownsChanged,
    TemplateChanged,
    TranslationsChanged,
)
from newsgen.archive.targets import DUMPS, SITE_TARGETS, Target, article_target, is_named_group
from newsgen.build import reasons
from newsgen.build.index_protocol import Index
from newsgen.build.reasons import Reason
from newsgen.pages.robots import ROBOTS_FILE

Outdated = Mapping[Target, Reason]
_Found = Iterator[tuple[Target, Reason]]


def find_outdated(facts: Sequence[Fact], index: Index, articles: str) -> dict[Target, Reason]:
    """The outdated targets, each with the first reason that a rule gives; `articles` is the articles folder."""
    outdated: dict[Target, Reason] = {}
    named = _Facts(facts, articles)
    for target, reason in chain.from_iterable(rule(named, index) for rule in _RULES):
        outdated.setdefault(target, reason)
    return outdated


def every_target(index: Index, rebuild_all: Reason | None) -> dict[Target, Reason]:
    """Every target, for the reason why all are rebuilt; none where there is none."""
    return dict.fromkeys(index.all_targets(), rebuild_all) if rebuild_all else {}


class _Facts:
    """Facts by their kinds, with what reasons call their articles."""

    def __init__(self, facts: Sequence[Fact], articles: str) -> None:
        self.all = facts
        self.articles = [fact for fact in facts if isinstance(fact, ArticleChanged)]
        self.others = [fact for fact in facts if not isinstance(fact, ArticleChanged)]
        self._folder = articles
        self._extents = {fact.path: fact.extent for fact in self.articles}

    def reason(self, fact: ArticleChanged) -> Reason:
        """The reason that a change of an article gives for its own page."""
        return Reason(fact.extent, f"{self._folder}/{fact.path}")

    def cause(self, path: str) -> Reason:
        """The reason that the change of an article gives for other pages."""
        return Reason(self._extents.get(path, "{} changed"), f"{self._folder}/{path}")


def _own_pages(facts: _Facts, index: Index) -> _Found:
    for fact in facts.articles:
        yield article_target(fact.path), facts.reason(fact)


def _listings(facts: _Facts, index: Index) -> _Found:
    """Listings show the cards of their articles, and indexes how many these are."""
    for fact in facts.articles:
        for group in fact.groups:
            yield group, facts.reason(fact)
            if is_named_group(group.kind):
                yield Target("index", group.kind), facts.reason(fact)
    for other in facts.others:
        if isinstance(other, GroupToggled):
            yield other.group, reasons.SETTINGS_CHANGED


def _referrers(facts: _Facts, index: Index) -> _Found:
    """A text links to whatever has the identifiers that it uses."""
    for fact in facts.articles:
        for path in index.referrers(dict.fromkeys(fact.identifiers)):
            yield article_target(path), facts.reason(fact)
    for other in facts.others:
        if isinstance(other, FileChanged):
            reason = Reason(reasons.FILE_CHANGED, other.path)
            yield from ((article_target(path), reason) for path in index.referrers(other.identifiers))
            yield Target("asset", other.media), reason
        elif isinstance(other, PageFileChanged):
            reason = Reason(reasons.PAGE_CHANGED, other.file)
            yield from ((article_target(path), reason) for path in index.referrers(other.identifiers))


def _renamed_groups(facts: _Facts, index: Index) -> _Found:
    """The pages of a group's articles link to it by its name and slug."""
    for fact in facts.others:
        if isinstance(fact, GroupRenamed):
            reason = Reason(reasons.GROUP_RENAMED, _label(fact.group))
            yield fact.group, reason
            yield from ((article_target(path), reason) for path in index.members(fact.group))
            if fact.group.kind == "publications":
                # Their addresses are below its own.
                yield from ((period, reason) for period in index.periods_of_paper(fact.group.key))


def _adjacent_periods(facts: _Facts, index: Index) -> _Found:
    """The page of a year, month or day links to the ones before and after it."""
    for fact in facts.others:
        if isinstance(fact, PeriodChanged):
            yield fact.adjacent, Reason(reasons.PERIOD_CHANGED, _label(fact.period))


def _adjacent_articles(facts: _Facts, index: Index) -> _Found:
    """Stories link to the ones before and after them."""
    for fact in facts.articles:
        for placement in fact.placements:
            reason = facts.reason(fact).because_of(reasons.BESIDE)
            yield from ((article_target(path), reason) for path in index.adjacent_articles(placement))


def _site_pages(facts: _Facts, index: Index) -> _Found:
    """Pages of the whole site show the newest articles, or counts."""
    placed = next((fact for fact in facts.articles if fact.placements), None)
    if placed:
        yield from ((target, facts.reason(placed)) for target in SITE_TARGETS)


def _feeds(facts: _Facts, index: Index) -> _Found:
    """The feed's history holds the cards in their order."""
    placed = [fact for fact in facts.articles if fact.placements]
    if placed:
        keys = [placement.sort_key for fact in placed for placement in fact.placements]
        yield from ((target, facts.reason(placed[0])) for target in index.feed_blocks(keys))


def _suggestions(facts: _Facts, index: Index) -> _Found:
    """A story shows the cards of what it suggests, and of what suggests it."""
    for fact in facts.others:
        if isinstance(fact, SuggestionsChanged):
            effect = reasons.CHOICE if fact.is_choice else reasons.SUGGESTED
            yield article_target(fact.path), facts.cause(fact.cause).because_of(effect)


def _translations(facts: _Facts, index: Index) -> _Found:
    """A story links to its translations, and so does its entry in the sitemap, which is a page of its year."""
    for fact in facts.others:
        if isinstance(fact, TranslationsChanged):
            yield article_target(fact.path), reasons.TRANSLATIONS_CHANGED
            for group in index.listings(fact.path):
                if group.kind in ("years", "undated"):
                    yield group, reasons.TRANSLATIONS_CHANGED


def _images(facts: _Facts, index: Index) -> _Found:
    """An image's own files, and the pages that show it at its size."""
    for fact in facts.others:
        if isinstance(fact, CardImageChanged):
            for listing in (*index.listings(fact.path), Target("front")):
                yield listing, reasons.CARD_IMAGE_CHANGED
        elif isinstance(fact, ImageChanged):
            reason = Reason(fact.reason, fact.media)
            yield Target("asset", fact.media), reason
            if fact.looks_changed:
                yield from ((article_target(path), reason) for path in index.articles_with_media(fact.media))
                for path in index.articles_with_card_image(fact.media):
                    yield from ((listing, reason) for listing in (*index.listings(path), Target("front")))
    if any(isinstance(fact, CardImageChanged) or _looks_changed(fact) for fact in facts.others):
        yield from ((target, reasons.IMAGES_CHANGED) for target in index.all_feeds())


def _templates(facts: _Facts, index: Index) -> _Found:
    for fact in facts.others:
        if isinstance(fact, TemplateChanged):
            reason = Reason(reasons.TEMPLATE_CHANGED, fact.edited)
            yield from ((target, reason) for target in index.targets_of_template(fact.template))
        elif isinstance(fact, FrameChanged):
            yield from ((target, reasons.FRAME_CHANGED) for target in index.all_targets())


def _robots(facts: _Facts, index: Index) -> _Found:
    """A robots.txt of the site's own takes the place of the one that is made."""
    for fact in facts.others:
        if isinstance(fact, FileChanged) and fact.media == ROBOTS_FILE:
            yield Target("robots"), Reason(reasons.FILE_CHANGED, fact.path)
        elif isinstance(fact, CopiedFileAdded | CopiedFileRemoved) and fact.target.key == ROBOTS_FILE:
            yield Target("robots"), reasons.ADDED if isinstance(fact, CopiedFileAdded) else reasons.REMOVED


def _other_files(facts: _Facts, index: Index) -> _Found:
    """Files that are no pages of the archive's own contents."""
    for fact in facts.others:
        if isinstance(fact, PermalinksMoved):
            yield Target("redirects"), reasons.PERMALINKS_MOVED
        elif isinstance(fact, CopiedFileAdded):
            yield fact.target, reasons.ADDED
        elif isinstance(fact, CopiedFileRemoved):
            yield fact.target, reasons.REMOVED
        elif isinstance(fact, CommentsToggled):
            yield Target("comments"), reasons.COMMENTS_TOGGLED
        elif isinstance(fact, TakedownsChanged):
            yield Target("about"), reasons.TAKEDOWNS_CHANGED
        elif isinstance(fact, RecordsChanged):
            yield DUMPS, reasons.RECORDS_CHANGED


_RULES: tuple[Callable[[_Facts, Index], _Found], ...] = (
    _own_pages,
    _listings,
    _referrers,
    _renamed_groups,
    _adjacent_periods,
    _adjacent_articles,
    _site_pages,
    _suggestions,
    _translations,
    _feeds,
    _images,
    _templates,
    _robots,
    _other_files,
)


def _looks_changed(fact: Fact) -> bool:
    return isinstance(fact, ImageChanged) and fact.looks_changed


def _label(group: Target) -> str:
    return f"{group.kind}/{group.key}"
