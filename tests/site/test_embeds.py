"""Contents of other sites and files that browsers play, on the pages of a site."""

import re
from pathlib import Path

import pytest

from newsgen.build.build import build_site

pytestmark = pytest.mark.long

BODY = """Text.

<iframe src="https://youtu.be/a" title="Ferry"></iframe>

<audio src="talk.mp3"></audio>

![The report](report.pdf)

![](gone.mp4)
"""


def build(root: Path, language: str = "en") -> str:
    """The page of an article with embeds in a language."""
    (root / "articles").mkdir()
    (root / "site.yaml").write_text("markdown: {html: true}\n", encoding="utf-8")
    head = f"---\ntitle: Boat\ndate: 2020-03-01\nlanguage: {language}\n---\n"
    (root / "articles/a.md").write_text(head + BODY, encoding="utf-8")
    for name in ("talk.mp3", "report.pdf"):
        (root / "articles" / name).write_bytes(b"file")
    build_site(root)
    return (root / "public/2020/03/boat.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "label"),
    [
        ("en", 'Video <time datetime="2020-03-01">March 1, 2020</time>'),
        ("ar", 'فيديو <time datetime="2020-03-01">1 مارس 2020</time>'),
        ("de", 'Video <time datetime="2020-03-01">1. März 2020</time>'),
    ],
)
def test_a_box_has_a_label_a_title_and_an_address(tmp_path: Path, language: str, label: str) -> None:
    assert (
        f'<figure class="embed video">\n<p class="kind">{label}</p>\n<p><strong>Ferry</strong></p>\n'
        '<p dir="ltr"><a href="https://youtu.be/a">https://youtu.be/a</a></p>\n</figure>'
    ) in build(tmp_path, language)


def test_local_files_are_published_and_shown_and_the_policy_allows_no_more(tmp_path: Path) -> None:
    page = build(tmp_path)
    assert '<audio controls preload="none" src="../../media/talk.mp3"></audio>' in page
    assert '<object type="application/pdf" data="../../media/report.pdf"></object>' in page
    assert '<em class="absent"></em>' in page
    assert {file.name for file in (tmp_path / "public/media").iterdir()} == {"talk.mp3", "report.pdf"}
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy == (
        "default-src 'none'; media-src 'self'; object-src 'self'; frame-src 'self'; style-src 'self'; img-src 'self';"
        " base-uri 'none'; form-action 'self'"
    )


def test_a_missing_file_is_told_as_one(tmp_path: Path) -> None:
    build(tmp_path)
    messages = [found.problem.message for found in build_site(tmp_path).findings]
    assert messages == [
        'shows a box with its address in place of "<iframe>"',
        'there is no file "gone.mp4"',
    ]
