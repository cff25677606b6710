"""What somebody sees who writes with the site open in a browser: each saving, and what went wrong."""

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

from tests.support.serving import PATIENCE, Serving, serving

HEAD = "---\ntitle: Ferry returns\ndate: 2019-03-12\nsection: Harbour\nbyline: Nadia Sorrenby\n---\n"
GOOD = HEAD + "The ferry is back.\n\n" + "It sails twice a day.\n\n" * 100
BROKEN = GOOD.replace("section:", "slug: <b>soon</b>\nsection:")
STORY = "2019/03/ferry-returns.html"
ALERT = "newsgen-problems [role=alert]"

pytestmark = pytest.mark.long


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "articles").mkdir()
    save(tmp_path, GOOD)
    return tmp_path


@pytest.fixture
def served(root: Path) -> Iterator[Serving]:
    with serving(root) as served:
        yield served


@pytest.fixture
def complaints() -> list[str]:
    """What the browser wrote on its console: refusals by the page's policy, and errors of the script."""
    return []


def complain(complaints: list[str], message: ConsoleMessage) -> None:
    # A browser looks for an icon by itself; the site need not have one.
    if not message.location["url"].endswith("/favicon.ico"):
        complaints.append(message.text)


@pytest.fixture
def page(browser: Browser, served: Serving, complaints: list[str]) -> Iterator[Page]:
    """A browser with the story open."""
    page = browser.new_page()
    page.set_default_timeout(1_000 * PATIENCE)
    page.on("console", partial(complain, complaints))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(served.address + STORY)
    yield page
    page.close()


def save(root: Path, text: str) -> None:
    (root / "articles/ferry.md").write_text(text, encoding="utf-8")


def wait_until(page: Page, condition: str) -> None:
    # Not by wait_for_function: that needs a policy which lets the page evaluate text.
    for _ in range(10 * PATIENCE):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never {condition}")


def test_the_page_shows_what_was_saved_where_the_reader_was(root: Path, page: Page, complaints: list[str]) -> None:
    built = (root / "public" / STORY).read_bytes()
    assert b"<script nonce" not in built
    page.evaluate("scrollTo(0, 700)")
    for text in ("The ferry is here.", "The ferry is gone."):
        save(root, GOOD.replace("The ferry is back.", text))
        page.get_by_text(text).wait_for()
        wait_until(page, "scrollY === 700")
    # The page tells the digest of its text as well.
    digests = re.compile(rb"[0-9a-f]{64}")
    now = (root / "public" / STORY).read_bytes()
    assert digests.sub(b"", now) == digests.sub(b"", built).replace(b"The ferry is back.", b"The ferry is gone.")
    assert page.locator("script:not([type])").count() == 0
    assert not complaints


def test_problems_lie_over_the_page_until_they_are_mended(root: Path, page: Page, complaints: list[str]) -> None:
    save(root, BROKEN)
    alert = page.locator(ALERT)
    alert.wait_for()
    assert alert.locator("h1").inner_text() == "Not built: 1 problem"
    assert alert.locator(".note").inner_text() == (
        "Nothing was written. Fix what is listed here and save; this page will follow."
    )
    assert alert.locator("li p").all_inner_texts() == [
        "articles/ferry.md:4",
        '"<b>soon</b>" cannot be a slug: it is more than one name',
        "The page could not be kept on every disk and host.",
        "Write one name of letters and digits, for example flood-of-1953; a whole path is a permalink.",
    ]
    assert page.get_by_text("The ferry is back.").count() == 1
    assert page.locator("newsgen-problems").evaluate("host => getComputedStyle(host).position") == "fixed"
    save(root, GOOD.replace("The ferry is back.", "The ferry is mended."))
    page.get_by_text("The ferry is mended.").wait_for()
    assert page.locator(ALERT).count() == 0
    assert not complaints


def test_escape_hides_the_problems_until_the_next_build(root: Path, served: Serving, page: Page) -> None:
    save(root, BROKEN)
    page.locator(ALERT).wait_for()
    page.keyboard.press("Escape")
    assert page.locator(ALERT).count() == 0
    save(root, BROKEN.replace("2019", "2020") + "More.\n")
    page.locator(ALERT).wait_for()
    page.get_by_role("button", name="Hide (Esc)").click()
    assert page.locator(ALERT).count() == 0
    # Who comes later hears of them too.
    page.goto(served.address)
    page.locator(ALERT).wait_for()


def test_a_first_build_that_fails_is_followed_by_the_site(browser: Browser, root: Path) -> None:
    save(root, BROKEN)
    with serving(root, first="nothing was written.") as served:
        page = browser.new_page()
        page.set_default_timeout(1_000 * PATIENCE)
        page.goto(served.address + STORY)
        assert page.locator("h1").all_inner_texts() == ["Not built: 1 problem"]
        save(root, BROKEN.replace("soon", "late"))
        page.get_by_text('"<b>late</b>" cannot be a slug').wait_for()
        assert page.locator(ALERT).count() == 0
        save(root, GOOD)
        page.get_by_text("The ferry is back.").wait_for()
        page.close()


def test_a_page_that_nobody_sees_does_not_listen_and_catches_up(root: Path, served: Serving, page: Page) -> None:
    """Six pages that listen are all that a browser has connections for; the seventh would not even load."""
    hide = "Object.defineProperty(document, 'hidden', {value: %s, configurable: true});"
    seen = "document.dispatchEvent(new Event('visibilitychange'))"
    page.evaluate(hide % "true" + seen)
    save(root, GOOD.replace("The ferry is back.", "The ferry is here."))
    served.wait_for(" written, ")
    assert page.get_by_text("The ferry is back.").count() == 1
    page.evaluate(hide % "false" + seen)
    page.get_by_text("The ferry is here.").wait_for()


def test_a_page_outlives_its_server(browser: Browser, root: Path) -> None:
    with serving(root) as served:
        page = browser.new_page()
        page.set_default_timeout(1_000 * PATIENCE)
        page.goto(served.address + STORY)
        port = served.address.rstrip("/").rpartition(":")[2]
    save(root, GOOD.replace("The ferry is back.", "The ferry is here."))
    with serving(root, "--port", port):
        page.get_by_text("The ferry is here.").wait_for()
        page.close()


def test_a_template_with_a_policy_of_its_own_keeps_it(browser: Browser, root: Path) -> None:
    """Its own inline scripts run as they would on its server, also beside the script that is added."""
    (root / "templates").mkdir()
    template = root / "templates/404.html"
    template.write_text(
        "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self' 'unsafe-inline'\">"
        '<base href="https://elsewhere.example/"><title>Lost</title>'
        "<script>document.title = 'Lost, and a script ran'</script>",
        encoding="utf-8",
    )
    with serving(root) as served:
        page = browser.new_page()
        page.goto(f"{served.address}nothing.html")
        assert page.title() == "Lost, and a script ran"
        template.write_text("<!doctype html><title>Found</title>", encoding="utf-8")
        expect(page).to_have_title("Found", timeout=1_000 * PATIENCE)
        page.close()
