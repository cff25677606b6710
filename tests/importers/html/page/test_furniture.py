"""Icons, spacers, buttons and advertisements are no part of a text."""

import pytest

from newsgen.importers.html.page.body.furniture import is_furniture, is_furniture_in_text
from newsgen.importers.html.page.read import read_page
from tests.importers.html.page.pages import PARAGRAPHS, write_page

STORY = "".join(f"<p>{text}</p>" for text in PARAGRAPHS[1:])


@pytest.mark.parametrize(
    "opening",
    [
        'img src="/template/spacer.gif"',
        'img src="/i/quay.jpg" width="16" height="16px"',
        'img src="/ico/4.gif"',
        'img src="/images/bullet_orange.gif?v=2"',
        'img src="/img/print.png"',
        'iframe src="http://www.facebook.com/plugins/like.php?href=http://paper.example/1"',
        'iframe src="//platform.twitter.com/widgets/tweet_button.html"',
        'iframe src="http://ads.paper.example/show?id=3"',
        'iframe src="https://paper.example/banners/7"',
        'iframe src="about:blank"',
        'iframe src="/count" width="1" height="1"',
        'iframe src=""  width="0" height="0"',
    ],
)
def test_furniture_is_known_by_size_and_address(opening: str) -> None:
    assert is_furniture(opening)
    element = f"<{opening}></iframe>" if opening.startswith("iframe") else f"<{opening}>"
    for first in (f"<p>{PARAGRAPHS[0]}</p><div>{element}</div>", f"<p>{PARAGRAPHS[0]}{element}</p>"):
        body = read_page(write_page(first + STORY)).body_html
        assert (PARAGRAPHS[0] in body, "src=" in body) == (True, False)


@pytest.mark.parametrize(
    "opening",
    [
        'img src="/i/quay.jpg" width="300" height="40"',
        'img src="/i/printers-of-sorrel.jpg"',
        'img src="/i/icon-of-st-nicholas.jpg"',
        'img src="/blank.gif" data-src="/i/quay.jpg"',
        'img src="/i/emailed.png"',
        'img src="/quay-adventure.jpg"',
        'iframe src="https://www.youtube.com/embed/abc"',
        'iframe src="https://www.facebook.com/plugins/video.php?href=1"',
        'iframe src="https://www.facebook.com/plugins/post.php?href=1"',
        'iframe src="https://platform.twitter.com/embed/Tweet.html?id=1"',
        'iframe src="https://maps.example/roads/7"',
        'p class="ads"',
    ],
)
def test_pictures_and_boxes_of_the_text_are_none(opening: str) -> None:
    assert not is_furniture(opening)


def test_small_pictures_with_a_text_stay_among_words() -> None:
    assert not is_furniture_in_text('img src="/x2.gif" alt="x²" width="20" height="12"')
    assert is_furniture_in_text('img src="/x2.gif" alt="" width="20" height="12"')
