"""Open a page's Content-Security-Policy so far that the server's own script may run and connect.

The rules are those of Content Security Policy Level 3: of a directive that is given twice the first counts, a missing
one falls back on `default-src`, and 'unsafe-inline' means nothing beside a nonce or a hash.
"""

from __future__ import annotations

import html
import re

# A <meta> tag with its quoted values, which may hold ">"; one that does not end reaches to the end of the page.
_META = re.compile(
    rb"<meta\b(?:[^>\"']++|\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))*+(?:>|\Z)",
    re.IGNORECASE,
)
_IS_POLICY = re.compile(rb"(?<![\w-])http-equiv\s*+=\s*+[\"']?\s*+content-security-policy\s*[\"'\s/>]", re.IGNORECASE)
_CONTENT = re.compile(rb"(?<![\w-])(content\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE)
# Beside these, 'unsafe-inline' is ignored.
_STRICTER = re.compile(r"'(?:nonce-|sha(?:256|384|512)-|strict-dynamic')", re.IGNORECASE)


def open_policies(page: bytes, nonce: str) -> bytes:
    """A page whose policies, each in a <meta> tag, allow a script with this nonce; all else stays byte for byte."""
    return _META.sub(lambda tag: _open_tag(tag[0], nonce), page)


def _open_tag(tag: bytes, nonce: str) -> bytes:
    if not _IS_POLICY.search(tag):
        return tag
    return _CONTENT.sub(lambda value: value[1] + _open_value(value[2], nonce), tag, count=1)


def _open_value(value: bytes, nonce: str) -> bytes:
    inner = value[1:-1] if value[:1] in (b'"', b"'") else value
    # Latin-1 gives each byte a character, so that text of any encoding comes out unchanged.
    policy = open_policy(html.unescape(inner.decode("latin-1")), nonce)
    return b'"' + html.escape(policy).encode("latin-1", "xmlcharrefreplace") + b'"'


def open_policy(policy: str, nonce: str) -> str:
    """A policy that also allows a script with this nonce, and connections to the page's own server."""
    directives: dict[str, list[str]] = {}
    for part in policy.split(";"):
        name, *sources = part.split() or [""]
        if name:
            directives.setdefault(name.lower(), sources)
    _allow(directives, ("script-src-elem", "script-src", "default-src"), "script-src", f"'nonce-{nonce}'")
    _allow(directives, ("connect-src", "default-src"), "connect-src", "'self'")
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def _allow(directives: dict[str, list[str]], governing: tuple[str, ...], own: str, source: str) -> None:
    """Add a source to the first governing directive; `default-src` stays as it is, and `own` starts as its copy."""
    name = next((name for name in governing if name in directives), "")
    if not name or _allows(directives[name], source):
        return
    sources = [other for other in directives[name] if other.lower() != "'none'"]
    directives[own if name == "default-src" else name] = [*sources, source]


def _allows(sources: list[str], source: str) -> bool:
    allowed = [other.lower() for other in sources]
    if source == "'self'":
        return "'self'" in allowed or "*" in allowed
    return "'unsafe-inline'" in allowed and not any(map(_STRICTER.match, allowed))
