"""Take what invites readers to subscribe out of a text of Substack."""

from __future__ import annotations

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


def without_design(html: str, entries: list[Entry]) -> str:
    """A text without its invitations, each with an entry."""
    if "class=" not in html and "data-component-name" not in html:
        return html
    tree = LexborHTMLParser(html)
    if tree.body is None:
        return html
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
