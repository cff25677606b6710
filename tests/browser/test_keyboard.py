"""Everything can be reached and seen with the keyboard alone."""

import pytest
from playwright.sync_api import CDPSession, Page

from tests.browser.looking import ask
from tests.browser.server import Served
from tests.browser.sites import DIRECTIONS, EVERYTHING, KINDS, PLACES, SIDEWAYS, Place, as_parameters
from tests.support.tiers import tiers

# One page of each build: where Tab leads to most things, and the two that hold something else.
EACH_TIME = {"ltr-front", "ltr-everything", "ltr-years", "ltr-search", "rtl-front"}
PAGES = [place for place in PLACES if place.direction == "ltr" or place.kind in SIDEWAYS]
ALWAYS = [place for place in PAGES if f"{place.direction}-{place.kind}" in EACH_TIME]


def press_tab(keys: CDPSession, times: int = 1) -> None:
    """Playwright's own press waits twice as often."""
    for _ in range(times):
        keys.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": "Tab", "windowsVirtualKeyCode": 9})


@pytest.mark.long
@pytest.mark.parametrize(
    "place",
    as_parameters(ALWAYS, (place for place in PAGES if place not in ALWAYS)),
    indirect=True,
    scope="package",
)
def test_tab_reaches_everything_in_order_and_shows_where_it_is(page: Page, place: Place) -> None:
    page.goto(place.address)
    keys = page.context.new_cdp_session(page)
    found = ask(page, "keys")
    assert found["unreachable"] == []
    press_tab(keys, found["count"])
    assert page.evaluate("reached") == list(range(found["count"]))
    assert page.evaluate("unseen") == []
    last = page.evaluate_handle("document.activeElement")
    press_tab(keys)
    assert page.evaluate("last => document.activeElement !== last", last)


@pytest.mark.long
@pytest.mark.parametrize("kind", tiers(["everything", "years", "front", "year"], always=2, long=2))
def test_the_ring_is_painted_around_each_sort_of_target(page: Page, servers: dict[str, Served], kind: str) -> None:
    """One target of each sort, by its place and classes, is another picture with the focus than without."""
    page.goto(servers["ltr"].address + (EVERYTHING["ltr"] if kind == "everything" else KINDS[kind].file))
    # A window as high as the page: a picture of what is below one takes ten times as long.
    page.set_viewport_size({"width": 1280, "height": page.evaluate("document.scrollingElement.scrollHeight")})
    boxes = ask(page, "sorts")
    assert len(boxes) > 4
    for place, box in enumerate(boxes):
        page.evaluate("place => sorts[place].blur()", place)
        before = page.screenshot(clip=box)
        page.evaluate("place => sorts[place].focus({ focusVisible: true, preventScroll: true })", place)
        assert page.screenshot(clip=box) != before, box


def find_done(page: Page, query: str) -> None:
    """Wait until the search page shows what a query finds."""
    page.wait_for_function("query => location.search.startsWith(query)", arg=query)
    page.wait_for_selector("#results[data-state=done]", state="attached")


@pytest.mark.long
def test_a_search_is_done_with_the_keyboard_alone(page: Page, servers: dict[str, Served]) -> None:
    """Typing, a guess, the filters, the chart and the way to the words over time: no step needs a pointer."""
    page.goto(servers["ltr"].address + "search.html")
    page.wait_for_selector("#results[data-state=done]", state="attached")
    keys = page.context.new_cdp_session(page)

    def tab_to(selector: str) -> None:
        for _ in range(80):
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            press_tab(keys)
        raise AssertionError(f"Tab does not lead to {selector}")

    page.keyboard.press("/")
    page.keyboard.type("chain ferrry")
    find_done(page, "?q=chain+ferrry")
    tab_to("#guesses a")
    page.keyboard.press("Enter")
    find_done(page, "?q=chain+ferry")
    assert page.evaluate("document.activeElement.id") == "query"
    tab_to("#section")
    page.keyboard.type("Har")
    page.keyboard.press("Enter")
    find_done(page, "?q=chain+ferry&section=harbour")
    tab_to("#author")
    page.keyboard.type("maren tolliver")
    page.keyboard.press("Enter")
    find_done(page, "?q=chain+ferry&section=harbour&author=maren+tolliver")
    page.evaluate("document.activeElement.value = ''")
    page.keyboard.press("Enter")
    find_done(page, "?q=chain+ferry&section=harbour")
    tab_to("#years button")
    year = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    page.wait_for_function("year => new URLSearchParams(location.search).get('from') === year", arg=year)
    page.wait_for_selector("#results[data-state=done]")
    assert page.evaluate("document.activeElement.textContent") == year
    page.keyboard.press("Home")
    assert page.evaluate("document.activeElement.textContent") <= year
    tab_to("#over-time")
    page.keyboard.press("Enter")
    page.wait_for_selector("#shares[data-state=done] svg")
    assert page.input_value("#w-1") == "chain ferry"
    tab_to("#w-2")
    page.keyboard.type("tide")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelectorAll('#numbers thead th').length > 2")
    tab_to("#save-csv")
    with page.expect_download() as saved:
        page.keyboard.press("Enter")
    assert "tide" in saved.value.path().read_text(encoding="utf-8")


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_the_first_stop_leads_to_the_text(page: Page, servers: dict[str, Served], direction: str) -> None:
    page.goto(servers[direction].address + EVERYTHING[direction])
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    box = skip.bounding_box()
    assert box
    assert (skip.get_attribute("href"), box["y"] >= 0) == ("#main", True)
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.localName") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
