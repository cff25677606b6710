"""Images without a text, and with a file's name for one."""

import pytest

from newsgen.commands.check.rules.alt_texts import find_missing_alt_texts
from newsgen.errors import Problem
from newsgen.record.article import Image
from tests.support.checking import a_text

WHY = "People who cannot see the image learn nothing of it, and neither do search engines."
IN_TEXT = "Say between the square brackets of ![…] what it shows."


def test_an_image_of_the_body_without_a_text_is_told_with_its_line() -> None:
    assert list(find_missing_alt_texts(a_text("Text.\n\n![](gull.jpg) and ![A gull](gull.png)"))) == [
        Problem("articles/2024/ferry.md", 11, 'the image "gull.jpg" has no alternative text', WHY, IN_TEXT)
    ]


@pytest.mark.parametrize("alt", ["gull.jpg", "IMG_2041", "DSC 0017", "image-3"])
def test_the_name_of_a_file_is_no_text(alt: str) -> None:
    message = f'the image "gull.jpg" has a file\'s name for a text: "{alt}"'
    assert list(find_missing_alt_texts(a_text(f"![{alt}](gull.jpg)"))) == [
        Problem("articles/2024/ferry.md", 9, message, WHY, IN_TEXT)
    ]


def test_an_image_of_the_front_matter_without_a_text_is_told() -> None:
    images = (Image("gull.jpg"), Image("crab.jpg", "A crab"), Image(""))
    assert list(find_missing_alt_texts(a_text(images=images))) == [
        Problem(
            "articles/2024/ferry.md",
            2,
            'the image "gull.jpg" has no alternative text',
            WHY,
            'Say what it shows: "alt: …" beside "file:".',
        )
    ]
