"""Whether a document of HTML or XML, or a file that a browser takes for one, runs something when somebody opens it.

What articles link to is a document of the site's own, in which a script could do whatever the site's own scripts can.
HTML is not parsed but searched, so that no difference between parsers hides a script; a word of the text may be taken
for one.
"""

from __future__ import annotations

import re
from html import unescape

from newsgen.images.naming import ending_of, is_opened, tells_no_type
from newsgen.images.safe_svg import is_active_xml

# Elements that run or embed something, and those that browsers read in another way where scripts are allowed; the
# attributes of events; a document in an attribute.
_RUNNING = re.compile(
    r"<(?:script|i?frame|frameset|object|embed|applet|portal|template|noscript|base)\b"
    r"|[\s/\"'\0]on[a-z]{3,}\s*="
    r"|\bsrcdoc\s*=",
    re.IGNORECASE,
)
_LEADS_ELSEWHERE = re.compile(r"\bhttp-equiv\b", re.IGNORECASE)
_SCRIPT = re.compile(
    r"(?:java|vb)script:|data:(?!image/(?:png|jpe?g|gif|webp|avif)[;,])[a-z]+/",
    re.IGNORECASE,
)
_BLANKS = re.compile("[\0- ]+")
# Behind so many bytes no browser looks for markup.
BEGINNING = 4_096
# What browsers pass over where they look for markup: blanks, control characters and marks of the byte order.
_BEFORE_MARKUP = bytes(range(0x21)) + b"\xef\xbb\xbf\xfe\xff"
# Signs of encodings that hide markup from whoever reads another one, UTF-16 and ISO 2022, and what servers may run.
_HIDDEN = re.compile(rb"\A(?:\xff\xfe|\xfe\xff)|[\0\x1b]|<!--#|<\?php", re.IGNORECASE)


def is_active(content: bytes, file: str) -> bool:
    """Whether a file of this name runs something where it is opened, or is written so that this cannot be told."""
    if not tells_no_type(file):
        return _is_active_html(content) if ending_of(file) in ("htm", "html") else is_active_xml(content)
    if not may_be_document(content, file):
        return False
    if content.lstrip(_BEFORE_MARKUP).startswith(b"<?xml"):
        return is_active_xml(content)
    return b"<!ENTITY" in content or _is_active_html(content)


def may_be_document(beginning: bytes, file: str) -> bool:
    """Whether a browser may take a file for a document by its name or, where that does not say, by how it begins."""
    return is_opened(file) or (tells_no_type(file) and beginning.lstrip(_BEFORE_MARKUP).startswith(b"<"))


def _is_active_html(content: bytes) -> bool:
    # All that is looked for is written in ASCII, which has the same bytes in every encoding that hides nothing.
    text = content.decode("latin-1")
    if _HIDDEN.search(content) or _RUNNING.search(text):
        return True
    plain = unescape(text)
    if _LEADS_ELSEWHERE.search(text) and "refresh" in plain.casefold():
        return True
    return bool(_SCRIPT.search(_BLANKS.sub("", plain)))
