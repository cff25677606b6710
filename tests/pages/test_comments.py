"""Comments below a story stand in threads, in their order."""

import random

import pytest

from newsgen.pages.comments import ShownComment, plan_comments_style, thread_comments
from newsgen.pages.story import plan_story
from newsgen.record.comment import Comment
from tests.support.records import an_article, make_archive, make_read
from tests.support.rendering import read_html, texts
from tests.support.stories import SITE

THREADS = {
    "none": ([], ""),
    "no answers": ([("1", ""), ("2", "")], "1 2"),
    "answers": ([("1", ""), ("2", ""), ("3", "1"), ("4", "3"), ("5", "1")], "1(3(4) 5) 2"),
    "the newest first": ([("3", "2"), ("2", "1"), ("1", "")], "1(2(3))"),
    "an answer to what is gone": ([("1", ""), ("2", "9")], "1 2"),
    "too deep": ([(str(n), str(n - 1)) for n in range(1, 9)], "1(2(3(4(5 6 7 8))))"),
    "a circle": ([("1", "2"), ("2", "1"), ("3", "2")], "2(1 3)"),
    "itself": ([("1", "1"), ("2", "1")], "1(2)"),
    "no ids": ([("", ""), ("", ""), ("1", "")], "_ _ 1"),
    "one id twice": ([("1", ""), ("1", ""), ("2", "1")], "1(2) _"),
}


def form(threads: tuple[ShownComment, ...]) -> str:
    names = ((one.anchor or "_", form(one.answers)) for one in threads)
    return " ".join(f"{name}({answers})" if answers else name for name, answers in names)


@pytest.mark.parametrize("name", THREADS)
def test_answers_stand_below_what_they_answer(name: str) -> None:
    pairs, expected = THREADS[name]
    assert form(thread_comments([Comment(own, "", None, "x", parent) for own, parent in pairs])) == expected


def test_what_is_too_deep_names_what_it_answers() -> None:
    comments = [Comment(str(n), f"Name {n}", None, "x", str(n - 1)) for n in range(1, 8)]
    (first,) = thread_comments(comments)
    deepest = first.answers[0].answers[0].answers[0].answers
    assert [(one.anchor, one.answered) for one in deepest] == [
        ("5", None),
        ("6", ("5", "Name 5")),
        ("7", ("6", "Name 6")),
    ]


@pytest.mark.parametrize("seed", range(20))
def test_every_comment_is_shown_once_whatever_answers_what(seed: int) -> None:
    choose = random.Random(seed)
    numbers = [str(number) for number in range(60)]
    comments = [Comment(own, "", None, own, choose.choice([*numbers, "", "gone"])) for own in numbers]
    waiting, shown = list(thread_comments(comments)), []
    while waiting:
        one = waiting.pop()
        shown.append(one.anchor)
        waiting += one.answers
    assert sorted(shown) == sorted(numbers)


def test_ids_are_names_that_html_has() -> None:
    comments = [Comment("a b", "", None, "x"), Comment("a\tb", "", None, "x"), Comment('"><b>', "", None, "x")]
    assert [one.anchor for one in thread_comments(comments)] == ["a-b", "", "-b-"]


def test_the_body_has_its_own_ids() -> None:
    (comment,) = thread_comments([Comment("5", "", None, "x")], '<h2 id="comment-5">Comment 5</h2>')
    assert comment.anchor == ""


SHOWN = {(None, True): True, (None, False): False, (True, False): True, (False, True): False}


@pytest.mark.parametrize(("own", "of_site"), SHOWN)
def test_the_article_says_more_than_the_site(own: bool | None, of_site: bool) -> None:
    article = an_article("a.md", comments=(Comment("1", "Iris", None, "At last!"),), shows_comments=own)
    site = SITE.model_copy(update={"comments": of_site})
    archive = make_archive([article], site)
    (planned,) = plan_story("a.md", archive, site)
    page = read_html(planned, archive, site, make_read([article]))
    is_shown = SHOWN[own, of_site]
    assert texts(page, "//details[@class='comments']/summary") == (["1 comment"] if is_shown else [])
    assert page.xpath("//details[@class='comments']/@open") == []
    assert page.xpath("//link/@href[contains(., 'comments')]") == (["../comments.css"] if is_shown else [])
    assert ('"commentCount":1' in page.xpath("string(//script)")) == is_shown
    assert [file.file for file in plan_comments_style(archive)] == (["comments.css"] if is_shown else [])
