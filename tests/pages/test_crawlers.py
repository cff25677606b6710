"""The table of crawlers: names for robots.txt, each with its purpose and the source of it."""

import re
from datetime import date

from newsgen.pages.crawlers import Crawler, known_crawlers


def test_a_crawler_has_its_purpose_and_the_source_of_it() -> None:
    assert known_crawlers()[0] == Crawler(
        "GPTBot", "OpenAI", "training", "https://developers.openai.com/api/docs/bots", "2026-04-19"
    )


def test_every_row_is_complete() -> None:
    for crawler in known_crawlers():
        # RFC 9309, section 2.2.1: letters, hyphens and underscores; some of today's names have a figure.
        assert re.fullmatch("[A-Za-z0-9_-]+", crawler.name)
        assert crawler.company
        assert crawler.purpose in ("training", "search", "assistant")
        assert crawler.source.startswith("https://")
        assert date.fromisoformat(crawler.read)


def test_no_name_is_listed_twice_and_none_is_a_search_engines() -> None:
    names = [crawler.name.lower() for crawler in known_crawlers()]
    assert len(names) == len(set(names))
    assert not {"googlebot", "bingbot", "applebot", "duckduckbot"} & set(names)
