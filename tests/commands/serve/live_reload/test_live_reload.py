"""What is added to a page, the data of events, and the problem page."""

import re
from importlib.resources import files
from pathlib import Path

from lxml import html

from newsgen.commands.serve.live_reload import EVENTS, add_script, event_data, make_problem_page
from newsgen.commands.serve.served_site import ServedSite
from newsgen.errors import Problem

PAGE = b"<!doctype html>\n<title>Ferry</title>\n<p>It is back.</p>\n"
FLOOD = Problem(
    "articles/flood.md", 3, 'cannot read date "soon"', "It places <the> article.", "Write it as YYYY-MM-DD."
)
THEME = Problem("templates", 0, "is a file", "Templates are in a folder.", "Move it away.")
GOOD = ServedSite(100).after_success(Path("public"), "")


def test_a_page_gets_the_script_at_its_end_and_nothing_else() -> None:
    own = files("newsgen.commands.serve.live_reload")
    sent = add_script(PAGE, 7, "N")
    assert sent.startswith(PAGE)
    (script,) = html.document_fromstring(sent).xpath("//script")
    assert dict(script.attrib) == {
        "nonce": "N",
        "data-key": "7",
        "data-events": EVENTS,
        "data-style": own.joinpath("overlay.css").read_text(encoding="utf-8"),
    }
    assert script.text.strip() == own.joinpath("overlay.js").read_text(encoding="utf-8").strip()


def test_the_policy_of_a_page_allows_the_script() -> None:
    policy = b'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
    sent = html.document_fromstring(add_script(policy + PAGE, 7, "N"))
    (opened,) = sent.xpath("//meta/@content")
    assert opened == "default-src 'none'; script-src 'nonce-N'; connect-src 'self'"


def test_the_script_is_safe_inside_a_script_tag_and_writes_no_html() -> None:
    script = files("newsgen.commands.serve.live_reload").joinpath("overlay.js").read_text(encoding="utf-8")
    assert not re.search(r"</script|<!--|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", script, re.I)


def test_the_event_of_a_good_build_has_the_key_of_its_pages() -> None:
    assert event_data(GOOD) == {"key": "101", "build": 101, "problems": []}


def test_the_event_of_a_failed_build_has_the_problems_and_the_old_key() -> None:
    assert event_data(GOOD.after_failure([FLOOD, THEME], "Nothing was written.")) == {
        "key": "101",
        "build": 102,
        "heading": "Not built: 2 problems",
        "note": "Nothing was written. Fix what is listed here and save; this page will follow.",
        "problems": [
            {
                "location": "articles/flood.md:3",
                "message": 'cannot read date "soon"',
                "reason": "It places <the> article.",
                "fix": "Write it as YYYY-MM-DD.",
            },
            {
                "location": "templates",
                "message": "is a file",
                "reason": "Templates are in a folder.",
                "fix": "Move it away.",
            },
        ],
        "rest": "",
    }


def test_the_first_problems_are_shown_and_the_others_counted() -> None:
    problems = [Problem(f"articles/{number:04}.md", 1, "a", "b", "c") for number in range(1_250)]
    event = event_data(GOOD.after_failure(problems, "Nothing was written."))
    assert (event["heading"], event["rest"]) == ("Not built: 1,250 problems", "And 1,200 more.")
    page = html.document_fromstring(make_problem_page(ServedSite(100).after_failure(problems, "Nothing was written.")))
    assert len(page.xpath("//li")) == 50
    assert page.xpath("//p[@class='rest']/text()") == ["And 1,200 more."]


def test_before_the_first_good_build_the_page_shows_the_problems_and_the_event_has_none() -> None:
    site = ServedSite(100).after_failure([FLOOD], "Nothing was written.")
    assert event_data(site) == {"key": "101", "build": 101, "problems": []}
    page = html.document_fromstring(make_problem_page(site))
    assert page.xpath("//title/text()") == page.xpath("//h1/text()") == ["Not built: 1 problem"]
    assert [str(text) for text in page.xpath("//main//p/text()")] == [
        "Nothing was written. Fix what is listed here and save; this page will follow.",
        "articles/flood.md:3",
        'cannot read date "soon"',
        "It places <the> article.",
        "Write it as YYYY-MM-DD.",
    ]
