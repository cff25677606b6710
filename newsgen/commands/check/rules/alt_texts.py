"""Images without an alternative text, or with a file name as one: people who cannot see them learn nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from newsgen.commands.check.subject import ArticleUnderCheck
from newsgen.errors import Problem
from newsgen.record.media_kinds import media_kind

# One that does not end reaches to the end of the text, so that it is looked through once.
_IMAGE = re.compile(r"<img\b[^>]*+(?:>|\Z)")
_SOURCE = re.compile(r'\ssrc="([^"]*)"')
_ALT = re.compile(r'\salt="([^"]*)"')
_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|avif|tiff?|bmp|svg)|(?:img|dsc|dscf|image|screenshot)[_ -]?\d+", re.I
)
_REASON = "People who cannot see the image learn nothing of it, and neither do search engines."


def find_missing_alt_texts(subject: ArticleUnderCheck) -> Iterator[Problem]:
    """Images of the body and of the front matter."""
    for image in subject.article.images:
        if image.file and (not image.alt or _FILE_NAME.fullmatch(image.alt)):
            yield subject.problem_of(
                "images", _message(image.file, image.alt), _REASON, 'Say what it shows: "alt: …" beside "file:".'
            )
    if "<img " not in subject.html:
        return
    for tag in _IMAGE.findall(subject.html):
        source, text = _SOURCE.search(tag), _ALT.search(tag)
        address, alt = unescape(source[1]) if source else "", unescape(text[1]).strip() if text else ""
        if (not alt or _FILE_NAME.fullmatch(alt)) and not media_kind(address):
            fix = "Say between the square brackets of ![…] what it shows."
            yield subject.problem(subject.line_of(address), _message(address, alt), _REASON, fix)


def _message(address: str, alt: str) -> str:
    if alt:
        return f'the image "{address}" has a file\'s name for a text: "{alt}"'
    return f'the image "{address}" has no alternative text'
