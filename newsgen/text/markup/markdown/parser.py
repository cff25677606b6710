"""The Markdown parser, with newsgen's own rules for addresses, images, figures, headings and table cells."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from mdit_py_plugins.deflist import deflist_plugin

from newsgen.text.markup.links import safe_address
from newsgen.text.markup.markdown.addresses import drop_unsafe_links, is_shown
from newsgen.text.markup.markdown.attributes import drop_attributes
from newsgen.text.markup.markdown.comments import enable_comments
from newsgen.text.markup.markdown.footnotes import enable_footnotes
from newsgen.text.markup.markdown.many_signs import read_inline
from newsgen.text.markup.markdown.missing_cells import read_table
from newsgen.text.markup.markdown.tasks import mark_tasks

ALIGNMENTS = ("left", "center", "right")
# The parser leaves out what is nested more deeply.
_DEEPEST = 100


@cache
def markdown_parser(allow_html: bool) -> MarkdownIt:
    """The parser; `allow_html` keeps the HTML in a text, which must be sanitised afterwards."""
    parser = MarkdownIt("commonmark", {"html": allow_html, "xhtmlOut": False, "maxNesting": _DEEPEST})
    parser.enable(["table", "strikethrough"])
    # Every address is read, so that a text never shows the brackets around it; `drop_unsafe_links` removes some.
    setattr(parser, "validateLink", lambda address: True)  # noqa: B010 - mypy does not let a method be replaced
    parser.use(deflist_plugin)
    enable_footnotes(parser)
    if not allow_html:
        enable_comments(parser)
    parser.block.ruler.at("table", read_table, {"alt": ["paragraph", "reference"]})
    parser.core.ruler.at("inline", read_inline)
    parser.core.ruler.push("addresses", drop_unsafe_links)
    # Before escaped signs become text like any other: "\\{" begins no list of attributes, and "\\[" no task.
    parser.core.ruler.before("text_join", "attributes", drop_attributes)
    parser.core.ruler.before("text_join", "tasks", mark_tasks)
    parser.core.ruler.push("heads", _drop_blank_heads)
    parser.core.ruler.push("figure", _make_figures)
    parser.add_render_rule("caption", _render_caption)
    parser.add_render_rule("heading_open", _render_heading)
    parser.add_render_rule("heading_close", _render_heading)
    parser.add_render_rule("image", _render_image)
    parser.add_render_rule("th_open", _render_cell)
    parser.add_render_rule("td_open", _render_cell)
    return parser


def _drop_blank_heads(state: StateCore) -> None:
    """Remove the heads of tables whose cells are all blank: a table in Markdown has no other way to be without one."""
    if not any(token.type == "thead_open" for token in state.tokens):
        return
    kept: list[Token] = []
    start = 0
    for token in state.tokens:
        kept.append(token)
        if token.type == "thead_open":
            start = len(kept) - 1
        elif token.type == "thead_close" and not any(part.content.strip() for part in kept[start:]):
            del kept[start:]
    state.tokens = kept


def _make_figures(state: StateCore) -> None:
    """Make a figure with a caption of a paragraph that is one local image with a title, linked or not."""
    for before, inline, after in zip(state.tokens, state.tokens[1:], state.tokens[2:], strict=False):
        if inline.type != "inline" or before.type != "paragraph_open" or before.hidden:
            continue
        content = [token for token in inline.children or [] if not token.type.startswith("link_")]
        if len(content) != 1 or content[0].type != "image" or not is_shown(str(content[0].attrs["src"]), state.env):
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
    own_id = f' id="{escape(str(token.attrs["id"]))}"' if "id" in token.attrs else ""
    return f"<{tag}{own_id}>" if token.nesting == 1 else f"</{tag}>\n"


def _render_image(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """The HTML of a local image; one on another server is only linked, so that the archive does not depend on it."""
    token = tokens[index]
    address = str(token.attrs.get("src", ""))
    alt = escape(self.renderInlineAsText(token.children or [], options, env))
    if is_shown(address, env):
        return f'<img src="{escape(address)}" alt="{alt}">'
    if not safe_address(address):
        return alt
    text = alt or escape(address)
    return text if _inside_link(tokens, index) else f'<a href="{escape(address)}">{text}</a>'


def _inside_link(tokens: Sequence[Token], index: int) -> bool:
    return sum(token.nesting for token in tokens[:index] if token.type.startswith("link_")) > 0


def _render_cell(self: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType) -> str:
    """A table cell's tag, aligned by a class: the pages' content security policy forbids style attributes."""
    token = tokens[index]
    alignment = str(token.attrs.get("style", "")).removeprefix("text-align:")
    return f'<{token.tag} class="{alignment}">' if alignment in ALIGNMENTS else f"<{token.tag}>"
