"""Images, players and boxes of other sites as Markdown."""

from __future__ import annotations

from functools import partial
from html import escape

from newsgen.record.media_kinds import media_kind
from newsgen.text.html_markdown.conversion import ConvertedImage, Embed
from newsgen.text.html_markdown.elements.state import Closer, Frame, State, source_of
from newsgen.text.html_markdown.tree.dom import Node, attribute, attributes_of, elements_in
from newsgen.text.html_markdown.tree.pictures import candidates, is_tracker, length
from newsgen.text.html_markdown.writing.containers import join_blocks, wrap
from newsgen.text.html_markdown.writing.images import write_address, write_image
from newsgen.text.html_markdown.writing.inline import collapse
from newsgen.text.html_markdown.writing.pieces import Atom
from newsgen.text.markup.links import is_own, safe_address
from newsgen.text.markup.raw_html.embeds import whole_address
from newsgen.text.markup.raw_html.players import Player
from newsgen.text.markup.raw_html.posts import is_post, post_address
from newsgen.text.urls import host_of


def read_image(state: State, node: Node) -> ConvertedImage | None:
    """The picture of an `<img>`, noted in the account; None for one that is not shown."""
    attributes = attributes_of(node)
    parent = node.parent
    sources: tuple[str, ...] = ()
    if parent is not None and parent.tag == "picture":
        sources = tuple(attribute(source, "srcset") for source in parent.css("source"))
    addresses = candidates(attributes, sources)
    if not addresses or is_tracker(attributes, addresses):
        reason = "It counts readers." if addresses else "It names no file."
        state.note("picture", "pixel" if addresses else "without address", "left out", reason, source_of(node))
        return None
    src = state.options.choose_image(addresses)
    if not src or (not safe_address(src) and not src.startswith("data:image/")):
        state.note("picture", host_of(src), "left out", "No page may show it.", source_of(node))
        return None
    link = next((mark.address for mark in state.active if mark.kind == "link"), "")
    sizes = length(attributes.get("width", "")), length(attributes.get("height", ""))
    alt = collapse(attributes.get("alt", "")).strip(" ")
    state.note("picture", host_of(src), "taken", example=addresses[0])
    return ConvertedImage(src, alt, "", "", *sizes, link, addresses, attributes.get("class", ""))


def add_image(state: State, node: Node) -> bool:
    """Add an image to the line."""
    image = read_image(state, node)
    if image and not _is_repeated(state, node, image):
        state.images.append(image)
        state.pieces.append(Atom(write_image(image.alt, image.src)))
    return False


def _is_repeated(state: State, node: Node, image: ConvertedImage) -> bool:
    """Whether a `<noscript>` repeats the image before it for browsers without scripts."""
    parent = node.parent
    while parent is not None and parent.tag not in ("noscript", "body"):
        parent = parent.parent
    return bool(
        parent is not None
        and parent.tag == "noscript"
        and state.images
        and set(state.images[-1].addresses) & set(image.addresses)
    )


def add_player(state: State, node: Node) -> bool:
    """Add the file or the other site that an element shows."""
    player = Player(node.tag or "", attributes_of(node))
    for element in elements_in(node):
        player.look_inside(element.tag or "", attributes_of(element))
    poster = attribute(node, "poster")
    if poster:
        state.note("attribute", "poster", "left out", "Browsers show the film's first picture.", poster)
    addresses = [address.strip() for address in dict.fromkeys(player.addresses) if address.strip()]
    own = [address for address in addresses if is_own(address, state.options.site)]
    remote = [whole for address in addresses if address not in own and (whole := whole_address(address))]
    title = collapse(player.title).strip(" ")
    if own:
        for address in sorted(own, key=lambda address: not media_kind(address)):
            state.note("file", "", "taken", example=address)
            shown = (
                write_image(title, state.options.rewrite_link(address))
                if media_kind(address)
                else _link(state, address, title)
            )
            add_inline_block(state, shown)
    for address in remote:
        add_embed(state, player.tag, address, title)
    if not own and not remote:
        state.note("embed", player.tag, "left out", "It names no address.", source_of(node))
    return False


def add_inline_block(state: State, markdown: str) -> None:
    """Add inline Markdown as a paragraph, or to the line where there is no place for one."""
    if state.lines:
        state.pieces.append(Atom(markdown))
    else:
        state.add_block("paragraph", markdown)


def _link(state: State, address: str, title: str) -> str:
    from newsgen.text.html_markdown.writing.escape import escape_brackets

    text = escape_brackets(title or address.rpartition("/")[2] or address, "]")
    return f"[{text}]({write_address(state.options.rewrite_link(address))})"


def add_embed(state: State, tag: str, address: str, title: str = "") -> None:
    """Add the content of another site, which pages show as a box."""
    note_embed(state, tag, address, title)
    if state.lines:
        state.pieces.append(Atom(_link(state, address, title or address)))
        return
    element = tag if tag in ("video", "audio") else "iframe"
    name = f' title="{escape(title)}"' if title else ""
    state.add_block("html", f'<{element} src="{escape(address)}"{name}></{element}>')
    state.has_html = True


def note_embed(state: State, tag: str, address: str, title: str = "") -> None:
    """Note the content of another site."""
    host = host_of(address)
    state.note("embed", host.removeprefix("www."), "taken", example=address)
    state.embeds.append(Embed(address, tag, host, title))


def find_post(node: Node, attributes: dict[str, str]) -> str:
    """The address of the post that a script would show in place of an element; "" for none."""
    tag = node.tag or ""
    if not is_post(tag, attributes):
        return ""
    address = post_address(attributes)
    if address or tag != "blockquote":
        return address
    links = [attribute(link, "href") for link in node.css("a")]
    return next((whole for link in reversed(links) if (whole := whole_address(link))), "")


def start_post(state: State, node: Node, address: str) -> Closer:
    """Begin the words of a post."""
    note_embed(state, node.tag or "", address)
    state.push(Frame("post", f'<blockquote class="embed" cite="{escape(address)}">'))
    state.has_html = True
    return partial(end_wrapper, state, "</blockquote>")


def end_wrapper(state: State, closing: str) -> None:
    """End an element of HTML around blocks."""
    frame = state.pop()
    state.add_block("html", wrap(frame.opening, join_blocks(frame.blocks), closing))


def write_linked(image: ConvertedImage, caption: str) -> str:
    """An image with its caption, in the link around it."""
    shown = write_image(image.alt, image.src, caption)
    return f"[{shown}]({write_address(image.link)})" if image.link and image.link != image.src else shown
