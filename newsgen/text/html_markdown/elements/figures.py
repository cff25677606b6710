"""Figures: pictures and other content with a caption and a credit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from html import escape

from newsgen.text.html_markdown.elements.media import (
    add_embed,
    add_inline_block,
    end_wrapper,
    note_embed,
    read_image,
    write_linked,
)
from newsgen.text.html_markdown.elements.rules import raw_rules
from newsgen.text.html_markdown.elements.state import Closer, Frame, State
from newsgen.text.html_markdown.elements.text import start_block
from newsgen.text.html_markdown.tree.dom import Node, attribute, elements_in, text_of
from newsgen.text.html_markdown.writing.containers import join_blocks, wrap
from newsgen.text.html_markdown.writing.inline import collapse
from newsgen.text.html_markdown.writing.raw import write_raw_content
from newsgen.text.markup.links import is_own
from newsgen.text.markup.raw_html.embeds import KINDS, kind_of, whole_address

_CAPTION = re.compile(
    r"(?:^|\s)(?:wp-caption-text|wp-caption-dd|tr-caption|image-caption|imageCaption|caption|gallery-caption)(?:\s|$)"
)
_CREDIT = re.compile(
    r"(?:^|[\s_-])(?:credit|credits|media-credit|photo-credit|photographer|source|copyright|byline)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"(?:^|\s)(?:wp-caption|tr-caption-container)(?:\s|$)")
_MOST_FIGURES = 6
_NO_PICTURE = frozenset("figure table pre blockquote iframe video audio object embed ul ol dl".split())


def is_figure(tag: str, attributes: dict[str, str]) -> bool:
    """Whether an element is a figure by its class: those of WordPress and Blogger before HTML had one."""
    return tag in ("div", "dl", "table") and bool(_FIGURE.search(attributes.get("class", "")))


def start_figure(state: State, node: Node) -> Closer | bool | None:
    """Begin a figure, or add it at once where it is one picture with a caption."""
    classes = attribute(node, "class").split()
    if state.lines or _is_deep(node):
        return start_block(state, node)
    if "embed" in classes and (kind := next((name for name in classes if name in KINDS), "")):
        return _start_embed(state, node, kind)
    if "wp-block-embed" in classes and (address := _bare_address(node)):
        return _add_address(state, node, address)
    elements = list(elements_in(node))
    caption = next((element for element in elements if _is_caption(element)), None)
    inside = {element.mem_id for element in elements_in(caption)} if caption is not None else set()
    content = [element for element in elements if element.mem_id not in inside and element is not caption]
    images = [element for element in content if element.tag in ("img", "amp-img")]
    is_picture = len(images) == 1 and not any(
        element.tag in _NO_PICTURE and not _FIGURE.search(attribute(element, "class")) for element in content
    )
    if is_picture and _has_only(node, elements, caption):
        _add_picture(state, node, images[0], caption)
        return False
    if caption is None or not text_of(caption).strip():
        return start_block(state, node)
    state.push(Frame("figure", "<figure>"))
    state.has_html = True
    return partial(end_wrapper, state, "</figure>")


def _is_deep(node: Node) -> bool:
    """Whether so many figures are around one that to look into each would take too long."""
    around = 0
    parent = node.parent
    while parent is not None and around < _MOST_FIGURES:
        around += parent.tag == "figure"
        parent = parent.parent
    return around >= _MOST_FIGURES


def _is_caption(element: Node) -> bool:
    return element.tag == "figcaption" or (
        element.tag in ("p", "div", "dd", "td", "span") and bool(_CAPTION.search(attribute(element, "class")))
    )


def _has_only(figure: Node, elements: Sequence[Node], caption: Node | None) -> bool:
    """Whether a figure has no words outside of its caption, and of its elements that show none."""
    words = sum(
        len("".join(text_of(element).split())) for element in elements if element.tag in ("noscript", "script", "style")
    )
    shown = len("".join(text_of(caption).split())) if caption is not None else 0
    return len("".join(text_of(figure).split())) - words <= shown


def add_caption(state: State, node: Node) -> bool | Closer:
    """Add the caption of an open figure; one elsewhere is a paragraph."""
    if state.lines or state.frames[-1].kind != "figure":
        return start_block(state, node)
    html = write_raw_content(node, raw_rules(state))
    if html:
        state.note("caption", "figcaption", "taken")
        state.add_block("html", f"<figcaption>{html}</figcaption>")
    return False


def _add_picture(state: State, around: Node, node: Node, caption: Node | None) -> None:
    state.flush()
    image = read_image(state, node)
    link = node.parent
    while link is not None and link.tag != "a" and link.mem_id != around.mem_id:
        link = link.parent
    if image and link is not None and link.tag == "a" and (href := attribute(link, "href").strip()):
        image = image._replace(link=state.options.rewrite_link(href))
    html = write_raw_content(caption, raw_rules(state)) if caption is not None else ""
    text = collapse(text_of(caption)).strip(" ") if caption is not None else ""
    credit = _credit_of(caption)
    if html:
        state.note("caption", "figcaption", "taken")
    if image is None:
        if html:
            state.add_block("html", f"<p>{html}</p>")
            state.has_html = True
        return
    image = image._replace(caption=text.replace(credit, "").strip(" ") if credit else text, credit=credit)
    state.images.append(image)
    if credit:
        state.note("credit", "", "taken", example=credit)
    is_plain = html == escape(text, quote=False)
    if not html:
        add_inline_block(state, write_linked(image, ""))
        return
    if credit and is_plain:
        html = html.replace(escape(credit, quote=False), f"<small>{escape(credit, quote=False)}</small>")
    figure_html = wrap("<figure>", f"{write_linked(image, '')}\n\n<figcaption>{html}</figcaption>", "</figure>")
    if is_plain and not credit and is_own(image.src, state.options.site) and state.options.figures == "markdown":
        state.add_block("figure", write_linked(image, text), figure_html)
        return
    state.add_block("html", figure_html)
    state.has_html = True


def _credit_of(caption: Node | None) -> str:
    if caption is None:
        return ""
    found = next(
        (
            element
            for element in elements_in(caption)
            if element.tag == "small" or _CREDIT.search(attribute(element, "class"))
        ),
        None,
    )
    return collapse(text_of(found)).strip(" ") if found is not None else ""


def _bare_address(node: Node) -> str:
    """The address that is the only text of a block for embeds, outside of its caption."""
    if any(element.tag in ("iframe", "blockquote", "video", "audio", "script") for element in elements_in(node)):
        return ""
    wrapper = next(
        (element for element in elements_in(node) if "wp-block-embed__wrapper" in attribute(element, "class")), node
    )
    text = text_of(wrapper).strip()
    return whole_address(text) if len(text.split()) == 1 else ""


def _add_address(state: State, node: Node, address: str) -> bool:
    caption = next((element for element in elements_in(node) if element.tag == "figcaption"), None)
    html = write_raw_content(caption, raw_rules(state)) if caption is not None else ""
    if html:
        state.push(Frame("figure", "<figure>"))
    add_embed(state, "iframe", address)
    if html:
        state.add_block("html", f"<figcaption>{html}</figcaption>")
        end_wrapper(state, "</figure>")
    return False


def _start_embed(state: State, node: Node, kind: str) -> bool | Closer:
    """Read a box that newsgen made: its last paragraph is the address, and the first may be the title."""
    links = [attribute(link, "href") for link in node.css("p > a")]
    address = whole_address(links[-1]) if links else ""
    if not address:
        return start_block(state, node)
    quoted = next((element for element in elements_in(node) if element.tag == "blockquote"), None)
    if quoted is None and (kind == kind_of(address) or kind in ("video", "audio")):
        strong = next((element for element in elements_in(node) if element.tag == "strong"), None)
        title = collapse(text_of(strong)).strip(" ") if strong is not None else ""
        add_embed(state, "iframe" if kind == kind_of(address) else kind, address, title)
        return False
    note_embed(state, "blockquote", address)
    state.push(Frame("box", f'<blockquote class="embed" cite="{escape(address)}">'))
    state.has_html = True
    return partial(_end_embed, state)


def _end_embed(state: State) -> None:
    """End a box, without the address below its words."""
    frame = state.pop()
    blocks = frame.blocks[:-1]
    state.add_block("html", wrap(frame.opening, join_blocks(blocks), "</blockquote>"))
