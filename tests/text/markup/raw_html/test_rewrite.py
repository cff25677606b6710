"""HTML that is let through: boxes for contents of other sites, local files, anchors, and what is dropped."""

import pytest

from newsgen.record.article import Block
from newsgen.text.markup.html import find_omissions
from tests.support.html import render


def box(kind: str, address: str, title: str = "", content: str = "") -> str:
    name = f"<p><strong>{title}</strong></p>\n" if title else ""
    link = f'<p dir="ltr"><a href="{address}">{address}</a></p>'
    return f'<figure class="embed {kind}">\n{name}{content}{link}\n</figure>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "<iframe src='https://www.youtube.com/embed/a' title='Ferry'></iframe>",
            box("video", "https://www.youtube.com/embed/a", "Ferry"),
        ),
        ("<iframe src='//player.vimeo.com/video/1'>x</iframe>", box("video", "https://player.vimeo.com/video/1")),
        ("<iframe data-src='https://w.soundcloud.com/a'></iframe>", box("audio", "https://w.soundcloud.com/a")),
        (
            "<iframe src='https://www.google.com/maps/embed?a=1&amp;b'></iframe>",
            box("map", "https://www.google.com/maps/embed?a=1&amp;b"),
        ),
        ("<iframe src='https://e.example/a'></iframe>", box("page", "https://e.example/a")),
        ("<video src='https://e.example/a'><p>Old browser</p></video>", box("video", "https://e.example/a")),
        ("<audio><source src='https://e.example/a'></audio>", box("audio", "https://e.example/a")),
        ("<object data='https://e.example/a.pdf'></object>", box("document", "https://e.example/a.pdf")),
        ("<object><param name='movie' value='https://youtu.be/a'></object>", box("video", "https://youtu.be/a")),
        ("<embed src='https://e.example/a.pdf'>", box("document", "https://e.example/a.pdf")),
        (
            "<blockquote class='instagram-media' data-instgrm-permalink='https://www.instagram.com/p/A/'></blockquote>",
            box("post", "https://www.instagram.com/p/A/", "", "<blockquote></blockquote>"),
        ),
        (
            "<blockquote class='twitter-tweet'><p>Hi</p><a href='https://twitter.com/a/1'>May 1</a></blockquote>",
            box(
                "post",
                "https://twitter.com/a/1",
                "",
                '<blockquote><p>Hi</p><a href="https://twitter.com/a/1">May 1</a></blockquote>',
            ),
        ),
        (
            "<div class='fb-post' data-href='https://www.facebook.com/a'></div>",
            box("post", "https://www.facebook.com/a"),
        ),
    ],
)
def test_contents_of_other_sites_become_boxes(text: str, html: str) -> None:
    assert render(text, html=True).strip() == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<audio controls src='a.mp3' title='Talk'></audio>", '<img src="a.mp3" alt="Talk">'),
        (
            "<video><source src='a.mp4'><source src='a.webm'><track src='a.vtt'></video>",
            '<img src="a.mp4" alt=""> <a href="a.webm">a.webm</a> <a href="a.vtt">a.vtt</a>',
        ),
        ("<object data='a.pdf' type='application/pdf'>none</object>", '<img src="a.pdf" alt="">'),
        ("<embed src='/b/a.pdf'>", '<img src="/b/a.pdf" alt="">'),
        ("<iframe src='chart.html' title='Chart'></iframe>", '<a href="chart.html">Chart</a>'),
        ("<noscript><img src='a.jpg' alt='b'></noscript>", '<img src="a.jpg" alt="b">'),
        (
            "<img src='data:image/gif;base64,R0' data-src='a.jpg' alt='b'><noscript><img src='a.jpg'></noscript>",
            '<img src="a.jpg" alt="b">',
        ),
        ("<svg><text>Chart</text></svg>", "Chart"),
        ("a &lt; b", "a &lt; b"),
    ],
)
def test_local_files_and_text_survive(text: str, html: str) -> None:
    assert render(f"<div>{text}</div>", html=True).strip() == html


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<iframe src='https://e.example'></iframe>", [("embed", "<iframe>")]),
        ("<iframe srcdoc='a'></iframe>", [("tag", "<iframe>")]),
        ("<script>a</script><form><input></form>", [("tag", "<script>"), ("tag", "<form>"), ("tag", "<input>")]),
        ("<img src='https://e.example/a.jpg' alt='b'>", [("image", "https://e.example/a.jpg")]),
        ("<p>a<!-- b --></p>", [("comment", "<!-- b -->")]),
        ("<amp-player data-id='1'></amp-player>", [("tag", "<amp-player>")]),
        ("<audio src='a.mp3'></audio><div>b</div>", []),
    ],
)
def test_what_is_dropped_is_noted(text: str, found: list[tuple[str, str]]) -> None:
    assert find_omissions(Block("markdown", text, 1), allow_html=True) == found


@pytest.mark.parametrize(
    "tag", ["iframe", "video", "audio", "object", "embed", "blockquote class=tweet", "script", "svg", "noscript"]
)
def test_an_element_that_is_not_closed_ends_with_the_text(tag: str) -> None:
    assert "before" in render(f"before\n\n<{tag} src='https://e.example/a' data-a='https://e.example/b'>", html=True)
