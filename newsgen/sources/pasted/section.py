"""The line above a headline that says where in the paper it stood: "Harbour", or "Home > News > Harbour"."""

from __future__ import annotations

import re

from newsgen.sources.pasted.observe import Seen
from newsgen.sources.pasted.phrases import bare, kind_of
from newsgen.sources.pasted.shape import ends_sentence

_CRUMB = re.compile(r"\s*[>›»→|]\s*|\s+/\s+|\s*::\s*")
_SIGN = re.compile(r"[>›»→/|]|::")
_EDGES = " >›»→|/:"
_LONGEST_CRUMB = 32
_LONGEST_PATH = 120
_LONGEST = 30
# A path's last step is often the headline itself, cut off; so many equal letters show it.
_SAME = 12


def is_breadcrumb(text: str) -> bool:
    """Whether a line is a path of sections."""
    if len(text) > _LONGEST_PATH or not _SIGN.search(text):
        return False
    crumbs = _crumbs(text)
    if not 2 <= len(crumbs) <= 5 or ("|" in text and kind_of(crumbs[-1]) in ("menu", "share", "footer")):
        return False
    if "|" in text and any(map(str.isdigit, text)):
        return False
    return all(len(crumb) <= _LONGEST_CRUMB and not ends_sentence(crumb) for crumb in crumbs[:-1])


def last_crumb(text: str, headline: str = "") -> str:
    """The section that a breadcrumb ends with; a last step that repeats the headline is not one."""
    crumbs = _crumbs(text)
    if len(crumbs) > 1 and headline and _repeats(crumbs[-1], headline):
        crumbs.pop()
    return crumbs[-1] if crumbs else text


def looks_like_section(text: str, here: Seen) -> bool:
    """Whether a line is short enough and plain enough to be a section's name."""
    plain = not ends_sentence(text) and not any(map(str.isdigit, text)) and not any(sign in text for sign in "@|:–")
    return here.width <= _LONGEST and plain and len(text.split()) <= 4


def _crumbs(text: str) -> list[str]:
    return [crumb for crumb in _CRUMB.split(text.strip(_EDGES)) if crumb]


def _repeats(crumb: str, headline: str) -> bool:
    letters = bare(crumb)[:_SAME]
    return (len(letters) == _SAME and bare(headline).startswith(letters)) or bare(crumb) == bare(headline)
