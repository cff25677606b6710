"""Elements that show a file or another site: what stands in their place."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from newsgen.record.media_kinds import media_kind
from newsgen.text.markup.links import is_local, is_own
from newsgen.text.markup.raw_html.embeds import Kind, kind_of, render_embed, whole_address
from newsgen.text.urls import NO_SITE, SiteUrls

Attributes = dict[str, str]
PLAYERS = ("iframe", "frame", "video", "audio", "object", "embed")
# Where scripts that load late look for an address.
LAZY = ("data-src", "data-lazy-src", "data-original", "data-orig-src")
_KINDS: Mapping[str, Kind] = {"video": "video", "audio": "audio"}
# The parameters of an object that hold its address.
_ADDRESSES = ("movie", "src", "url", "filename")


class Player:
    """An element that shows a file or another site, while its content is read."""

    def __init__(self, tag: str, attributes: Attributes) -> None:
        self.tag = tag
        self.title = attributes.get("title") or attributes.get("aria-label") or ""
        first = next((attributes[name] for name in ("src", "data", *LAZY) if attributes.get(name)), "")
        self.addresses = [first] if first else []

    def look_inside(self, tag: str, attributes: Attributes) -> None:
        """Take over the address that a start tag inside it names."""
        if tag in ("source", "embed", "iframe"):
            self.addresses.append(attributes.get("src") or attributes.get("data-src") or "")
        elif tag == "track" and is_local(attributes.get("src", "")):
            self.addresses.append(attributes["src"])
        elif tag == "param" and attributes.get("name", "").lower() in _ADDRESSES:
            self.addresses.append(attributes.get("value", ""))

    def render(self, site: SiteUrls = NO_SITE) -> str:
        """What stands in its place, where `site` are the site's own URLs; "" where it names no address."""
        own = dict.fromkeys(address.strip() for address in self.addresses)
        local = [address for address in own if is_own(address, site)]
        remote = [whole for address in own if address not in local and (whole := whole_address(address))]
        if local:
            first, *others = sorted(local, key=lambda address: not media_kind(address))
            if media_kind(first):
                shown = f'<img src="{escape(first)}" alt="{escape(self.title)}">'
            else:
                shown = _link(first, self.title)
            return " ".join([shown, *(_link(other) for other in others)])
        return "".join(
            render_embed(_KINDS.get(self.tag) or kind_of(address), address, "" if number else self.title)
            for number, address in enumerate(remote)
        )


def _link(address: str, title: str = "") -> str:
    return f'<a href="{escape(address)}">{escape(title or address.rpartition("/")[2] or address)}</a>'
