"""What `newsgen urls check` prints."""

import json

from newsgen.archive.entry import make_card
from newsgen.commands.urls.check import Suggestion, UnansweredUrl, UrlCheck
from newsgen.commands.urls.old_urls.old_url import OldUrl
from newsgen.commands.urls.report import format_url_check, url_check_as_json
from newsgen.settings.site import Site
from tests.support.records import an_article

CARD = make_card(an_article("flood.md", headline="The flood", published="2020-07-12"), Site())
LOST = (
    UnansweredUrl(OldUrl("https://old.example/a", 3), Suggestion(CARD, "its address has a similar name")),
    UnansweredUrl(OldUrl("https://old.example/b", 4), None),
)
CHECK = UrlCheck(1200, LOST, (OldUrl("https://other.example/", 9),))


def test_unanswered_urls_are_listed_and_counted() -> None:
    assert "\n".join(format_url_check(CHECK, 50)) == (
        "https://old.example/a\n"
        "    perhaps /2020/07/the-flood.html (its address has a similar name): The flood\n"
        "https://old.example/b\n"
        "\n"
        "1,200 of 1,202 old URLs answered, 2 not.\n"
        "1 URL of other sites left out."
    )


def test_no_more_urls_are_listed_than_the_limit() -> None:
    assert list(format_url_check(CHECK, 1))[2] == "and 1 more (--limit 0 shows all)"
    assert len(list(format_url_check(CHECK, 0))) == 6
    assert list(format_url_check(UrlCheck(1, (), ()), 50)) == ["1 of 1 old URL answered, 0 not."]


def test_json_holds_everything() -> None:
    perhaps = {
        "permalink": "/2020/07/the-flood.html",
        "path": "flood.md",
        "headline": "The flood",
        "reason": "its address has a similar name",
    }
    assert json.loads(url_check_as_json(CHECK)) == {
        "answered": 1200,
        "unanswered": [
            {"url": "https://old.example/a", "line": 3, "perhaps": perhaps},
            {"url": "https://old.example/b", "line": 4, "perhaps": None},
        ],
        "elsewhere": ["https://other.example/"],
    }
