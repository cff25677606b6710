"""An article as a rule sees it, and where its problems are."""

from newsgen.commands.check.subject import ArticleUnderCheck
from newsgen.errors import Problem
from newsgen.record.article import Block, Origin
from newsgen.settings.site import Site
from tests.support.checking import TODAY, a_pasted_subject, a_subject
from tests.support.records import an_article


def test_a_problem_of_a_field_is_where_the_field_was_read() -> None:
    article = an_article("a.md", origin={"section": Origin("clips/metadata.csv", 7)})
    text = ArticleUnderCheck(article, "", Site(articles="clips"), TODAY)
    assert text.problem_of("section", "a", "b", "c") == Problem("clips/metadata.csv", 7, "a", "b", "c")
    assert text.problem_of("published", "a", "b", "c") == Problem("clips/a.md", 0, "a", "b", "c")


def test_words_are_located_in_the_body() -> None:
    text = a_subject("One.\n\nTwo and three.")
    assert (text.line_of("One"), text.line_of("three"), text.line_of("four")) == (9, 11, 0)
    assert a_pasted_subject("One.", "Two.").line_of("Two") == 11
    assert text.problem(4, "a", "b", "c") == Problem("articles/2024/ferry.md", 4, "a", "b", "c")


def test_a_body_of_several_blocks_is_searched_in_order() -> None:
    blocks = (Block("paragraph", "tide", 3), Block("paragraph", "tide", 5))
    assert a_subject(body=blocks).line_of("tide") == 3
