"""A page's Content-Security-Policy, opened just so far that the server's own script may run and listen.

The rules are those of Content Security Policy Level 3: of a directive that stands twice the first counts, a missing one
falls back on `default-src`, and 'unsafe-inline' means nothing beside a nonce or a hash.
"""

from __future__ import annotations

import html
import re

# A <meta> tag with its quoted values, which may hold ">".
_META = re.compile(rb"<meta\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_IS_POLICY = re.compile(rb"(?<![\w-])http-equiv\s*=\s*[\"']?\s*content-security-policy\s*[\"'\s/>]", re.IGNORECASE)
_CONTENT = re.compile(rb"(?<![\w-])(content\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE)
# Beside these, 'unsafe-inline' is ignored.
_STRICTER = re.compile(r"'(?:nonce-|sha(?:256|384|512)-|strict-dynamic')", re.IGNORECASE)


def open_policies(page: bytes, nonce: str) -> bytes:
    """A page whose policies, each in a <meta> tag, let one script with this nonce run; all else stays byte for byte."""
    return _META.sub(lambda tag: _open_tag(tag[0], nonce), page)


def _open_tag(tag: bytes, nonce: str) -> bytes:
    if not _IS_POLICY.search(tag):
        return tag
    return _CONTENT.sub(lambda found: found[1] + _open_value(found[2], nonce), tag, count=1)


def _open_value(value: bytes, nonce: str) -> bytes:
    inner = value[1:-1] if value[:1] in (b'"', b"'") else value
    # Each byte is a character here, so that text of any encoding comes out as it was.
    policy = open_policy(html.unescape(inner.decode("latin-1")), nonce)
    return b'"' + html.escape(policy).encode("latin-1", "xmlcharrefreplace") + b'"'


def open_policy(policy: str, nonce: str) -> str:
    """A policy that lets a script with this nonce run and connect to the page's own server, and else what it let."""
    directives: dict[str, list[str]] = {}
    for part in policy.split(";"):
        name, *sources = part.split() or [""]
        if name:
            directives.setdefault(name.lower(), sources)
    _let(directives, ("script-src-elem", "script-src", "default-src"), "script-src", f"'nonce-{nonce}'")
    _let(directives, ("connect-src", "default-src"), "connect-src", "'self'")
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def _let(directives: dict[str, list[str]], governing: tuple[str, ...], own: str, source: str) -> None:
    """Add a source to the first directive that governs; `default-src` stays, and gives `own` what it let."""
    name = next((name for name in governing if name in directives), "")
    if not name or _lets(directives[name], source):
        return
    sources = [other for other in directives[name] if other.lower() != "'none'"]
    directives[own if name == "default-src" else name] = [*sources, source]


def _lets(sources: list[str], source: str) -> bool:
    known = [other.lower() for other in sources]
    if source == "'self'":
        return "'self'" in known or "*" in known
    return "'unsafe-inline'" in known and not any(map(_STRICTER.match, known))
