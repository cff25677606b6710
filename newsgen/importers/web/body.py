"""The text of an article in Markdown: its links lead to the articles of the source, its pictures are beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from newsgen.importers.web.address_key import address_key
from newsgen.importers.web.files import ArticleFiles
from newsgen.importers.web.page_addresses import PageAddress, without_wayback
from newsgen.importers.web.page_index import PageIndex
from newsgen.importers.web.page_rows import PageRow
from newsgen.record.import_entry import Entry
from newsgen.text.html_markdown.conversion import ConversionOptions
from newsgen.text.html_markdown.convert import convert_html
from newsgen.text.urls import host_of, is_whole

# A redirect that leads to a redirect is followed so many times.
_MOST_STEPS = 5
_NOTE = re.compile(r"\[\^([^\[\]\n]++)\]")


class WebText(NamedTuple):
    """A text in Markdown with the account of its HTML, and the pictures that it shows."""

    markdown: str
    entries: tuple[Entry, ...]
    pictures: tuple[str, ...]


def convert_page(html: str, row: PageRow, index: PageIndex, files: ArticleFiles) -> WebText:
    """The text of one page in Markdown."""
    address = PageAddress(row.url, row.path)

    def choose_image(addresses: Sequence[str]) -> str:
        return files.choose_picture(addresses, address, row.base)

    options = ConversionOptions(rewrite_link=_links(row, address, index, files), choose_image=choose_image)
    conversion = convert_html(html, options)
    return WebText(conversion.markdown.strip("\n"), conversion.entries, tuple(image.src for image in conversion.images))


def join_texts(texts: Sequence[WebText]) -> WebText:
    """The text of an article of some parts; footnotes of later parts get labels of their own."""
    whole: list[str] = []
    labels: set[str] = set()
    for number, text in enumerate(texts, 1):
        clash = frozenset(_NOTE.findall(text.markdown)) & labels
        markdown = _NOTE.sub(partial(_renamed, clash=clash, number=number), text.markdown) if clash else text.markdown
        labels |= set(_NOTE.findall(markdown))
        whole.append(markdown)
    entries = tuple(entry for text in texts for entry in text.entries)
    return WebText(
        "\n\n".join(filter(None, whole)), entries, tuple(picture for text in texts for picture in text.pictures)
    )


def _renamed(note: re.Match[str], clash: frozenset[str], number: int) -> str:
    return f"[^p{number}-{note[1]}]" if note[1] in clash else note[0]


def _links(row: PageRow, address: PageAddress, index: PageIndex, files: ArticleFiles) -> Callable[[str], str]:
    def rewrite(reference: str) -> str:
        meanings = address.meanings(reference, row.base)
        if not meanings:
            return without_wayback(reference)
        fragment = reference.partition("#")[2]
        article = next(filter(None, (find_link(meaning, index) for meaning in meanings)), "")
        if article:
            return f"{article}#{fragment}" if fragment else article
        file = files.link_to_file(meanings)
        if file:
            return file
        whole = next((meaning for meaning in reversed(meanings) if host_of(meaning)), "")
        if whole:
            whole = whole if not whole.startswith("//") else f"http:{whole}"
            return f"{whole}#{fragment}" if fragment else whole
        # A path that leads nowhere without the mirror.
        return "" if not is_whole(reference) else reference

    return rewrite


def find_link(address: str, index: PageIndex) -> str:
    """The address by which texts link to the article that stands at an address, "" if none does."""
    for _ in range(_MOST_STEPS):
        number = index.page_at(address_key(address))
        if number is None:
            return ""
        membership = index.membership(number)
        if membership:
            return index.link(membership.lead)
        target = index.page(number).target
        if not target:
            return ""
        address = target
    return ""
