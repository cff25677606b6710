"""Rewrite HTML so that sanitising it loses nothing that a reader should know.

Contents of other sites become boxes with their address; local audio, video and PDF files become images, of which a page
makes the browser's own players; the image of a `<noscript>` is shown, and names of anchors become ids. What is dropped
is noted.
"""

from __future__ import annotations

import re
from collections.abc import Collection, MutableMapping
from html import escape
from html.parser import HTMLParser
from typing import Any

from newsgen.record.paths import EMBEDDED_FOLDER
from newsgen.text.markup.markdown.addresses import SITE
from newsgen.text.markup.omissions import note_omission
from newsgen.text.markup.raw_html.embeds import kind_of, render_embed
from newsgen.text.markup.raw_html.players import PLAYERS, Attributes, Player
from newsgen.text.markup.raw_html.posts import has_words, is_post, last_link, post_address
from newsgen.text.urls import NO_SITE

# Tags that need more than the sanitiser; without any of them a text is left as it is.
_SIGNS = re.compile(
    r"<(?:h1\b|iframe|frame|video|audio|object|embed|noscript|script|style|svg|math|form|input|button|select|textarea|canvas"
    r"|applet|template|blockquote\s|!--|[a-z]+-[a-z])|\b(?:id|name|data-[\w-]{1,100}+|cite)=",
    re.IGNORECASE,
)
_VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())
# Their content is no text of the article, or the text that stands in their place.
_WITHOUT_CONTENT = frozenset(("script", "style", "template", "canvas", "iframe", "video", "audio", "applet", "object"))
_NOTED = frozenset(
    "script style form input button select textarea svg math canvas applet template link meta base".split()
)
# A page has one headline of its own.
_OTHER_NAMES = {"h1": "h2"}
# In these only the text is kept.
_DRAWINGS = frozenset(("svg", "math"))
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-orig-src")


def rewrite_html(html: str, known: Collection[str], env: MutableMapping[str, Any]) -> str:
    """The HTML, ready to be sanitised so that the tags in `known` are kept; what is dropped is noted in `env`."""
    if not _SIGNS.search(html):
        return html
    rewriter = _Rewriter(known, env)
    rewriter.feed(html)
    rewriter.close()
    return rewriter.finish()


class _Rewriter(HTMLParser):
    def __init__(self, known: Collection[str], env: MutableMapping[str, Any]) -> None:
        super().__init__(convert_charrefs=False)
        self._known = known
        self._env = env
        self._parts: list[str] = []
        self._player: Player | None = None
        # The tags in a dropped element that are open, the outermost first.
        self._dropped: list[str] = []
        self._drawing = 0
        self._noscript = 0
        self._last_image = ""
        # A post that is open: its tag, how many such tags are open inside, its address, and its place in the parts.
        self._post: tuple[str, str, int] | None = None
        self._post_depth = 0

    def finish(self) -> str:
        """The rewritten HTML, with what is still open closed."""
        if self._player:
            self._end_player()
        if self._post:
            self._end_post()
        return "".join(self._parts)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Handle `<img/>`; a `<div/>` is open in HTML."""
        self.handle_starttag(tag, attrs)
        if tag in _DRAWINGS:
            self.handle_endtag(tag)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Handle a start tag."""
        tag = _OTHER_NAMES.get(tag, tag)
        attributes = {name: value or "" for name, value in reversed(attrs)}
        if self._player:
            self._player.look_inside(tag, attributes)
        elif self._dropped:
            if tag == self._dropped[0]:
                self._dropped.append(tag)
        elif tag in PLAYERS:
            self._start_player(tag, attributes)
        elif tag in _DRAWINGS:
            self._drawing += 1
            note_omission(self._env, "tag", f"<{tag}>")
        elif self._drawing:
            return
        elif tag == "noscript":
            self._noscript += 1
        elif tag in _WITHOUT_CONTENT:
            note_omission(self._env, "tag", f"<{tag}>")
            self._dropped.append(tag)
        elif tag == "img":
            self._add_image(attributes)
        else:
            self._add_tag(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        """Handle an end tag."""
        tag = _OTHER_NAMES.get(tag, tag)
        if self._player:
            if tag == self._player.tag:
                self._end_player()
        elif self._dropped:
            if tag == self._dropped[0]:
                self._dropped.pop()
        elif tag in _DRAWINGS:
            self._drawing = max(0, self._drawing - 1)
        elif tag == "noscript":
            self._noscript = max(0, self._noscript - 1)
        elif not self._drawing:
            self._parts.append(f"</{tag}>")
            if self._post and tag == self._post[0]:
                self._post_depth -= 1
                if not self._post_depth:
                    self._end_post()

    def handle_data(self, data: str) -> None:
        """Handle text."""
        # The parser hands over "<" that begins no tag as text too.
        self._add_text(data.replace("<", "&lt;"))

    def handle_entityref(self, name: str) -> None:
        """Handle a named character reference."""
        self._add_text(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Handle a numeric character reference."""
        self._add_text(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        """Note a comment."""
        if not self._player and not self._dropped:
            note_omission(self._env, "comment", f"<!--{data}-->")

    def _add_text(self, text: str) -> None:
        if not self._player and not self._dropped:
            self._parts.append(text)

    def _start_player(self, tag: str, attributes: Attributes) -> None:
        self._player = Player(tag, attributes)
        if tag in _VOID:
            self._end_player()

    def _end_player(self) -> None:
        assert self._player, "a player is open"
        html = self._player.render(self._env.get(SITE, NO_SITE))
        if '<figure class="embed' in html:
            note_omission(self._env, "embed", f"<{self._player.tag}>")
        elif not html:
            note_omission(self._env, "tag", f"<{self._player.tag}>")
        self._parts.append(html)
        self._player = None

    def _add_image(self, attributes: Attributes) -> None:
        address = attributes.get("src", "")
        # A script that loads late puts the image in the place of a small one.
        if not address or address.startswith(("data:", f"/{EMBEDDED_FOLDER}/")):
            address = next((attributes[name] for name in _LAZY if attributes.get(name)), address)
        # A `<noscript>` repeats the image before it for browsers without scripts.
        if address and not (self._noscript and address == self._last_image):
            own = {"src": address, "alt": attributes.get("alt", ""), "title": attributes.get("title", "")}
            own["id"] = attributes.get("id", "")
            self._parts.append(_start_tag("img", own))
        self._last_image = address

    def _add_tag(self, tag: str, attributes: Attributes) -> None:
        if tag in _NOTED:
            note_omission(self._env, "tag", f"<{tag}>")
        anchor = attributes.get("id") or (attributes.get("name", "") if tag == "a" else "")
        if tag == "a" and anchor:
            attributes = {**attributes, "id": anchor}
        elif anchor and tag not in self._known and tag not in _NOTED:
            self._parts.append(f'<a id="{escape(anchor)}"></a>')
        if self._post and tag == self._post[0]:
            self._post_depth += 1
        if not self._post and is_post(tag, attributes):
            self._post, self._post_depth = (tag, post_address(attributes), len(self._parts)), 1
        self._parts.append(_start_tag(tag, attributes))

    def _end_post(self) -> None:
        assert self._post, "a post is open"
        tag, address, start = self._post
        self._post = None
        content = "".join(self._parts[start:])
        address = address or last_link(tag, content)
        if address:
            self._parts[start:] = [render_embed(kind_of(address, "post"), address, "", content)]
            note_omission(self._env, "embed", f"<{tag}>")
        elif "-" in tag and not has_words(content):
            note_omission(self._env, "tag", f"<{tag}>")


def _start_tag(tag: str, attributes: Attributes) -> str:
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value or name == "alt")
    return f"<{tag}{written}>"
