"""Articles by the words of their URLs."""

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


def test_words_are_those_of_the_last_segment() -> None:
    assert words_of("/news/2020-flood_wall.html") == {"2020", "flood", "wall"}
    assert words_of("/flood/index.php") == {"flood"}
    assert words_of("/2020/07/") == words_of("/") == frozenset()
