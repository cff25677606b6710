"""Sanitise the HTML of a Markdown text. The text is untrusted: nothing in it may become script, style or a request."""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from functools import partial
from typing import Any

import nh3

from newsgen.text.markup.headings import RESERVED_IDS
from newsgen.text.markup.links import SAFE_SCHEMES, replace_remote_images
from newsgen.text.markup.markdown.addresses import SITE
from newsgen.text.markup.markdown.parser import ALIGNMENTS
from newsgen.text.markup.omissions import note_omission
from newsgen.text.markup.raw_html.depth import limit_depth
from newsgen.text.markup.raw_html.embeds import KINDS
from newsgen.text.markup.raw_html.rewrite import rewrite_html
from newsgen.text.urls import NO_SITE

TAGS = frozenset(
    (
        "a abbr b bdi bdo blockquote br caption cite code dd del details dfn dl dt em figcaption figure h2 h3 h4 h5 h6 "
        "hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small strong sub summary sup table tbody td "
        "tfoot th thead time tr u ul var wbr"
    ).split()
)
_ATTRIBUTES = {
    "*": {"lang", "dir", "title", "id"},
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
_CLASSES = {
    "td": set(ALIGNMENTS),
    "th": set(ALIGNMENTS),
    "figure": {"embed", *KINDS},
    "section": {"footnotes"},
    "ol": {"footnotes-list", "tasks"},
    "ul": {"tasks"},
    "li": {"footnote-item", "task"},
    "sup": {"footnote-ref"},
    "a": {"footnote-backref"},
    "hr": {"footnotes-sep"},
}
_ID = re.compile(r"\S+")
_BLANK_PARAGRAPH = re.compile(r"<p>\s*</p>\n?")


def sanitise(html: str, env: MutableMapping[str, Any]) -> str:
    """The harmless part of the HTML of a text; what pages cannot show is noted in `env`."""
    clean = nh3.clean(
        limit_depth(rewrite_html(html, TAGS, env)),
        tags=set(TAGS),
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        attribute_filter=partial(_keep_attribute, set(RESERVED_IDS)),
        url_schemes=set(SAFE_SCHEMES),
        link_rel=None,
    )
    if '<figure class="embed ' in clean:
        # A box in a paragraph ends it.
        clean = _BLANK_PARAGRAPH.sub("", clean)
    return replace_remote_images(clean, env.get(SITE, NO_SITE), partial(note_omission, env, "image"))


def _keep_attribute(taken: set[str], tag: str, name: str, value: str) -> str | None:
    """The value of an attribute; None for an id that the page has already, and for classes of no meaning here."""
    if name == "class":
        return value if _CLASSES.get(tag, set()).intersection(value.split()) else None
    if name != "id":
        return value
    if not _ID.fullmatch(value) or value in taken:
        return None
    taken.add(value)
    return value
