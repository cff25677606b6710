from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgen.pages.listing import plan_group
from newsgen.pages.page import Page, View
from newsgen.pages.pagination import Sheet, cut_sheets, plan_sheets
from newsgen.settings.site import Site
from tests.support.records import daily_articles, make_archive
from tests.support.rendering import no_text

SITE = Site(title="The Quay", language="en", sheet_size=5)
SIZES = st.integers(1, 12)
COUNTS = st.integers(0, 80)


def cut(count: int, size: int) -> tuple[Sheet, ...]:
    return cut_sheets(count, "tags/sea.html", size)


@given(COUNTS, SIZES)
def test_every_card_is_on_one_sheet_newest_first(count: int, size: int) -> None:
    cards = [card for sheet in cut(count, size) for card in reversed(range(sheet.start, sheet.end))]
    assert cards == list(reversed(range(count)))


@given(COUNTS, SIZES)
def test_numbered_sheets_are_full_and_the_newest_holds_the_rest(count: int, size: int) -> None:
    newest, *numbered = cut(count, size)
    assert [sheet.end - sheet.start for sheet in numbered] == [size] * len(numbered)
    if count >= 2 * size:
        assert size <= newest.end - newest.start < 2 * size
    else:
        assert (newest.end - newest.start, numbered) == (count, [])


@given(COUNTS, SIZES)
def test_sheets_are_numbered_from_the_oldest(count: int, size: int) -> None:
    newest, *numbered = cut(count, size)
    assert (newest.number, newest.file) == (0, "tags/sea.html")
    assert [sheet.number for sheet in numbered] == list(range(len(numbered), 0, -1))
    assert [sheet.file for sheet in numbered] == [f"tags/sea/sheet-{sheet.number}.html" for sheet in numbered]


@given(COUNTS, SIZES)
def test_a_new_card_changes_no_numbered_sheet(count: int, size: int) -> None:
    before, after = cut(count, size)[1:], cut(count + 1, size)[1:]
    assert after[len(after) - len(before) :] == before
    assert len(after) - len(before) == (count + 1 >= 2 * size and (count + 1) % size == 0)


def test_a_new_card_changes_the_newest_sheet_and_no_other() -> None:
    before, after = (
        {page.file: page.data() for page in plan_group("tags", "tide", make_archive(articles, SITE), SITE)}
        for articles in (daily_articles(17, tags=("tide",)), daily_articles(18, tags=("tide",)))
    )
    assert list(before) == list(after) == ["tags/tide.html", "tags/tide/sheet-2.html", "tags/tide/sheet-1.html"]
    assert [file for file in after if before[file] != after[file]] == ["tags/tide.html"]


@pytest.mark.parametrize(
    ("file", "numbered"),
    [
        ("sections/sea.html", "sections/sea/sheet-1.html"),
        ("undated/index.html", "undated/sheet-1.html"),
        ("2024/02/index.html", "2024/02/sheet-1.html"),
        ("tags/سد.html", "tags/سد/sheet-1.html"),
        ("tags/reindex.html", "tags/reindex/sheet-1.html"),
    ],
)
def test_numbered_sheets_are_in_the_folder_of_their_listing(file: str, numbered: str) -> None:
    assert [sheet.file for sheet in cut_sheets(2, file, 1)] == [file, numbered]


def test_the_sheets_of_a_listing_are_linked_to_their_neighbours() -> None:
    archive = make_archive(daily_articles(6, tags=("ä",)), SITE)
    (group,) = archive.groups("tags")
    pages = list(plan_sheets(group, "tags/ä.html", 2, {"kind": "tags", "title": "ä"}, archive))
    assert [(page.file, page.template, str(page.target)) for page in pages] == [
        ("tags/ä.html", "listing.html", "tags:ä"),
        ("tags/ä/sheet-2.html", "listing.html", "tags:ä"),
        ("tags/ä/sheet-1.html", "listing.html", "tags:ä"),
    ]
    shared = {"kind": "tags", "title": "ä", "own_feeds": ()}
    cards = archive.cards(archive.members(group))
    newest, second, oldest = cards[5:3:-1], cards[3:1:-1], cards[1::-1]
    stem = "tags/%C3%A4"
    assert [page.view(no_text) for page in pages] == [
        {**shared, "count": 6, "cards": newest, "number": 0, "newer": "", "older": f"{stem}/sheet-2.html"},
        {**shared, "count": 0, "cards": second, "number": 2, "newer": f"{stem}.html", "older": f"{stem}/sheet-1.html"},
        {**shared, "count": 0, "cards": oldest, "number": 1, "newer": f"{stem}/sheet-2.html", "older": ""},
    ]


def test_only_the_newest_sheet_shows_what_may_change_with_every_article() -> None:
    archive = make_archive(daily_articles(6, tags=("tide",)), SITE)
    (group,) = archive.groups("tags")
    asked: list[str] = []

    def show(weeks: str) -> View:
        asked.append(weeks)
        return {"grid": (weeks,)}

    def plan(weeks: str) -> list[Page]:
        return list(plan_sheets(group, "tags/tide.html", 2, {"kind": "tags"}, archive, partial(show, weeks)))

    pages, others = plan("weeks"), plan("other weeks")
    assert asked == []
    assert [page.view(no_text)["grid"] for page in pages] == [("weeks",), None, None]
    assert [page.data() == other.data() for page, other in zip(pages, others, strict=True)] == [False, True, True]
    assert asked == ["weeks", "other weeks"]
