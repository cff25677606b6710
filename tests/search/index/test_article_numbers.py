"""The numbers of the index's articles."""

import random

import pytest

from newsgen.search.format.numbering import year_starts
from newsgen.search.index.article_numbers import ArticleChange, number_articles, renumber
from newsgen.search.index.word_table import ListedArticle, NumberTable
from tests.support.state import open_state


def _numbers(articles: dict[str, ListedArticle]) -> NumberTable:
    numbers = NumberTable(open_state())
    numbers.save(number_articles(articles))
    return numbers


@pytest.mark.parametrize("seed", range(8))
def test_numbers_after_changes_are_those_of_all_articles(seed: int) -> None:
    choose = random.Random(seed)
    dates = ("2003-01-05", "2003-11", "2004-02-29", "2004", "")
    articles = {f"{number}.md": ListedArticle(choose.choice(dates), b"") for number in range(90)}
    numbers = _numbers(articles)
    changes = {}
    for path in choose.sample(sorted(articles), 4):
        now = choose.choice((None, ListedArticle("2004-05-06", b"x")))
        changes[path] = ArticleChange(numbers.find(path), now)
        articles.pop(path)
        if now:
            articles[path] = now
    moved = renumber(numbers, changes)
    rebuilt = _numbers(articles)
    if moved is None:
        # Only another first number of a year that stays requires a rebuild.
        before, after = (year_starts(each.count_by_year()) for each in (numbers, rebuilt))
        assert any(before.get(year, start) != start for year, start in after.items())
        return
    wanted = dict(number_articles(articles))
    existing = {path: found.number for path in articles if (found := numbers.find(path))}
    assert existing | moved == {path: article.number for path, article in wanted.items()}
    assert all(existing.get(path) != number for path, number in moved.items())


def test_an_article_moves_if_it_comes_goes_or_has_another_date() -> None:
    listed = ListedArticle("2004", b"x")
    numbered = listed.numbered(3)
    assert ArticleChange(None, ListedArticle("", b"x")).moves
    assert ArticleChange(numbered, None).moves
    assert ArticleChange(numbered, ListedArticle("2004-05", b"x")).moves
    assert not ArticleChange(numbered, ListedArticle("2004", b"y")).moves
    assert not ArticleChange(None, None).moves
