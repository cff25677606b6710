"""One browser, both sites and their servers for all tests of this folder; where a tool is missing, they are skipped."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from tests.browser.server import Served, open_server
from tests.browser.sites import EVERY_PLACE, Place, build_site_of
from tests.browser.tools import need
from tests.support.sample import shared_folder

HERE = Path(__file__).parent
NPM = "what npm ci installs in tests/browser"
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"),
    # No test waits for another host, and none is asked.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


_Value = TypeVar("_Value")


class OnDemand(dict[str, _Value]):
    """Values by the direction of a site, each made when it is first asked for."""

    def __init__(self, make: Callable[[str], _Value]) -> None:
        self._make = make

    def __missing__(self, direction: str) -> _Value:
        self[direction] = value = self._make(direction)
        return value


@pytest.fixture(scope="session")
def sites(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The folder of each site by its direction; the processes of one run share them.

    The sample is built before them, so that its images are made once.
    """

    def build(direction: str) -> Path:
        with shared_folder(tmp_path_factory, f"browser-{direction}") as root:
            return build_site_of(root, direction)

    return OnDemand(build)


@pytest.fixture(scope="session")
def servers(sites: dict[str, Path]) -> Iterator[dict[str, Served]]:
    """Each site at the root of a server of its own."""
    with ExitStack() as stack:
        yield OnDemand(lambda direction: stack.enter_context(open_server(sites[direction])))


# While Playwright runs, no other event loop can in the same thread; so it ends with this package's tests.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    chromium = shutil.which("chromium")
    need(chromium, "Chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="package")
def tab(browser: Browser) -> Page:
    """The tab in which most tests look at their pages: opening one takes longer than showing a page."""
    return browser.new_page()


@pytest.fixture
def page(tab: Page) -> Page:
    """The tab at 1280 pixels, light and without any preference but that nothing may move: no test waits for it."""
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.emulate_media(
        media="screen", color_scheme="light", reduced_motion="reduce", forced_colors="null", contrast="null"
    )
    return tab


# Tests of one page follow one another, in whatever module they are.
@pytest.fixture(scope="package", params=EVERY_PLACE)
def place(request: pytest.FixtureRequest, servers: dict[str, Served]) -> Place:
    """Every kind of page in each direction."""
    asked: Place = request.param
    return asked._replace(server=servers[asked.direction].address)


@pytest.fixture(scope="package")
def complaints(tab: Page) -> list[str]:
    """What the browser says on its console about the page that is shown, or could not load."""
    said: list[str] = []

    def note_failure(request: Request) -> None:
        # What the browser was still loading when the next page was asked for is "aborted".
        if request.failure != "net::ERR_ABORTED":
            said.append(f"{tab.url}: cannot load {request.url}: {request.failure}")

    tab.on("console", lambda message: said.append(f"{tab.url}: {message.text}"))
    tab.on("pageerror", lambda error: said.append(f"{tab.url}: {error}"))
    tab.on("requestfailed", note_failure)
    return said


@pytest.fixture
def visited(page: Page, place: Place, complaints: list[str]) -> Page:
    """The tab with a page, which stays for the next test that looks at it. No test changes it."""
    if page.url != place.address:
        complaints.clear()
        page.goto(place.address)
    else:
        # A skip link that has the focus lies over the page.
        page.evaluate("document.activeElement.blur()")
    return page


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core."""
    file = HERE / "node_modules/axe-core/axe.min.js"
    need(file.is_file(), NPM)
    return file.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def checker() -> list[str]:
    """The command of the Nu HTML checker, which may look at this machine's own addresses."""
    java, jar = shutil.which("java"), HERE / "node_modules/vnu-jar/build/dist/vnu.jar"
    need(java, "Java")
    need(jar.is_file(), NPM)
    return [
        str(java),
        "-XX:TieredStopAtLevel=1",
        "-Xss4m",
        "-Dnu.validator.servlet.allow-forbidden-hosts=true",
        "-jar",
        str(jar),
    ]
