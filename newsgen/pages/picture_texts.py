"""The captions and credits in the files of a story's pictures, where the article has none of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape, unescape

from newsgen.record.article import Article, Image
from newsgen.record.responsive_image import ResponsiveImage

_ALONE = re.compile(r'<p>(?P<image><img src="(?P<address>[^"]*)"[^<>]*>)</p>')
_TAG = re.compile(r"<[^<>]*>")


def new_texts_only(
    pictures: Mapping[str, ResponsiveImage], article: Article, body: str
) -> Mapping[str, ResponsiveImage]:
    """A story's pictures without the captions and credits that its text has already.

    A name that was anonymised may stand in a file too, so that nothing is taken from those of such an article.
    """
    if not any(picture.caption or picture.credit for picture in pictures.values()):
        return pictures
    said = _fold(" ".join((unescape(_TAG.sub(" ", body)), article.dek, *_own_texts(article.images))))
    return {address: _without_said(picture, said, article.is_anonymised) for address, picture in pictures.items()}


def _own_texts(images: Iterable[Image]) -> Iterable[str]:
    return (text for image in images for text in (image.alt, image.caption, image.credit))


def _without_said(picture: ResponsiveImage, said: str, is_anonymised: bool) -> ResponsiveImage:
    caption, credit = ("" if is_anonymised or _fold(text) in said else text for text in picture[-2:])
    return picture._replace(caption=caption, credit=credit)


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())


def with_file_texts(image: Image, picture: ResponsiveImage | None) -> Image:
    """An image with the caption and credit of its file in the place of those that the article does not give."""
    if not picture or not (picture.caption or picture.credit):
        return image
    return replace(image, caption=image.caption or picture.caption, credit=image.credit or picture.credit)


def caption_body(body: str, pictures: Mapping[str, ResponsiveImage]) -> str:
    """A body whose pictures that stand alone have the captions and credits of their files below them."""
    if not any(picture.caption or picture.credit for picture in pictures.values()):
        return body

    def show(match: re.Match[str]) -> str:
        picture = pictures.get(unescape(match["address"]))
        if not picture or not (picture.caption or picture.credit):
            return match[0]
        credit = f'<span class="credit">{escape(picture.credit)}</span>' if picture.credit else ""
        caption = " ".join(filter(None, (escape(picture.caption), credit)))
        return f"<figure>{match['image']}\n<figcaption>{caption}</figcaption>\n</figure>"

    return _ALONE.sub(show, body)
