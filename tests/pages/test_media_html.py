"""Sounds, videos and documents in a text."""

import pytest

from newsgen.pages.media_html import media_shown, player_html
from newsgen.record.responsive_image import ResponsiveImage


@pytest.mark.parametrize(
    ("href", "title", "html"),
    [
        (
            "media/talk.mp3",
            "A &amp; B",
            '<audio controls preload="none" src="../media/talk.mp3"></audio> <a href="../media/talk.mp3">A &amp; B</a>',
        ),
        (
            "media/a%20%26.MP4#t=3",
            "",
            '<video controls preload="metadata" src="../media/a%20%26.MP4#t=3"></video>'
            ' <a href="../media/a%20%26.MP4#t=3">a &amp;.MP4</a>',
        ),
        (
            "media/a.pdf",
            "",
            '<object type="application/pdf" data="../media/a.pdf"></object> <a href="../media/a.pdf">a.pdf</a>',
        ),
    ],
)
def test_a_file_that_browsers_play_has_their_player_and_a_link(href: str, title: str, html: str) -> None:
    assert player_html(href, title, "../") == f'<span class="media">{html}</span>'


@pytest.mark.parametrize("href", ["media/a.jpg", "media/a", "media/mp3", "a.mp3/b"])
def test_other_files_have_no_player(href: str) -> None:
    assert player_html(href, "", "") == ""


def test_the_kinds_that_a_policy_must_allow_are_those_that_are_shown() -> None:
    shown = {name: ResponsiveImage(name) for name in ("a.jpg", "b.mp3", "c.ogg", "d.pdf")}
    assert media_shown(shown) == {"audio", "document"}
