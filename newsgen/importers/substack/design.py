"""Take what invites readers to subscribe out of a text of Substack."""

from __future__ import annotations

import json
from html import escape

from selectolax.lexbor import LexborHTMLParser

from newsgen.record.import_entry import Entry

# Boxes and buttons that Substack's own pages answer.
_BOXES = (
    ".subscription-widget-wrap, .subscription-widget-wrap-editor, .subscription-widget, .subscribe-widget, "
    ".paywall-jump, .poll-embed, .captioned-button-wrap, [data-component-name=SubscribeWidget], "
    "[data-component-name=SubscribeWidgetToDOM]"
)
_BUTTONS = ".button-wrapper"
_MARKS = (
    "%%checkout_url%%",
    "%%half_magic",
    "action=share",
    "action=subscribe",
    "/subscribe?",
    "%%share_url%%",
    "%%comments_url%%",
)


def _embedded(classes: str, attributes: str) -> str:
    """The HTML of a post of another page, of which a text only has the data: its words, and its address as a link."""
    if not any(name in classes for name in ("tweet", "embed", "twitter", "comment", "instagram", "bluesky")):
        return ""
    try:
        facts = json.loads(attributes)
    except (ValueError, RecursionError):
        return ""
    if not isinstance(facts, dict):
        return ""
    values = {key: str(value) for key, value in facts.items() if isinstance(value, str | int) and str(value)}
    address = next((values[key] for key in ("url", "canonical_url", "href", "link") if key in values), "")
    words = [values[key] for key in ("full_text", "title", "body", "text", "caption") if key in values]
    name = values.get("name") or values.get("publication_name") or values.get("username") or ""
    if not address.startswith(("http://", "https://")) or "subscribe" in classes:
        return ""
    said = "".join(f"<p>{escape(text)}</p>" for text in words[:1])
    shown = f'<p><a href="{escape(address)}">{escape(name or address)}</a></p>'
    return f"<blockquote>{said}{shown}</blockquote>" if said else shown


def without_design(html: str, entries: list[Entry]) -> str:
    """A text without its invitations, each with an entry."""
    if "class=" not in html and "data-component-name" not in html:
        return html
    tree = LexborHTMLParser(html)
    if tree.body is None:
        return html
    for node in tree.css("[data-attrs]"):
        shown = _embedded(node.attributes.get("class") or "", node.attributes.get("data-attrs") or "")
        made = LexborHTMLParser(shown).css_first("p, blockquote") if shown else None
        if made is not None and not node.text(deep=True).strip():
            node.replace_with(made)
            entries.append(Entry("widget", "post of another page", "taken"))
    for node in tree.css("div.pullquote"):
        quote = LexborHTMLParser(f"<blockquote>{node.inner_html or ''}</blockquote>").css_first("blockquote")
        if quote is not None:
            node.replace_with(quote)
    for node in tree.css(_BOXES):
        if node.parent is not None:
            name = "poll" if "poll" in (node.attributes.get("class") or "") else "subscribe box"
            node.decompose()
            entries.append(Entry("widget", name, "left out", "only Substack's own pages can answer it"))
    for node in tree.css(_BUTTONS):
        if any(mark in (node.html or "") for mark in _MARKS):
            node.decompose()
            entries.append(Entry("widget", "button", "left out", "only Substack's own pages can answer it"))
    return tree.body.inner_html or "" if hasattr(tree.body, "inner_html") else tree.body.html or ""
