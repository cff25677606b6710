"""What a conversion of HTML gives, and the options of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from newsgen.record.import_entry import Entry
from newsgen.text.urls import NO_SITE, SiteUrls


class ConvertedImage(NamedTuple):
    """A picture in the order of the text, as its HTML and its figure describe it.

    `src` is the address that the Markdown shows, `addresses` are all that the HTML offers, its `src` first and then
    those of `srcset` from the widest. `caption` and `credit` are plain text; `link` is where the picture led.
    """

    src: str
    alt: str = ""
    caption: str = ""
    credit: str = ""
    width: int = 0
    height: int = 0
    link: str = ""
    addresses: tuple[str, ...] = ()
    classes: str = ""


class Footnote(NamedTuple):
    """A footnote: the label by which the Markdown refers to it, and its text in Markdown."""

    label: str
    markdown: str


class Embed(NamedTuple):
    """Content of another site, which the text shows as a box: its address, its element, its host and its title."""

    address: str
    tag: str
    host: str
    title: str = ""


class Conversion(NamedTuple):
    """The Markdown of an HTML text, what it shows besides words, and the account of what became of each part.

    `has_html` says whether the Markdown holds HTML, which a site shows where it sets `markdown: html: true`.
    """

    markdown: str
    images: tuple[ConvertedImage, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    embeds: tuple[Embed, ...] = ()
    entries: tuple[Entry, ...] = ()
    has_html: bool = False


def first_address(addresses: Sequence[str]) -> str:
    """The address of a picture that its `src` names."""
    return addresses[0]


def same_address(address: str) -> str:
    """An address as it is written."""
    return address


@dataclass(frozen=True)
class ConversionOptions:
    """How addresses and figures are written.

    `rewrite_link` gives the address for that of a link, "" to leave only its words; `choose_image` the address to show
    of those that a picture has, "" to leave it out. `site` says which whole URLs are pictures of the site itself: those
    of others have their captions in HTML, because pages link them only. `figures` writes all captions in HTML where it
    is "html"; "markdown" writes `![alt](file "caption")` where that says the same.
    """

    rewrite_link: Callable[[str], str] = same_address
    choose_image: Callable[[Sequence[str]], str] = first_address
    figures: Literal["markdown", "html"] = "markdown"
    site: SiteUrls = NO_SITE
