"""Images without an alternative text, or with a file name as one."""

import pytest

from newsgen.commands.check.rules.alt_texts import find_missing_alt_texts
from newsgen.errors import Problem
from newsgen.record.article import Image
from tests.support.checking import a_subject

REASON = "People who cannot see the image learn nothing of it, and neither do search engines."
IN_TEXT = "Say between the square brackets of ![…] what it shows."


def test_an_image_of_the_body_without_an_alt_text_is_found_with_its_line() -> None:
    assert list(find_missing_alt_texts(a_subject("Text.\n\n![](gull.jpg) and ![A gull](gull.png)"))) == [
        Problem("articles/2024/ferry.md", 11, 'the image "gull.jpg" has no alternative text', REASON, IN_TEXT)
    ]


@pytest.mark.parametrize("alt", ["gull.jpg", "IMG_2041", "DSC 0017", "image-3"])
def test_a_file_name_is_no_alt_text(alt: str) -> None:
    message = f'the image "gull.jpg" has a file\'s name for a text: "{alt}"'
    assert list(find_missing_alt_texts(a_subject(f"![{alt}](gull.jpg)"))) == [
        Problem("articles/2024/ferry.md", 9, message, REASON, IN_TEXT)
    ]


def test_an_image_of_the_front_matter_without_an_alt_text_is_found() -> None:
    images = (Image("gull.jpg"), Image("crab.jpg", "A crab"), Image(""))
    assert list(find_missing_alt_texts(a_subject(images=images))) == [
        Problem(
            "articles/2024/ferry.md",
            2,
            'the image "gull.jpg" has no alternative text',
            REASON,
            'Say what it shows: "alt: …" beside "file:".',
        )
    ]
