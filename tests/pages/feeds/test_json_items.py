import json

from newsgen.archive.entry import make_card
from newsgen.pages.feeds.entry import make_entry
from newsgen.pages.feeds.json_items import write_items
from newsgen.settings.site import Site
from tests.support.records import an_article

SITE = Site(url="https://quay.example")


def items(*headlines: str) -> str:
    articles = (an_article(f"{text}.md", headline=text, published="1998", slug="a") for text in headlines)
    return write_items(make_entry(make_card(article, SITE), SITE, "") for article in articles)


def test_each_item_is_a_line() -> None:
    lines = items("One", "Two", "Three").split("\n")
    assert [json.loads(line.removesuffix(","))["title"] for line in lines] == ["One", "Two", "Three"]


def test_missing_values_are_left_out_and_the_headline_is_the_text() -> None:
    assert json.loads(items("Ferry")) == {
        "id": "https://quay.example/1998/a.html",
        "url": "https://quay.example/1998/a.html",
        "title": "Ferry",
        "content_text": "Ferry",
        "date_published": "1998-01-01T00:00:00Z",
        "date_modified": "1998-01-01T00:00:00Z",
        "language": "en",
    }


def test_letters_of_all_scripts_are_written_as_they_are() -> None:
    assert "ميناء 港" in items("ميناء 港")
