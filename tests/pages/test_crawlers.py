"""The table of crawlers: names that robots.txt can hold, and for each where it was read what it is for."""

import re
from datetime import date

from newsgen.pages.crawlers import Crawler, known_crawlers


def test_a_crawler_is_told_with_its_purpose_and_where_that_is_said() -> None:
    assert known_crawlers()[0] == Crawler(
        "GPTBot", "OpenAI", "training", "https://developers.openai.com/api/docs/bots", "2026-04-19"
    )


def test_every_row_is_whole() -> None:
    for crawler in known_crawlers():
        # RFC 9309, section 2.2.1: letters, hyphens and underscores; some of today's names have a figure.
        assert re.fullmatch("[A-Za-z0-9_-]+", crawler.name)
        assert crawler.company
        assert crawler.purpose in ("training", "search", "assistant")
        assert crawler.source.startswith("https://")
        assert date.fromisoformat(crawler.read)


def test_no_name_stands_twice_and_no_search_engine_is_among_them() -> None:
    names = [crawler.name.lower() for crawler in known_crawlers()]
    assert len(names) == len(set(names))
    assert not {"googlebot", "bingbot", "applebot", "duckduckbot"} & set(names)
