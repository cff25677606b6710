"""Readers' comments on a page keep their names, days, words and threads."""

from __future__ import annotations

import pytest

from newsgen.importers.html.page.read import read_page
from tests.importers.html.page.pages import HEADLINE, write_json_ld, write_page

_WORDPRESS = """
<div id="comments" class="comments-area"><h2>3 thoughts on “Sorrel”</h2><ol class="comment-list">
<li id="comment-12" class="comment even depth-1"><article id="div-comment-12" class="comment-body">
<footer class="comment-meta"><div class="comment-author vcard"><img class="avatar" alt="">
<b class="fn"><a href="http://tann.example">Orla Tann</a></b> <span class="says">says:</span></div>
<div class="comment-metadata"><a href="#"><time datetime="2019-05-06T10:20:00+02:00">May 6</time></a></div></footer>
<div class="comment-content"><p>The <b>old</b> roof.</p><p>See <a href="http://y.example/a">this page</a>, or
write to orla@example.org</p></div><div class="reply"><a>Reply</a></div></article>
<ol class="children"><li id="comment-13" class="comment depth-2"><article id="div-comment-13" class="comment-body">
<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">bo@example.org</b></div>
<div class="comment-metadata"><time datetime="2019-05-07">May 7</time></div></footer>
<div class="comment-content"><p>Not the roof.</p></div></article></li></ol></li>
<li id="comment-14" class="comment"><div id="div-comment-14" class="comment-body"><div class="comment-author vcard">
<cite class="fn">Ida Marr</cite> <span class="says">says:</span></div><div class="comment-meta commentmetadata">
<a href="#">May 8, 2019 at 3:15 pm</a></div><p>An older theme.</p><div class="reply"><a>Reply</a></div></div></li></ol>
<div id="respond" class="comment-respond"><h3>Leave a Reply</h3><form><p class="comment-form-author">
<label>Name</label></p></form></div></div>"""
_DRUPAL = """
<section class="comments"><article id="comment-1" class="comment js-comment"><footer class="comment__meta">
<p class="comment__author"><span class="username">Ida</span></p><p class="comment__time">6 May 2019</p></footer>
<div class="comment__content"><div class="field--name-comment-body"><p>Hello</p></div>
<ul class="links"><li>Reply</li></ul></div></article>
<div class="indented"><article id="comment-2" class="comment"><p class="comment__author">Jon</p>
<p class="comment__time">7 May 2019</p><div class="comment__content"><p>Hello, Ida</p></div></article></div>
</section>"""
_BLOGGER_LIST = """
<dl id="comments-block"><dt class="comment-author" id="c777"><a>Iris</a> said...</dt>
<dd class="comment-body"><p>At<br>last!</p></dd>
<dd class="comment-footer"><span class="comment-timestamp">May 5, 2010 at 8:30 AM</span></dd>
<dt class="comment-author" id="c778">Bo said...</dt><dd class="comment-body"><p>Indeed.</p></dd>
<dd class="comment-footer">May 6, 2010 at 8:30 AM</dd></dl>"""
_BLOGGER = """
<ol><li class="comment" id="c55"><div class="comment-block"><div class="comment-header">
<cite class="user"><a>Iris</a></cite><span class="datetime secondary-text"><a>5 May 2019 at 08:30</a></span></div>
<p class="comment-content">At last!</p><span class="comment-actions"><a>Reply</a></span></div>
<div class="comment-replies"><div class="comment-thread"><ol><li class="comment" id="c56"><div class="comment-block">
<div class="comment-header"><cite class="user">Bo</cite><span class="datetime">6 May 2019</span></div>
<p class="comment-content">Yes</p></div></li></ol></div></div></li></ol>"""
_MOVABLE_TYPE = """
<div class="comments"><div class="comment" id="comment-99"><div class="comment-header">
<b>By <span class="commenter">Lu</span></b> on May 6, 2010</div><div class="comment-content">One</div></div>
<div class="comment" id="comment-6a0e"><div class="comment-content"><p>Two</p></div>
<p class="comment-footer">Posted by: <a>Kai</a> | <a>May 5, 2010</a></p></div></div>"""
_MICRODATA = """
<div itemprop="comment" itemscope itemtype="https://schema.org/Comment">
<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ada</span></span>
<meta itemprop="dateCreated" content="2020-01-02"><div itemprop="text">One</div></div>
<div itemscope itemtype="http://schema.org/UserComments"><span itemprop="creator">Eve</span>
<time itemprop="commentTime" datetime="2020-01-03"></time><p itemprop="commentText">Two</p></div>"""


@pytest.mark.parametrize(
    ("below", "comments"),
    [
        (
            _WORDPRESS,
            [
                (
                    *("12", "Orla Tann", "2019-05-06T10:20:00+02:00"),
                    *("The old roof.\n\nSee this page (http://y.example/a), or\nwrite to", ""),
                ),
                ("13", "", "2019-05-07", "Not the roof.", "12"),
                ("14", "Ida Marr", "2019-05-08T15:15:00", "An older theme.", ""),
            ],
        ),
        (_DRUPAL, [("1", "Ida", "2019-05-06", "Hello", ""), ("2", "Jon", "2019-05-07", "Hello, Ida", "1")]),
        (
            _BLOGGER_LIST,
            [
                ("777", "Iris", "2010-05-05T08:30:00", "At\nlast!", ""),
                ("778", "Bo", "2010-05-06T08:30:00", "Indeed.", ""),
            ],
        ),
        (_BLOGGER, [("55", "Iris", "2019-05-05T08:30:00", "At last!", ""), ("56", "Bo", "2019-05-06", "Yes", "55")]),
        (_MOVABLE_TYPE, [("99", "Lu", "2010-05-06", "One", ""), ("c2", "Kai", "2010-05-05", "Two", "")]),
        (_MICRODATA, [("c1", "Ada", "2020-01-02", "One", ""), ("c2", "Eve", "2020-01-03", "Two", "")]),
        ('<div class="comment-count">3 comments</div><a class="comment" href="#c">Comment</a>', []),
        ('<div class="comments"><h3>Leave a Reply</h3><form><label>Name</label></form></div>', []),
    ],
    ids="WordPress Drupal Blogger-list Blogger MovableType microdata count form".split(),
)
def test_comments_keep_their_names_days_words_and_threads(below: str, comments: list[tuple[str, ...]]) -> None:
    found = read_page(write_page(below=below)).comments
    assert [(one.id, one.author, str(one.date or ""), one.text, one.parent) for one in found] == comments


def test_comments_may_be_stated_in_json_ld_alone() -> None:
    answer = {"@type": "Comment", "author": {"name": "Bo"}, "dateCreated": "2020-01-03", "text": "Yes"}
    first = {"@type": "Comment", "author": "Ada", "dateCreated": "2020-01-02", "text": "<p>No</p>", "comment": answer}
    head = write_json_ld({"@type": "NewsArticle", "headline": HEADLINE, "comment": [first, "text", {"text": "x"}]})
    found = read_page(write_page(head=head)).comments
    assert [(one.id, one.author, str(one.date), one.text, one.parent) for one in found] == [
        ("1", "Ada", "2020-01-02", "No", ""),
        ("2", "Bo", "2020-01-03", "Yes", "1"),
    ]


def test_words_among_comments_without_known_markup_are_kept_alone() -> None:
    found = read_page(write_page(below='<div class="comments"><div>Nothing but nets, as ever.</div></div>')).comments
    assert [(one.author, one.date, one.text) for one in found] == [("", None, "Nothing but nets, as ever.")]


@pytest.mark.parametrize(
    "comments",
    [
        '<div class="comment"><b class="fn">Ada</b>' * 3_000,
        '<div class="comment"><b class="fn">Ada</b><p>x</p></div>' * 6_000,
        '<div class="comment">' * 200 + '<b class="fn">Ada</b><time>2020-01-02</time><p>x</p>',
    ],
    ids="nested many wrapped".split(),
)
def test_hostile_comments_are_read_in_time(comments: str) -> None:
    assert read_page(write_page(below=comments)).headline == HEADLINE
