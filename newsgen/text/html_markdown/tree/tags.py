"""Elements of HTML by what the conversion makes of them."""

from __future__ import annotations

# Each ends the paragraph before it and begins another.
BLOCKS = frozenset(
    "address article aside body center dir div fieldset footer form frameset header hgroup html legend listing main "
    "menu nav noframes noscript optgroup option p plaintext search section summary template tr tbody thead tfoot td th "
    "xmp dd dt dl caption colgroup col".split()
)
HEADINGS = {"h1": 2, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
# Marks of Markdown, by their element.
DELIMITERS = {"em": "*", "i": "*", "strong": "**", "b": "**", "s": "~~", "strike": "~~", "del": "~~"}
# Written as HTML inside a paragraph: newsgen lets them through, and Markdown has no sign for them.
INLINE_HTML = frozenset("abbr bdi bdo cite dfn ins kbd mark q rp rt ruby samp small sub sup time u var".split())
OTHER_NAMES = {"acronym": "abbr", "tt": "code", "strike": "del"}
# What they hold is no text of the article, and why.
LEFT_OUT = {
    "script": "Pages run no scripts of texts.",
    "style": "The theme gives the style.",
    "template": "It is shown by scripts only.",
    "canvas": "It is drawn by scripts only.",
    "title": "It is of the page, not of its text.",
    "meta": "It is of the page, not of its text.",
    "link": "It is of the page, not of its text.",
    "base": "It is of the page, not of its text.",
    "input": "Pages have no forms.",
    "button": "Pages have no forms.",
    "select": "Pages have no forms.",
    "textarea": "Pages have no forms.",
    "datalist": "Pages have no forms.",
    "progress": "Pages have no forms.",
    "meter": "Pages have no forms.",
    "dialog": "It is shown by scripts only.",
    "map": "It has no text.",
    "applet": "No browser shows it.",
}
# What the sanitiser of a site lets through (newsgen/text/markup/raw_html/sanitise.py); a test compares the two.
RAW_TAGS = frozenset(
    (
        "a abbr b bdi bdo blockquote br caption cite code dd del details dfn dl dt em figcaption figure h2 h3 h4 h5 h6 "
        "hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small strong sub summary sup table tbody td "
        "tfoot th thead time tr u ul var wbr"
    ).split()
)
_EVERYWHERE = ("id", "lang", "dir", "title")
RAW_ATTRIBUTES = {
    "*": _EVERYWHERE,
    "a": ("href", *_EVERYWHERE),
    "ol": ("start", *_EVERYWHERE),
    "td": ("colspan", "rowspan", *_EVERYWHERE),
    "th": ("colspan", "rowspan", "scope", *_EVERYWHERE),
    "time": ("datetime", *_EVERYWHERE),
}
