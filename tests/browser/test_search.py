"""The search page as readers use it: over HTTP and from a disk, with the keyboard, by its address, without scripts."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route

from newsgen.build.build import build_site
from tests.browser.looking import ask, faint, find_violations
from tests.browser.server import Served, open_server
from tests.support.paths import ROOT
from tests.support.tiers import tiers

HOSTILE = ROOT.parent / "shared" / "data" / "hostile"
HEADLINES = "list => list.map(({ textContent }) => textContent)"
FERRIES = "A hundred years on a chain: the ferry that never learned to steer"
# What a script that came in by a text would do, one way or another, and what the page does itself.
ALIVE = """() => [...document.querySelectorAll("*")].filter((element) =>
  [...element.attributes].some(({ name, value }) => name.startsWith("on") || /^\\s*javascript:/i.test(value)) ||
  ["IMG", "SVG", "IFRAME", "OBJECT", "EMBED", "SCRIPT", "STYLE"].includes(element.nodeName.toUpperCase()) &&
    element.closest("main")).map(({ outerHTML }) => outerHTML)"""


@pytest.fixture
def address(servers: dict[str, Served]) -> str:
    return servers["ltr"].address + "search.html"


def wait(page: Page) -> None:
    page.wait_for_selector("#results[data-state=done]", state="attached")


def type_query(page: Page, query: str) -> None:
    """Type as people do, and wait until what is shown is what that finds."""
    page.locator("#query").press_sequentially(query)
    page.wait_for_function("query => new URLSearchParams(location.search).get('q') === query", arg=query)
    wait(page)


def headlines(page: Page) -> list[str]:
    found: list[str] = page.locator("#results .card h2").evaluate_all(HEADLINES)
    return found


@pytest.mark.long
@pytest.mark.parametrize("where", ["server", "disk"])
def test_words_are_found_as_they_are_typed(
    page: Page, servers: dict[str, Served], sites: dict[str, Path], where: str
) -> None:
    page.goto((servers["ltr"].address if where == "server" else sites["ltr"].as_uri() + "/") + "search.html")
    wait(page)
    assert page.locator("#ways").is_visible()
    type_query(page, "ferry chai")
    assert FERRIES in headlines(page)[:2]
    assert page.inner_text("#status").endswith("articles")
    assert not page.locator("#ways").is_visible()
    marked = page.locator("#results .card").filter(has_text=FERRIES).locator("h2 mark").evaluate_all(HEADLINES)
    assert marked == ["chain", "ferry"]
    assert page.title() == "ferry chai – Search the archive – The Port Ellery Courant"
    page.locator("#results .card a", has_text=FERRIES).click()
    assert page.inner_text("h1") == FERRIES


@pytest.mark.long
@pytest.mark.parametrize("where", ["server", "disk"])
def test_the_field_of_every_page_leads_to_the_results(
    page: Page, servers: dict[str, Served], sites: dict[str, Path], where: str
) -> None:
    page.goto((servers["ltr"].address if where == "server" else sites["ltr"].as_uri() + "/") + "sections/harbour.html")
    page.fill(".quick input", '"tide mill"')
    page.press(".quick input", "Enter")
    wait(page)
    assert page.input_value("#query") == '"tide mill"'
    assert headlines(page)


@pytest.mark.long
def test_the_address_keeps_all_that_was_typed_and_chosen(page: Page, address: str) -> None:
    page.goto(address)
    wait(page)
    type_query(page, "ferry")
    page.select_option("#section", "harbour")
    page.select_option("#sort", "date")
    page.fill("input[name=from]", "2017")
    page.press("input[name=from]", "Enter")
    wait(page)
    assert page.url == f"{address}?q=ferry&sort=date&section=harbour&from=2017"
    found = headlines(page)
    dates = page.locator("#results time").evaluate_all("list => list.map(({ dateTime }) => dateTime)")
    assert dates == sorted(dates, reverse=True)
    assert min(dates) >= "2017"
    page.goto(page.url)
    wait(page)
    assert headlines(page) == found
    assert page.input_value("#section") == "harbour"
    page.select_option("#section", "")
    wait(page)
    assert headlines(page) != found
    page.go_back()
    page.wait_for_function("() => document.querySelector('#section').value === 'harbour'")
    wait(page)
    assert headlines(page) == found


@pytest.mark.long
def test_authors_and_tags_are_offered_as_they_begin(page: Page, address: str) -> None:
    page.goto(address)
    wait(page)
    page.locator("#author").press_sequentially("maren")
    page.wait_for_function("() => document.querySelector('#authors').options.length")
    options = page.locator("#authors option").evaluate_all("list => list.map(({ value }) => value)")
    assert options == ["Maren Tolliver"]
    page.fill("#author", "maren tolliver")
    page.press("#author", "Enter")
    wait(page)
    assert page.locator("#status").inner_text() != "No article was found."


@pytest.mark.long
def test_a_word_that_no_article_has_is_guessed(page: Page, address: str) -> None:
    page.goto(address)
    wait(page)
    type_query(page, "chain ferrry")
    assert page.inner_text("#guesses").startswith("Did you mean:")
    page.locator("#guesses a").first.click()
    page.wait_for_function("() => location.search === '?q=chain+ferry'")
    wait(page)
    assert FERRIES in headlines(page)
    assert not page.locator("#guesses").is_visible()


@pytest.mark.long
def test_nothing_found_is_said(page: Page, address: str) -> None:
    page.goto(address + "?q=xyzzyx")
    wait(page)
    assert page.inner_text("#status") == "No article was found."
    assert page.locator("#status").get_attribute("role") == "status"
    assert headlines(page) == []


@pytest.mark.long
def test_more_articles_come_when_they_are_asked_for(page: Page, address: str) -> None:
    page.goto(address + "?to=2030")
    wait(page)
    first = headlines(page)
    assert len(first) == 10
    page.click("#more")
    page.wait_for_function("() => document.querySelectorAll('#results .card').length === 30")
    wait(page)
    assert headlines(page)[:10] == first
    assert page.evaluate("document.activeElement.textContent") == headlines(page)[10]


@pytest.mark.long
def test_the_keys_lead_to_the_field_through_the_results_and_back(page: Page, address: str) -> None:
    page.goto(address + "?q=ferry")
    wait(page)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == headlines(page)[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.press("Escape")
    wait(page)
    assert (page.input_value("#query"), headlines(page), page.url) == ("", [], address)
    type_query(page, "ferry/chain")
    page.keyboard.press("ArrowDown")
    opened = page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url(opened)


@pytest.mark.long
@pytest.mark.parametrize("gap", [0, 60, 180])
def test_what_is_only_on_the_way_to_a_word_is_not_searched(page: Page, address: str, gap: int) -> None:
    page.goto(address)
    wait(page)
    searched = page.evaluate(
        """async gap => {
            const field = document.querySelector("#query"), searched = [];
            const replace = history.replaceState;
            history.replaceState = (...values) => { searched.push(values[2]); replace.apply(history, values); };
            for (const letter of "ferry") {
                field.value += letter;
                field.dispatchEvent(new Event("input", { bubbles: true }));
                if (gap) await new Promise(resolve => setTimeout(resolve, gap));
            }
            while (!searched.length) await new Promise(resolve => setTimeout(resolve, 50));
            return searched;
        }""",
        gap,
    )
    assert searched == ["?q=ferry"]
    wait(page)
    assert FERRIES in headlines(page)


@pytest.mark.long
def test_an_older_search_is_never_shown_after_a_newer_one(page: Page, address: str) -> None:
    page.goto(address)
    wait(page)

    def answer_late(route: Route) -> None:
        page.wait_for_timeout(150)
        route.continue_()

    page.route("**/search/cards/*", answer_late)
    page.fill("#query", "ferry")
    page.wait_for_function("() => new URLSearchParams(location.search).get('q') === 'ferry'")
    page.fill("#query", "xyzzyx")
    page.wait_for_function("() => new URLSearchParams(location.search).get('q') === 'xyzzyx'")
    wait(page)
    page.wait_for_timeout(600)
    page.unroute("**/search/cards/*")
    assert headlines(page) == []
    assert page.inner_text("#status") == "No article was found."


@pytest.mark.long
def test_an_index_that_does_not_load_is_said_and_tried_again(browser: Browser, address: str) -> None:
    tab = browser.new_page()
    tab.goto(address)
    wait(tab)
    tab.route("**/search/terms/*", lambda route: route.abort())
    tab.fill("#query", "ferry")
    tab.wait_for_selector("#results[data-state=failed]")
    assert "could not be loaded" in tab.inner_text("#status")
    tab.unroute("**/search/terms/*")
    tab.press("#query", "Enter")
    wait(tab)
    assert headlines(tab)
    tab.close()


@pytest.mark.long
def test_without_scripts_the_page_leads_on(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address + "?q=ferry")
    assert "needs JavaScript" in tab.inner_text("#ways")
    assert tab.locator("#ways a").count() > 10
    tab.click("#ways a >> nth=0")
    assert tab.url.endswith("archive.html")
    context.close()


@pytest.mark.long
def test_the_bars_of_years_filter_and_names_tell_how_many_they_leave(page: Page, address: str) -> None:
    page.goto(address + "?q=ferry")
    wait(page)
    bars = {row.split()[0]: int(row.split()[1]) for row in page.locator("#years tbody tr").all_inner_texts()}
    number = int(page.inner_text("#status").split()[0])
    undated = number - sum(bars.values())
    assert 0 <= undated < number
    year = next(year for year, articles in bars.items() if articles)
    page.locator("#years button", has_text=year).click()
    page.wait_for_function("year => new URLSearchParams(location.search).get('from') === year", arg=year)
    wait(page)
    assert page.inner_text("#status").split()[0] == str(bars[year])
    assert page.locator("#years tbody tr").count() == len(bars)
    pressed = page.locator("#years [aria-pressed=true]")
    assert pressed.inner_text() == year
    pressed.focus()
    page.keyboard.press("ArrowRight")
    assert int(page.evaluate("document.activeElement.textContent")) > int(year)
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    page.wait_for_function("!new URLSearchParams(location.search).get('from')")
    wait(page)
    assert page.inner_text("#status").split()[0] == str(number)
    # They load much, and wait for the reader to come near.
    chosen = page.locator("#section option").all_inner_texts()
    assert not any("(" in name for name in chosen)
    page.hover("#section")
    page.wait_for_function("() => document.querySelector('#section').textContent.includes('(')")
    chosen = page.locator("#section option").all_inner_texts()
    assert sum(int(name.split("(")[1][:-1]) for name in chosen if "(" in name) == number


@pytest.mark.long
def test_a_chart_that_loads_much_is_drawn_when_it_is_asked_for(page: Page, address: str) -> None:
    page.goto(address)
    wait(page)
    # A site this small has no older parts.
    page.evaluate("() => { newsgen.partsCounted = -1; newsgen.sizeOfCounting = async () => 600_000; }")
    type_query(page, "chain ferry")
    button = page.locator("#count-all")
    assert button.inner_text() == "Count the articles by year (loads about 0.6 MB)"
    assert not page.locator("#years").is_visible()
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#years button")
    page.wait_for_function("() => document.activeElement.closest('#years')")
    assert not button.is_visible()
    page.keyboard.press("Enter")
    page.wait_for_function("() => new URLSearchParams(location.search).get('from')")
    wait(page)
    assert page.locator("#years [aria-pressed=true]").is_visible()


@pytest.mark.long
@pytest.mark.parametrize("where", ["server", "disk"])
def test_results_show_the_passages_where_the_words_stand(
    page: Page, servers: dict[str, Served], sites: dict[str, Path], where: str
) -> None:
    folder = servers["ltr"].address if where == "server" else sites["ltr"].as_uri() + "/"
    page.goto(folder + "search.html?q=%22chain+ferry%22")
    wait(page)
    page.wait_for_selector("#results .dek mark")
    assert ["chain", "ferry"] in [
        [mark.lower() for mark in card.locator("mark").all_inner_texts()[:2]]
        for card in page.locator("#results .card .dek").all()
    ]


@pytest.mark.long
@pytest.mark.parametrize(("direction", "width"), [("ltr", 1280), ("rtl", 320)])
def test_words_over_time_are_drawn_and_saved(
    page: Page, servers: dict[str, Served], axe: str, direction: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(servers[direction].address + "words/index.html")
    page.fill("#w-1", "ferry" if direction == "ltr" else "harbour")
    page.fill("#w-2", "<b>xyzzy</b>")
    page.click("#overtime button")
    page.wait_for_selector("#shares[data-state=done] svg")
    assert page.locator("#numbers tbody tr").count() > 3
    with page.expect_download() as saved:
        page.click("#save-csv")
    assert saved.value.path().read_text(encoding="utf-8").count("<b>xyzzy</b>") == 1
    with page.expect_download() as saved:
        page.click("#save-svg")
    assert saved.value.path().read_text(encoding="utf-8").startswith("<svg")
    page.evaluate(axe)
    assert find_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # Its letters are not made smaller with the picture.
    assert page.evaluate("document.querySelector('#shares svg').getScreenCTM().a") > 0.99
    page.emulate_media(forced_colors="active")
    assert find_violations(page) == []


@pytest.mark.long
def test_the_newest_first_begin_with_their_dates(page: Page, address: str) -> None:
    page.goto(address + "?q=ferry&sort=date")
    wait(page)
    assert page.locator("#results .card").first.evaluate("card => card.firstElementChild.className") == "when"
    page.goto(address + "?q=ferry")
    wait(page)
    assert page.locator("#results .card").first.evaluate("card => card.lastElementChild.className") == "when"


@pytest.mark.long
@pytest.mark.parametrize(
    ("direction", "width"), tiers([("ltr", 1280), ("rtl", 320), ("ltr", 320), ("rtl", 1280)], always=2, long=2)
)
def test_results_are_accessible(page: Page, servers: dict[str, Served], axe: str, direction: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(servers[direction].address + f"search.html?q={'الميناء' if direction == 'ltr' else 'harbour'}&from=2010")
    wait(page)
    assert len(headlines(page)) > 3
    page.evaluate(axe)
    assert find_violations(page) == []
    assert ask(page, "targets") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # The sign before a word stays on the word's line.
    assert page.evaluate("document.querySelector('#hint span').getClientRects().length") == 1
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert faint(ask(page, "contrast"), reading=7, small=4.5) == []
    foreign = page.locator("#results .card[lang]").evaluate_all("list => list.map(({ lang, dir }) => [lang, dir])")
    assert (["ar", "rtl"] if direction == "ltr" else ["en-GB", "ltr"]) in foreign


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[list[str], str]]:
    """A site whose headlines, deks, authors, tags and texts are hostile."""
    if not HOSTILE.is_dir():
        pytest.skip("the lists of hostile texts are not here")
    lists = [json.loads((HOSTILE / f"{name}.json").read_text("utf-8")) for name in ("blns", "dompurify")]
    lists.append((HOSTILE / "payloadbox.txt").read_text("utf-8").splitlines())
    texts = [" ".join(text.split()) for texts in lists for text in texts if "<" in text or "script" in text]
    texts = [text for text in dict.fromkeys(texts) if 3 < len(text) < 300 and text.isprintable()][::60]
    root = tmp_path_factory.mktemp("hostile")
    (root / "articles").mkdir()
    for number, text in enumerate(texts):
        named = json.dumps(f"{text} quarry", ensure_ascii=True)
        (root / "articles" / f"{number}.md").write_text(
            f"---\nslug: t-{number}\ntitle: {named}\ndek: {named}\nauthor: [{named}]\ntags: [{named}]\n"
            f"section: {named}\n---\nquarry\n",
            "utf-8",
        )
    build_site(root)
    with open_server(root / "public") as served:
        yield texts, served.address + "search.html"


@pytest.mark.long
@pytest.mark.parametrize("step", [12, pytest.param(1, marks=pytest.mark.long)])
def test_hostile_texts_and_queries_do_nothing(browser: Browser, hostile: tuple[list[str], str], step: int) -> None:
    texts, address = hostile
    tab = browser.new_page()
    said: list[str] = []
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))

    def dismiss(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    tab.on("dialog", dismiss)
    tab.goto(address + "?q=quarry")
    wait(tab)
    while tab.locator("#more").is_visible():
        before = len(headlines(tab))
        tab.click("#more")
        tab.wait_for_function(f"() => document.querySelectorAll('#results .card').length > {before}")
        wait(tab)
    assert len(headlines(tab)) == len(texts)
    assert {f"{text} quarry" for text in texts} >= set(headlines(tab))
    assert tab.evaluate(ALIVE) == []
    for text in texts[::step]:
        tab.fill("#query", text)
        tab.wait_for_function("text => new URLSearchParams(location.search).get('q') === text", arg=text)
        wait(tab)
    assert tab.evaluate(ALIVE) == []
    assert said == []
    tab.close()
