"""Comments below a story: in threads, closed until a reader opens them, and the stylesheet of the pages that have some.

Answers are indented to a depth that narrow screens have room for. Those below it stand in their order, each with the
name of the one that it answers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsgen.archive.archive import Archive
from newsgen.archive.targets import Target
from newsgen.pages.page import Page, viewed_page
from newsgen.record.comment import Comment
from newsgen.record.dates import PartialDate
from newsgen.text.markup.comment_text import render_comment

STYLE_FILE = "comments.css"
_DEEPEST = 4
# What an id in HTML cannot hold, or a reader's program may take for something else.
_NO_NAME = re.compile(r"[^\w.-]+")


class ShownComment(NamedTuple):
    """A comment as its page shows it: the name of its place, its text as HTML, and the comments that answer it.

    The id of the place is "comment-" and the name, as WordPress has it. `answered` is the comment that it answers,
    where it does not stand below that.
    """

    anchor: str
    author: str
    date: PartialDate | None
    html: str
    answers: tuple[ShownComment, ...] = ()
    answered: tuple[str, str] | None = None


class _Place(NamedTuple):
    """Where a comment stands: below another (-1: none), and how deep."""

    holder: int
    depth: int


def plan_comments_style(archive: Archive) -> Iterator[Page]:
    """The stylesheet of comments; none where no page shows comments."""
    if archive.shows_comments():
        yield viewed_page(STYLE_FILE, "comments.css", Target("comments"), dict)


def thread_comments(comments: Sequence[Comment], body: str = "") -> tuple[ShownComment, ...]:
    """The comments that answer none, each with its answers; all in their order. `body` is the story above them."""
    numbers = {comment.id: number for number, comment in reversed(tuple(enumerate(comments))) if comment.id}
    parents = [numbers.get(comment.parent, -1) if comment.parent else -1 for comment in comments]
    places = _find_places(parents)
    anchors = _name_anchors(comments, body)
    below: dict[int, list[int]] = {}
    for number, place in enumerate(places):
        below.setdefault(place.holder, []).append(number)

    def show(number: int) -> ShownComment:
        comment, parent = comments[number], parents[number]
        is_apart = parent >= 0 and places[number].holder not in (parent, -1)
        return ShownComment(
            anchors[number],
            comment.author,
            comment.date,
            render_comment(comment.text),
            tuple(map(show, below.get(number, ()))),
            (anchors[parent], comments[parent].author) if is_apart and anchors[parent] else None,
        )

    return tuple(map(show, below.get(-1, ())))


def _find_places(parents: Sequence[int]) -> list[_Place]:
    """The place of each comment, by the comments that they answer; of a circle one answers none."""
    places: list[_Place | None] = [None] * len(parents)
    for start in range(len(parents)):
        way: dict[int, None] = {}
        at = start
        while at >= 0 and places[at] is None and at not in way:
            way[at] = None
            at = parents[at]
        for number in reversed(way):
            above = places[parents[number]] if parents[number] >= 0 else None
            if above is None:
                places[number] = _Place(-1, 0)
            elif above.depth < _DEEPEST:
                places[number] = _Place(parents[number], above.depth + 1)
            else:
                places[number] = above
    return [place for place in places if place]


def _name_anchors(comments: Sequence[Comment], body: str) -> list[str]:
    """The names of the comments' places; "" for a comment that has none of its own, which the body has not either."""
    anchors: list[str] = []
    taken: set[str] = set()
    for comment in comments:
        anchor = _NO_NAME.sub("-", comment.id)
        is_taken = anchor in taken or f' id="comment-{anchor}"' in body
        anchors.append("" if is_taken else anchor)
        taken.add(anchor)
    return anchors
