"""Texts of the block editor as HTML: what blocks hold, and what WordPress makes of those that hold nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape

from newsgen.importers.wordpress.content.block_syntax import Delimiter, split_blocks
from newsgen.importers.wordpress.content.context import Context
from newsgen.importers.wordpress.content.figures import attachment_html, embed_html
from newsgen.importers.wordpress.content.footnotes import footnotes_of_field
from newsgen.importers.wordpress.content.paragraphs import add_paragraphs
from newsgen.importers.wordpress.content.restricted import without_restricted
from newsgen.importers.wordpress.content.shortcodes import expand_shortcodes

KIND = "block"
_DEEPEST_REUSE = 8
# Characters of reusable blocks in an article: blocks that show others many times grow with each level.
_MOST_REUSED = 2_000_000
_MOST_OPEN = 100
_CAPTION = re.compile(r"<figcaption[^>]*>((?:(?!</?figcaption).)*+)</figcaption>", re.DOTALL)
_FILE_BUTTON = re.compile(r"<a\b[^<>]{0,2000}?\bwp-block-file__button\b[^>]{0,2000}+>(?:(?!</?a\b).)*+</a>", re.DOTALL)
_PRE = re.compile(r"<pre\b[^>]{0,2000}+>((?:(?!</?pre\b).)*+)</pre>", re.DOTALL | re.IGNORECASE)
_STANZA = re.compile(r"\n[ \t]*\n\s*")
_FIGURE_END = re.compile(r"</figcaption>\s*</figure>\s*$|</figure>\s*$")
# Blocks that WordPress fills at each view, with what the site holds then.
_MADE_ANEW = re.compile(
    r"core/(?:latest-\w+|archives|calendar|categories|tag-cloud|search|rss|loginout|page-list(?:-item)?|navigation[\w-]*|"
    r"site-[\w-]+|home-link|post-[\w-]+|query[\w-]*|comments?[\w-]*|avatar|read-more|template-part|pattern|term-[\w-]+|"
    r"breadcrumbs|widget-[\w-]+|legacy-widget)"
    r"|newspack-blocks/(?:homepage-articles|carousel|author-\w+|donate|checkout-button|video-playlist)"
    r"|jetpack/(?:subscriptions|sharing-buttons?|related-posts|like|contact-info|mailchimp|donations|recurring-payments|"
    r"contact-form|field-\w+|button|sharing|top-posts|blog-stats)|woocommerce/[\w-]+|yoast-seo/[\w-]+|yoast/[\w-]*toc"
)


def expand_blocks(content: str, context: Context) -> str:
    """The HTML of a text with blocks; what stands outside of any is a text of the classic editor."""
    return _expand(content, context, ())


def _expand(content: str, context: Context, within: tuple[str, ...]) -> str:
    # One list of pieces for each open block, with the block itself; the outermost is the text's own.
    open_blocks: list[Delimiter] = []
    pieces: list[list[str]] = [[]]
    for part in split_blocks(content):
        if isinstance(part, str):
            pieces[-1].append(_piece(part, open_blocks, context))
        elif part.is_void:
            pieces[-1].append(_void_block(part, context, within))
        elif not part.is_closing and len(open_blocks) >= _MOST_OPEN:
            context.note(KIND, _shown_name(part.name), "taken", "It is nested too deeply to be told apart.")
        elif not part.is_closing:
            open_blocks.append(part)
            pieces.append([])
        elif any(block.name == part.name for block in open_blocks):
            # A block that was not closed ends with the one around it.
            while True:
                block = open_blocks.pop()
                html = _finish(block, "".join(pieces.pop()), context, within)
                pieces[-1].append(html)
                if block.name == part.name:
                    break
    while open_blocks:
        html = _finish(open_blocks.pop(), "".join(pieces.pop()), context, within)
        pieces[-1].append(html)
    return "".join(pieces[0])


def _piece(text: str, open_blocks: list[Delimiter], context: Context) -> str:
    if not open_blocks or open_blocks[-1].name in ("core/freeform", "core/classic"):
        return add_paragraphs(expand_shortcodes(text, context)) if text.strip() else "\n"
    if open_blocks[-1].name in ("core/code", "core/preformatted", "core/verse"):
        return text
    expanded = expand_shortcodes(text, context)
    return add_paragraphs(expanded) if open_blocks[-1].name == "core/shortcode" and expanded == text else expanded


def _finish(block: Delimiter, inner: str, context: Context, within: tuple[str, ...]) -> str:
    """The HTML of a block that holds something."""
    name = _FORMER.get(block.name.partition("/")[0], block.name)
    finish = _FINISHERS.get(name)
    html = finish(block, inner, context) if finish else inner
    if not html.strip() and not inner.strip():
        return _void_block(block, context, within)
    context.note(KIND, _shown_name(block.name), "taken")
    return html


# Until WordPress 5.6 each site that it embeds had a block of its own ("core-embed/youtube").
_FORMER = {"core-embed": "core/embed"}


def _shown_name(name: str) -> str:
    return name.removeprefix("core/")


def _void_block(block: Delimiter, context: Context, within: tuple[str, ...]) -> str:
    """The HTML of a block that holds no HTML of its own."""
    name = _FORMER.get(block.name.partition("/")[0], block.name)
    shown = _shown_name(block.name)
    reference = str(block.attributes.get("ref", ""))
    if name == "core/block" and reference:
        content = context.index.block(reference)
        is_too_much = context.count_reused(content) > _MOST_REUSED
        if content and reference not in within and len(within) < _DEEPEST_REUSE and not is_too_much:
            context.note(KIND, "block (reusable)", "taken")
            return _expand(without_restricted(content, context), context, (*within, reference))
        reason = "It holds itself." if reference in within else f"The export holds no reusable block {reference}."
        reason = "Reusable blocks show each other too often." if is_too_much else reason
        context.note(KIND, "block (reusable)", "left out", reason)
        return ""
    if name == "core/footnotes":
        html = footnotes_of_field(context.footnotes_field)
        context.note(KIND, shown, "taken" if html else "left out", "" if html else "The post has no footnotes.")
        return html
    finish = _FINISHERS.get(name)
    html = finish(block, "", context) if finish else ""
    if html:
        context.note(KIND, shown, "taken")
    elif name in ("core/more", "core/nextpage", "core/separator", "core/spacer", "core/paragraph", "core/freeform"):
        context.note(KIND, shown, "taken", "It is empty, or divides what listings or pages show.")
        return "<hr />" if name == "core/separator" else ""
    elif _MADE_ANEW.fullmatch(name):
        context.note(KIND, shown, "left out", "WordPress makes it anew at each view.")
    elif block.attributes:
        context.raw_blocks.append({"block": shown, **block.attributes})
        context.note(KIND, shown, "kept raw", "It holds values and no words; they are kept below extra.")
    else:
        context.note(KIND, shown, "left out", "It holds nothing.")
    return html


def _embed(block: Delimiter, inner: str, context: Context) -> str:
    url = block.attributes.get("url")
    if not isinstance(url, str) or not url:
        return inner
    caption = _CAPTION.search(inner)
    return f"\n{embed_html(url, caption[1] if caption else '')}\n"


def _image(block: Delimiter, inner: str, context: Context) -> str:
    number = block.attributes.get("id")
    attachment = context.index.attachment(str(number)) if number else None
    if not attachment:
        return inner
    if "<img" not in inner:
        return attachment_html(attachment) if attachment.path and not inner.strip() else inner
    credit = attachment.credit
    if not credit or credit.casefold() in inner.casefold():
        return inner
    mark = f'<small class="credit">{escape(credit)}</small>'
    end = _FIGURE_END.search(inner)
    if not end:
        return inner
    if "</figcaption>" in end[0]:
        return f"{inner[: end.start()]} {mark}{inner[end.start() :]}"
    return f"{inner[: end.start()]}<figcaption>{mark}</figcaption>{inner[end.start() :]}"


def _gallery(block: Delimiter, inner: str, context: Context) -> str:
    numbers = block.attributes.get("ids")
    if "<img" in inner or not isinstance(numbers, list):
        return inner
    attachments = (context.index.attachment(str(number)) for number in numbers)
    return inner + "\n".join(attachment_html(found) for found in attachments if found and found.path)


def _file(block: Delimiter, inner: str, context: Context) -> str:
    return _FILE_BUTTON.sub("", inner)


def _cover(block: Delimiter, inner: str, context: Context) -> str:
    url = block.attributes.get("url")
    if isinstance(url, str) and url and "<img" not in inner and "<video" not in inner:
        return f'<figure><img src="{escape(url)}" alt="" /></figure>\n{inner}'
    return inner


def _verse(block: Delimiter, inner: str, context: Context) -> str:
    """Paragraphs with line ends, one a stanza, of what the editor holds as preformatted text."""
    pre = _PRE.search(inner)
    if not pre:
        return inner
    stanzas = (stanza.strip("\n") for stanza in _STANZA.split(pre[1]) if stanza.strip())
    return "".join(f"<p>{stanza.replace(chr(10), '<br>')}</p>\n" for stanza in stanzas)


_FINISHERS: Mapping[str, Callable[[Delimiter, str, Context], str]] = {
    "core/embed": _embed,
    "core/image": _image,
    "core/gallery": _gallery,
    "core/file": _file,
    "core/cover": _cover,
    "core/verse": _verse,
}
