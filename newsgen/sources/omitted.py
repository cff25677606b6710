"""What pages leave out of a Markdown text, or show in another form: code that is no text, contents of other sites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from newsgen.errors import Finding, Problem
from newsgen.record.article import Article, Block
from newsgen.record.limits import INLINE_SIGNS, MISSING_CELLS
from newsgen.text.markup.article_links import is_remote
from newsgen.text.markup.html import find_omissions
from newsgen.text.markup.markdown.many_signs import has_too_many
from newsgen.text.markup.markdown.missing_cells import may_lack_cells
from newsgen.text.markup.omissions import Kind, Omission
from newsgen.text.urls import NO_SITE, SiteUrls

EMBEDS, LEFT_OUT = "embeds", "left-out-markup"
# Without any of these nothing is left out, and the text need not be rendered to know it.
# Each alternative begins with one sign, and so Python looks for these signs alone.
_SIGNS = re.compile(
    r"\{[:.#\w ]|<!--|\[\^"
    r"|\(\s*+(?!https?:|mailto:)[a-zA-Z][\w+.-]*+:|<\s*+(?!https?:|mailto:)[a-zA-Z][\w+.-]*+:"
    r"|\]:\s*+<?[a-zA-Z][\w+.-]*+:"
)
# An image of another site. One that is not begins no other before its end, so that it is passed over as a whole.
_IMAGE = re.compile(r"!\[[^\]\n]*+(?P<remote>\]\(\s*+<?(?:https?:)?//)?")
_TAGS = re.compile(
    r"<(?:iframe|frame|video|audio|object|embed|script|style|svg|math|form|input|button|select|textarea|canvas|applet"
    r"|template|blockquote\s|img\s|[a-z]+-[a-z])|\sdata-",
    re.IGNORECASE,
)
# How much of a text a message shows.
_LONGEST = 60


class _Words(NamedTuple):
    """What a problem says of one kind of omission: of one, and of several."""

    rule: str
    one: str
    many: str
    reason: str
    fix: str


_WORDS: dict[Kind, _Words] = {
    "embed": _Words(
        EMBEDS,
        "shows a box with its address in place of {text}",
        "shows boxes with their addresses in place of {number} contents of other sites, the first {text}",
        "Pages of the archive load nothing from other sites, whose contents may change and go.",
        "Save it beside the article and show the file, if it belongs to the archive.",
    ),
    "image": _Words(
        EMBEDS,
        "links an image of another site, {text}",
        "links {number} images of other sites, the first {text}",
        "Pages of the archive load nothing from other sites, whose contents may change and go.",
        "Save it beside the article and show the file.",
    ),
    "tag": _Words(
        LEFT_OUT,
        "leaves out {text}",
        "leaves out {number} elements of HTML, the first {text}",
        "It may run, style or send something, which no text of the archive does.",
        "Write as text or as an image what readers should see, or take it out.",
    ),
    "comment": _Words(
        LEFT_OUT,
        "leaves out the comment {text}",
        "leaves out {number} comments, the first {text}",
        "Comments of HTML are not for readers.",
        "Write as text what readers should see, or take them out.",
    ),
    "attributes": _Words(
        LEFT_OUT,
        "leaves out the attributes {text}",
        "leaves out {number} lists of attributes, the first {text}",
        "They tell another system how to show something, and are no text.",
        "Take them out.",
    ),
    "address": _Words(
        LEFT_OUT,
        "leaves out the address {text}",
        "leaves out {number} addresses, the first {text}",
        "A link or an image with it could run something, or leads nowhere.",
        "Write an address that begins with https://, or take the link out.",
    ),
    "note": _Words(
        LEFT_OUT,
        "lists the footnote {text}, to which nothing refers",
        "lists {number} footnotes to which nothing refers, the first {text}",
        "Readers do not see what it belongs to.",
        "Write the same sign in the text where it belongs.",
    ),
    "signs": _Words(
        LEFT_OUT,
        "shows the signs of Markdown as they are written in {text}",
        "shows the signs of Markdown as they are written in {number} paragraphs, the first {text}",
        f"Each has more than {INLINE_SIGNS:,} of them, and reading them would have no end.",
        "Divide it into several paragraphs, if its links and marks matter.",
    ),
    "table": _Words(
        LEFT_OUT,
        "shows the table {text} as it is written",
        "shows {number} tables as they are written, the first {text}",
        f"The rows of the text's tables lack more than {MISSING_CELLS:,} cells, and filling them would have no end.",
        "Give each row as many cells as the first one has.",
    ),
}


def find_omitted(body: Sequence[Block], label: str, allow_html: bool, site: SiteUrls = NO_SITE) -> Iterator[Finding]:
    """A finding for each kind of thing in a body that is not shown as it is written.

    `label` is how messages name its file, `allow_html` is whether HTML is let through, and `site` says which URLs are
    the site's own.
    """
    for block in body:
        if not _may_omit(block, allow_html):
            continue
        by_kind: dict[Kind, list[Omission]] = {}
        for omission in find_omissions(block, allow_html, site):
            by_kind.setdefault(omission.kind, []).append(omission)
        yield from _findings(by_kind.items(), block, label)


def _may_omit(block: Block, allow_html: bool) -> bool:
    """Whether a block has signs of what may not be shown."""
    if block.kind == "html":
        return True
    if block.kind != "markdown":
        return False
    text = block.text
    if _SIGNS.search(text) or (allow_html and _TAGS.search(text)):
        return True
    if "![" in text and any(image["remote"] for image in _IMAGE.finditer(text)):
        return True
    if may_lack_cells(text):
        return True
    return len(text) > INLINE_SIGNS and any(map(has_too_many, text.split("\n\n")))


def find_remote_images(article: Article, site: SiteUrls = NO_SITE) -> Iterator[Finding]:
    """The images of other sites that an article declares."""
    for image in article.images:
        if is_remote(image, site):
            path, line = article.origin["images"]
            yield Finding(
                EMBEDS,
                Problem(
                    path,
                    line,
                    f'the image "{image.file}" is on another site',
                    "Pages of the archive load nothing from other sites, so that they show a link in its place.",
                    "Save it beside the article and name the file.",
                ),
            )


def _findings(found: Iterable[tuple[Kind, list[Omission]]], block: Block, label: str) -> Iterator[Finding]:
    for kind, omissions in found:
        words, first = _WORDS[kind], omissions[0].text
        pattern = words.one if len(omissions) == 1 else words.many
        shown = " ".join(first.split())
        text = f'"{shown if len(shown) <= _LONGEST else shown[:_LONGEST] + "…"}"'
        message = pattern.format(text=text, number=len(omissions))
        yield Finding(words.rule, Problem(label, _line_of(first, block), message, words.reason, words.fix))


def _line_of(text: str, block: Block) -> int:
    """The line on which a text stands in a block, and the block's own where it is written in another form."""
    place = block.text.lower().find(text.lower().rstrip(">"))
    return block.line + block.text.count("\n", 0, place) if block.line and place >= 0 else block.line
