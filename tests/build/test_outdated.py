"""The rules of outdatedness: from each fact to the targets that it outdates, with the reasons."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from newsgen.archive.facts import (
    ArticleChanged,
    CardImageChanged,
    CopiedFileAdded,
    CopiedFileRemoved,
    Extent,
    Fact,
    FileChanged,
    FrameChanged,
    GroupRenamed,
    GroupToggled,
    ImageChanged,
    PageFileChanged,
    PeriodChanged,
    PermalinksMoved,
    Placement,
    RecordsChanged,
    SuggestionsChanged,
    TemplateChanged,
)
from newsgen.archive.targets import SITE_TARGETS, Target
from newsgen.build import reasons
from newsgen.build.outdated import every_target, find_outdated


@dataclass(frozen=True)
class TableIndex:
    """An index that knows these answers, and none beside them."""

    referrers_of: Mapping[int, Sequence[str]] = field(default_factory=dict)
    beside: Mapping[Placement, Sequence[str]] = field(default_factory=dict)
    members_of: Mapping[Target, Sequence[str]] = field(default_factory=dict)
    papers: Mapping[str, Sequence[Target]] = field(default_factory=dict)
    listings_of: Mapping[str, Sequence[Target]] = field(default_factory=dict)
    showing: Mapping[str, Sequence[str]] = field(default_factory=dict)
    showing_on_card: Mapping[str, Sequence[str]] = field(default_factory=dict)
    rendered_with: Mapping[str, Sequence[Target]] = field(default_factory=dict)
    blocks: Mapping[tuple[str, ...], Sequence[Target]] = field(default_factory=dict)
    every: Sequence[Target] = ()

    def referrers(self, identifiers: Iterable[int]) -> Iterator[str]:
        return (path for identifier in identifiers for path in self.referrers_of.get(identifier, ()))

    def adjacent_articles(self, placement: Placement) -> Sequence[str]:
        return self.beside.get(placement, ())

    def members(self, group: Target) -> Sequence[str]:
        return self.members_of.get(group, ())

    def periods_of_paper(self, paper: str) -> Sequence[Target]:
        return self.papers.get(paper, ())

    def listings(self, path: str) -> Sequence[Target]:
        return self.listings_of.get(path, ())

    def articles_with_media(self, media: str) -> Sequence[str]:
        return self.showing.get(media, ())

    def articles_with_card_image(self, media: str) -> Sequence[str]:
        return self.showing_on_card.get(media, ())

    def targets_of_template(self, template: str) -> Sequence[Target]:
        return self.rendered_with.get(template, ())

    def feed_blocks(self, sort_keys: Sequence[str]) -> Sequence[Target]:
        return self.blocks.get(tuple(sort_keys), ())

    def all_feeds(self) -> Sequence[Target]:
        return (Target("feed"), Target("feed", "0"))

    def all_targets(self) -> Sequence[Target]:
        return self.every


A, B, TIDE, HARBOUR = Target("article", "a.md"), Target("article", "b.md"), Target("tags", "tide"), Placement("k", 7)
OLD = Placement("j", None)
SITE = tuple(map(str, SITE_TARGETS))

# Each row: the facts, what the index answers, and the outdated targets with their reasons.
CASES: dict[str, tuple[list[Fact], TableIndex, dict[str, str]]] = {
    "nothing": ([], TableIndex(), {}),
    "a text changed": (
        [ArticleChanged("a.md", Extent.TEXT, identifiers=(1, 2))],
        TableIndex(referrers_of={2: ["b.md"]}),
        {"article:a.md": "the text of texts/a.md changed", "article:b.md": "the text of texts/a.md changed"},
    ),
    "an article came": (
        [ArticleChanged("a.md", Extent.ADDED, (HARBOUR,), (TIDE,), (1,))],
        TableIndex(beside={HARBOUR: ["b.md"]}, blocks={("k",): [Target("feed", "3")]}),
        {
            "article:a.md": "texts/a.md is new",
            "tags:tide": "texts/a.md is new",
            "article:b.md": "texts/a.md is new, which stands beside it",
            **dict.fromkeys(SITE, "texts/a.md is new"),
            "feed:3": "texts/a.md is new",
        },
    ),
    "a card moved": (
        [ArticleChanged("a.md", Extent.CARD, (OLD, HARBOUR), (TIDE,))],
        TableIndex(beside={OLD: ["b.md"], HARBOUR: ["c.md"]}, blocks={("j", "k"): [Target("feed", "0")]}),
        {
            "article:a.md": "the card of texts/a.md changed",
            "tags:tide": "the card of texts/a.md changed",
            "article:b.md": "the card of texts/a.md changed, which stands beside it",
            "article:c.md": "the card of texts/a.md changed, which stands beside it",
            **dict.fromkeys(SITE, "the card of texts/a.md changed"),
            "feed:0": "the card of texts/a.md changed",
        },
    ),
    "an article that is not listed went": (
        [ArticleChanged("a.md", Extent.REMOVED, identifiers=(1,))],
        TableIndex(referrers_of={1: ["b.md"]}),
        {"article:a.md": "texts/a.md is gone", "article:b.md": "texts/a.md is gone"},
    ),
    "an article's own reason comes first": (
        [ArticleChanged("a.md", Extent.TEXT, identifiers=(1,)), ArticleChanged("b.md", Extent.TEXT)],
        TableIndex(referrers_of={1: ["b.md"]}),
        {"article:a.md": "the text of texts/a.md changed", "article:b.md": "the text of texts/b.md changed"},
    ),
    "a group was renamed": (
        [GroupRenamed(TIDE)],
        TableIndex(members_of={TIDE: ["a.md", "b.md"]}),
        dict.fromkeys(("tags:tide", "article:a.md", "article:b.md"), "tags/tide has another name"),
    ),
    "a newspaper was renamed": (
        [GroupRenamed(Target("publications", "quay"))],
        TableIndex(papers={"quay": [Target("publication-years", "quay_1998")]}),
        dict.fromkeys(("publications:quay", "publication-years:quay_1998"), "publications/quay has another name"),
    ),
    "the group of an article has an index": (
        [ArticleChanged("a.md", Extent.TEXT, groups=(Target("events", "flood"), Target("years", "1998")))],
        TableIndex(),
        dict.fromkeys(("article:a.md", "events:flood", "index:events", "years:1998"), "the text of texts/a.md changed"),
    ),
    "pages of days were switched on": (
        [GroupToggled(Target("days", "2024-03-01"))],
        TableIndex(),
        {"days:2024-03-01": "site.yaml changed"},
    ),
    "a month came": (
        [PeriodChanged(Target("months", "2024-03"), Target("months", "2024-01"))],
        TableIndex(),
        {"months:2024-01": "months/2024-03 came or went beside it"},
    ),
    "suggestions changed": (
        [
            ArticleChanged("a.md", Extent.TEXT),
            SuggestionsChanged("b.md", "a.md", is_choice=True),
            SuggestionsChanged("c.md", "a.md", is_choice=False),
        ],
        TableIndex(),
        {
            "article:a.md": "the text of texts/a.md changed",
            "article:b.md": "the text of texts/a.md changed, which changes what it suggests",
            "article:c.md": "the text of texts/a.md changed, which it suggests",
        },
    ),
    "permalinks moved": ([PermalinksMoved()], TableIndex(), {"redirects:": "addresses moved"}),
    "records changed": ([RecordsChanged()], TableIndex(), {"data:": "articles changed"}),
    "a file changed": (
        [FileChanged("quay.pdf", "media/quay.pdf", (4, 5))],
        TableIndex(referrers_of={5: ["a.md"]}),
        dict.fromkeys(("article:a.md", "asset:media/quay.pdf"), "the file quay.pdf changed"),
    ),
    "a page came": (
        [PageFileChanged("tags/tide.html", (4, 5))],
        TableIndex(referrers_of={5: ["a.md"]}),
        {"article:a.md": "tags/tide.html came or went, which it links to"},
    ),
    "the site's own robots.txt changed": (
        [FileChanged("robots.txt", "robots.txt", ())],
        TableIndex(),
        dict.fromkeys(("asset:robots.txt", "robots:"), "the file robots.txt changed"),
    ),
    "an image changed at the same size": (
        [ImageChanged("media/q.png", reasons.IMAGE_CHANGED, looks_changed=False)],
        TableIndex(showing={"media/q.png": ["a.md"]}),
        {"asset:media/q.png": "the picture media/q.png changed"},
    ),
    "an image is new": (
        [ImageChanged("media/q.png", reasons.IMAGE_ADDED, looks_changed=True)],
        TableIndex(
            showing={"media/q.png": ["a.md"]}, showing_on_card={"media/q.png": ["b.md"]}, listings_of={"b.md": [TIDE]}
        ),
        {
            **dict.fromkeys(
                ("asset:media/q.png", "article:a.md", "tags:tide", "front:"), "the picture media/q.png is new"
            ),
            **dict.fromkeys(("feed:", "feed:0"), "pictures changed"),
        },
    ),
    "a card shows another image": (
        [CardImageChanged("a.md")],
        TableIndex(listings_of={"a.md": [TIDE]}),
        {
            **dict.fromkeys(("tags:tide", "front:"), "an article shows another picture"),
            **dict.fromkeys(("feed:", "feed:0"), "pictures changed"),
        },
    ),
    "a template changed": (
        [TemplateChanged("story.html", "card.html, story.html")],
        TableIndex(rendered_with={"story.html": [A, B]}),
        dict.fromkeys(("article:a.md", "article:b.md"), "template card.html, story.html changed"),
    ),
    "what every page shows changed": (
        [FrameChanged()],
        TableIndex(every=[A, TIDE]),
        dict.fromkeys(("article:a.md", "tags:tide"), "what every page shows changed, such as the list of sections"),
    ),
    "copied files came and went": (
        [CopiedFileAdded(Target("asset", "a.css")), CopiedFileRemoved(Target("asset", "robots.txt"))],
        TableIndex(),
        {"asset:a.css": "it is new", "robots:": "it is gone", "asset:robots.txt": "it is gone"},
    ),
}


@pytest.mark.parametrize(("facts", "index", "outdated"), CASES.values(), ids=CASES)
def test_facts_outdate_targets(facts: list[Fact], index: TableIndex, outdated: dict[str, str]) -> None:
    found = find_outdated(facts, index, "texts")
    assert {str(target): str(reason) for target, reason in found.items()} == outdated


def test_all_targets_are_outdated_for_a_reason_only() -> None:
    index = TableIndex(every=[A, TIDE])
    assert every_target(index, None) == {}
    assert every_target(index, reasons.SETTINGS_CHANGED) == dict.fromkeys([A, TIDE], reasons.SETTINGS_CHANGED)


def test_names_with_braces_stay_in_reasons_as_they_are() -> None:
    (reason,) = find_outdated([ArticleChanged("{0}.md", Extent.TEXT)], TableIndex(), "{texts}").values()
    assert str(reason.because_of(reasons.BESIDE)) == "the text of {texts}/{0}.md changed, which stands beside it"
