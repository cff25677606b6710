"""Articles by the words of their URLs."""

import time

import pytest

from newsgen.commands.urls.similar_slugs import SlugMatcher, words_of

PERMALINKS = (
    *("/2020/07/flood-wall-vote.html", "/2015/03/flood-night.html", "/2019/03/ferry-returns.html"),
    *("/2019/03/ferry-returns-to-sorrel.html", "/2021/the-lamps.html", "/2020/07/théâtre.html"),
)


@pytest.mark.parametrize(
    ("path", "permalink"),
    [
        ("/news/4711-ferry-returns.php", "/2019/03/ferry-returns.html"),
        ("/ferry_returns_to_sorrel", "/2019/03/ferry-returns-to-sorrel.html"),
        ("/2015/03/Flood-Night/index.html", "/2015/03/flood-night.html"),
        ("/th%C3%A9%C3%A2tre/", "/2020/07/théâtre.html"),
        ("/2020/07/the-gulls.html", None),
        ("/?p=17", None),
        ("/4711/", None),
        ("/", None),
    ],
)
def test_the_most_similar_article_is_found(path: str, permalink: str | None) -> None:
    assert SlugMatcher(PERMALINKS).find(path) == permalink


def test_an_empty_archive_has_no_similar_article() -> None:
    assert SlugMatcher([]).find("/flood") is None


@pytest.mark.parametrize(
    ("path", "permalink"),
    [
        ("/council-meeting-17.php", "/council-meeting-17.html"),
        ("/meeting-council", "/council-meeting.html"),
        ("/council-meeting-on-wetlands", "/council-meeting-wetlands.html"),
        ("/council-meeting-tonight", None),
    ],
)
def test_words_that_most_articles_have_say_nothing(path: str, permalink: str | None) -> None:
    many = [f"/council-meeting-{number}.html" for number in range(3_000)]
    matcher = SlugMatcher([*many, "/council-meeting.html", "/council-meeting-wetlands.html"])
    started = time.process_time()
    assert {matcher.find(path) for _ in range(100)} == {permalink}
    assert time.process_time() - started < 0.2


def test_words_are_those_of_the_last_segment() -> None:
    assert words_of("/news/2020-flood_wall.html") == {"2020", "flood", "wall"}
    assert words_of("/flood/index.php") == {"flood"}
    assert words_of("/2020/07/") == words_of("/") == frozenset()
