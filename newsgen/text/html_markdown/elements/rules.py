"""What stands in place of elements in blocks of HTML: pictures with chosen addresses, and boxes of other sites."""

from __future__ import annotations

from functools import partial
from html import escape

from newsgen.text.html_markdown.elements.hidden import is_left_out
from newsgen.text.html_markdown.elements.media import note_embed, read_image
from newsgen.text.html_markdown.elements.state import State, source_of
from newsgen.text.html_markdown.tree.dom import Node, elements_in
from newsgen.text.html_markdown.writing.raw import RawRules
from newsgen.text.markup.links import is_own, safe_address
from newsgen.text.markup.raw_html.embeds import whole_address
from newsgen.text.markup.raw_html.players import PLAYERS, Player


def raw_rules(state: State) -> RawRules:
    """The rules by which a document's blocks of HTML are written."""
    state.has_html = True
    return RawRules(partial(_replace, state), partial(_link, state), partial(is_left_out, state))


def _link(state: State, written: str) -> str:
    address = written.strip()
    if not address:
        return ""
    if not safe_address(address):
        state.note("link", address.partition(":")[0], "left out", "No page may lead there; its words stay.", address)
        return ""
    return state.options.rewrite_link(address)


def _replace(state: State, node: Node, attributes: dict[str, str]) -> str | None:
    tag = node.tag or ""
    if tag in ("img", "amp-img"):
        image = read_image(state, node)
        if image is None:
            return ""
        state.images.append(image)
        return f'<img src="{escape(image.src)}" alt="{escape(image.alt)}">'
    if tag not in PLAYERS:
        return None
    player = Player(tag, attributes)
    for element in elements_in(node):
        player.look_inside(element.tag or "", {name: value or "" for name, value in element.attributes.items()})
    for address in filter(None, map(str.strip, player.addresses)):
        if is_own(address, state.options.site):
            state.note("file", "", "taken", example=address)
            address = state.options.rewrite_link(address)
        elif whole_address(address):
            address = whole_address(address)
            note_embed(state, tag, address, player.title)
        else:
            continue
        name = tag if tag in ("video", "audio") else "iframe"
        title = f' title="{escape(player.title)}"' if player.title else ""
        return f'<{name} src="{escape(address)}"{title}></{name}>'
    state.note("embed", tag, "left out", "It names no address.", source_of(node))
    return ""
