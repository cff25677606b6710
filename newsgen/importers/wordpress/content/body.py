"""The text of an article as Markdown, from what either editor of WordPress keeps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import unescape

from newsgen.importers.wordpress.addresses.own_urls import OwnUrls, may_be_file, without_photon
from newsgen.importers.wordpress.content.block_syntax import has_blocks
from newsgen.importers.wordpress.content.blocks import expand_blocks
from newsgen.importers.wordpress.content.context import Context
from newsgen.importers.wordpress.content.embeds import is_shown
from newsgen.importers.wordpress.content.figures import embed_html, player_html
from newsgen.importers.wordpress.content.paragraphs import add_paragraphs
from newsgen.importers.wordpress.content.restricted import without_restricted
from newsgen.importers.wordpress.content.shortcodes import expand_shortcodes
from newsgen.text.html_markdown.conversion import Conversion, ConversionOptions
from newsgen.text.html_markdown.convert import convert_html

# The address of a sound, a film or a document that is shown inside the text.
_PLAYED = re.compile(
    r"(<(?:audio|video|source|track|embed|object)\b[^<>]{0,2000}?\s(?:src|data|poster)=[\"'])([^\"']+)"
)
_MARKER = re.compile(r"<!--\s*+(more|nextpage|noteaser)\b[^>]{0,500}-->")
_FRAME = re.compile(r'<iframe src="([^"]+)"></iframe>')
_SMILEY = re.compile(
    r"<img\b[^<>]{0,2000}?\sclass=[\"'](?:[^\"'>]{0,500}\s)?(?:emoji|wp-smiley)(?:\s[^\"'>]{0,500}+)?[\"'][^>]{0,2000}+>",
    re.IGNORECASE,
)
_ALT = re.compile(r"\salt=([\"'])([^\"'>]*)\1", re.IGNORECASE)
# An address that stands alone on its line, in either editor.
_URL_AT_END = re.compile(r"http(?<![^\n \t>]http)s?://[^\s<>\"]++[ \t]*+(?:$|</p>)", re.MULTILINE)
_ALONE = re.compile(
    r"(?P<open>^|<p[^>]{0,2000}+>)[ \t]*+(?P<url>https?://[^\s<>\"]++)[ \t]*+(?P<end>$|</p>)", re.MULTILINE
)


def convert_body(content: str, sounds: Iterable[str], own: OwnUrls, context: Context) -> Conversion:
    """The Markdown of a text, with its addresses on the own site relative; `context` learns what it shows.

    `sounds` are the URLs of sounds and films that plug-ins show with it; those that it names itself are not repeated.
    """
    players = "".join(f"\n{player_html(url)}" for url in sounds if url not in content)
    options = _options(own, context)
    html = _PLAYED.sub(
        lambda found: f"{found[1]}{options.rewrite_link(found[2])}", expand_content(content, context) + players
    )
    html = _FRAME.sub(lambda frame: _link_to_own(frame, own), html)
    if "<img" in html:
        html = _SMILEY.sub(lambda image: _write_smiley(image, context), html)
    return convert_html(html, options)


def _link_to_own(frame: re.Match[str], own: OwnUrls) -> str:
    """What WordPress shows of another article of the same site, as a link to it."""
    rest = own.rest_of(unescape(frame[1]))
    is_article = rest is not None and not rest.startswith(("/wp-content/", "/wp-includes/"))
    return f'<a href="{frame[1]}">{frame[1]}</a>' if is_article else frame[0]


def _write_smiley(image: re.Match[str], context: Context) -> str:
    """The sign that a picture of WordPress stands for, which is its alternative text."""
    alt = _ALT.search(image[0])
    if not alt or not alt[2].strip():
        return image[0]
    context.note("picture", "smiley", "taken", "Its sign is written as text.")
    return alt[2]


def expand_content(content: str, context: Context) -> str:
    """The HTML of a text, with paragraphs, without shortcodes, delimiters of blocks and markers of pages."""
    content = without_restricted(content, context)
    if "<!--" in content:
        content = _MARKER.sub(lambda marker: _note_marker(marker, context), content)
    is_of_blocks = has_blocks(content)
    if _URL_AT_END.search(content):
        content = _ALONE.sub(lambda line: _show(line, is_of_blocks), content)
    html = expand_blocks(content, context) if is_of_blocks else add_paragraphs(expand_shortcodes(content, context))
    return html + context.footnotes_html()


def _note_marker(marker: re.Match[str], context: Context) -> str:
    context.note("marker", marker[1], "taken", "It divides what listings or pages show; the article is whole.")
    return "\n\n"


def _show(line: re.Match[str], is_of_blocks: bool) -> str:
    """What an address alone on its line shows; inside blocks, only as a paragraph of its own."""
    url = line["url"].replace("&amp;", "&").replace("&#038;", "&")
    is_paragraph = line["open"] and line["end"]
    if not is_shown(url) or (is_of_blocks and not is_paragraph) or bool(line["open"]) != bool(line["end"]):
        return line[0]
    return f"\n\n{embed_html(url)}\n\n"


def _options(own: OwnUrls, context: Context) -> ConversionOptions:
    def use(url: str) -> str | None:
        media = context.library.find(url)
        if not media:
            return None
        context.files.setdefault(media.path, media.imported(context.place))
        return media.path

    def choose_image(addresses: Sequence[str]) -> str:
        for address in addresses:
            path = use(address)
            if path:
                return path
        return without_photon(addresses[0])

    def rewrite_link(address: str) -> str:
        rest = own.rest_of(address)
        if rest is None and not may_be_file(address):
            return address
        path = use(address) if context.library.is_file(address) else None
        return path or (address if rest is None else rest)

    return ConversionOptions(rewrite_link=rewrite_link, choose_image=choose_image)
