"""Article body to safe HTML. Article text is untrusted: nothing in it may become script, style or a foreign request.

Links and images keep the addresses of the text. `newsgen.text.markup.links.rewrite_links` adapts them to a page, so a
body's HTML is made once, whatever page shows it and whatever becomes of its images.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, partial
from html import escape
from itertools import groupby

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from newsgen.record.article import Block
from newsgen.text.markup.fast_markdown import render_plain
from newsgen.text.markup.headings import add_heading_ids
from newsgen.text.markup.links import is_own, replace_remote_images, safe_address
from newsgen.text.markup.pasted_blocks import render_blocks
from newsgen.text.urls import NO_SITE, SiteUrls

_TAGS = frozenset(
    (
        "a abbr b blockquote br caption cite code dd del details dfn dl dt em figcaption figure h2 h3 h4 h5 h6 hr i "
        "img ins kbd li mark ol p pre q s samp small strong sub summary sup table tbody td tfoot th thead time tr u "
        "ul var"
    ).split()
)
# By which the parser's rules find the URLs of the site.
_SITE = "site urls"
_ALIGNMENTS = ("left", "center", "right")
_ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}


def render_body(blocks: Iterable[Block], allow_html: bool = False, site: SiteUrls = NO_SITE) -> str:
    """The HTML of a body, with ids for its headings; `allow_html` keeps harmless HTML inside Markdown.

    `site` says which images with a whole URL may be files of the site itself.
    """
    parts: list[str] = []
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        texts = [block.text for block in run]
        if kind == "markdown":
            parts.extend(_render_markdown(text, allow_html, site) for text in texts)
        else:
            parts.append(render_blocks(kind, texts))
    return add_heading_ids("".join(parts))


def _render_markdown(text: str, allow_html: bool, site: SiteUrls) -> str:
    render = partial(markdown_parser(allow_html).render, env={_SITE: site})
    if not allow_html:
        return render_plain(text, render)
    clean = nh3.clean(
        render(text),
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        allowed_classes={"td": set(_ALIGNMENTS), "th": set(_ALIGNMENTS)},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    return replace_remote_images(clean, site)


@cache
def markdown_parser(allow_html: bool) -> MarkdownIt:
    """The Markdown parser, with newsgen's own rules for addresses, images, figures, headings and table cells."""
    parser = MarkdownIt("commonmark", {"html": allow_html, "xhtmlOut": False}).enable(["table", "strikethrough"])
    setattr(parser, "validateLink", safe_address)  # noqa: B010 - mypy does not let a method be replaced
    parser.core.ruler.push("figure", _make_figures)
    parser.add_render_rule("caption", _render_caption)
    parser.add_render_rule("heading_open", _render_heading)
    parser.add_render_rule("heading_close", _render_heading)
    parser.add_render_rule("image", _render_image)
    parser.add_render_rule("th_open", _render_cell)
    parser.add_render_rule("td_open", _render_cell)
    return parser


def _make_figures(state: StateCore) -> None:
    """Make a figure with a caption of a paragraph that is one local image with a title, linked or not."""
    for before, inline, after in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        if inline.type != "inline" or before.type != "paragraph_open" or before.hidden:
            continue
        content = [token for token in inline.children or [] if not token.type.startswith("link_")]
        if len(content) != 1 or content[0].type != "image" or not _is_shown(str(content[0].attrs["src"]), state.env):
            continue
        title = str(content[0].attrs.get("title", "")).strip()
        if title:
            before.tag = after.tag = "figure"
            inline.children = [*(inline.children or []), Token("caption", "figcaption", 0, content=title)]


def _render_caption(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """The caption of a figure, on a line of its own."""
    return f"\n<figcaption>{escape(tokens[index].content)}</figcaption>\n"


def _render_heading(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """A heading's tag, in a body never h1: that is the page's headline."""
    token = tokens[index]
    tag = "h2" if token.tag == "h1" else token.tag
    return f"<{tag}>" if token.nesting == 1 else f"</{tag}>\n"


def _render_image(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """The HTML of a local image; one on another server is only linked, so that the archive does not depend on it."""
    token = tokens[index]
    address = str(token.attrs.get("src", ""))
    alt = escape(self.renderInlineAsText(token.children or [], options, env))
    if not _is_shown(address, env):
        text = alt or escape(address)
        return text if _inside_link(tokens, index) else f'<a href="{escape(address)}">{text}</a>'
    return f'<img src="{escape(address)}" alt="{alt}">'


def _is_shown(address: str, env: EnvType) -> bool:
    return is_own(address, env.get(_SITE, NO_SITE))


def _inside_link(tokens: Sequence[Token], index: int) -> bool:
    return sum(token.nesting for token in tokens[:index] if token.type.startswith("link_")) > 0


def _render_cell(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """A table cell's tag, aligned by a class: the pages' content security policy forbids style attributes."""
    token = tokens[index]
    alignment = str(token.attrs.get("style", "")).removeprefix("text-align:")
    return f'<{token.tag} class="{alignment}">' if alignment in _ALIGNMENTS else f"<{token.tag}>"
