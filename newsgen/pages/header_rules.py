"""Fields of HTTP as rules for servers, each in its own language: the policy of all pages, types, and cache times.

A server that finds them says of a file what an object store says of its object.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from newsgen.record.delivery import KEPT_ENDINGS, MEDIUM, SHORT, TEXT_ENDINGS, seconds_of

# What the pages of all kinds need together: each has a narrower policy of its own, and browsers apply both. Only a
# field can say who may frame a page.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; object-src 'self'; "
    "frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)
_SCRIPTS = "script-src 'self'"
_OTHER_FIELDS: Sequence[tuple[str, str]] = (
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
)
# Types that older servers do not know.
_TYPES = (("image/avif", ".avif"), ("image/webp", ".webp"), ("font/woff2", ".woff2"), ("text/javascript", ".mjs"))


def _fields(sources: Sequence[str]) -> Sequence[tuple[str, str]]:
    """The fields of every file; `sources` are where scripts come from beside the site itself."""
    policy = POLICY.replace(_SCRIPTS, " ".join((_SCRIPTS, *sources)))
    return (("Content-Security-Policy", policy), *_OTHER_FIELDS)


def _write_hosts(base: str, sources: Sequence[str] = ()) -> Iterator[str]:
    """The fields for Netlify and Cloudflare, which keep pages as short as they should and know all types.

    Rules that fit one file are joined, so that a field stands in one of them.
    """
    yield f"{base}/*"
    yield from (f"  {name}: {value}" for name, value in _fields(sources))
    # Where newsgen puts every picture.
    yield f"{base}/media/*"
    yield f"  Cache-Control: {MEDIUM}"


def _write_apache(base: str, sources: Sequence[str] = ()) -> Iterator[str]:
    yield "<IfModule mod_headers.c>"
    yield from (f'Header always set {name} "{value}"' for name, value in _fields(sources))
    yield f'Header set Cache-Control "{SHORT}"'
    yield f'<FilesMatch "(?i)\\.({"|".join(KEPT_ENDINGS)})$">'
    yield f'Header set Cache-Control "{MEDIUM}"'
    yield "</FilesMatch>"
    yield "</IfModule>"
    yield "<IfModule mod_mime.c>"
    yield f"AddCharset utf-8 {' '.join(f'.{ending}' for ending in TEXT_ENDINGS)}"
    yield from (f"AddType {media_type} {ending}" for media_type, ending in _TYPES)
    yield "</IfModule>"


def _write_nginx(base: str, sources: Sequence[str] = ()) -> Iterator[str]:
    """A location with a field of its own would lose those of the server, and `expires` is none."""
    yield from (f'add_header {name} "{value}" always;' for name, value in _fields(sources))
    yield "charset utf-8;"
    yield "charset_types text/css text/javascript application/javascript application/json application/xml text/plain;"
    yield f"expires {seconds_of(SHORT)}s;"
    yield f'location ~* "\\.(?:{"|".join(KEPT_ENDINGS)})$" {{ expires {seconds_of(MEDIUM)}s; }}'


# The file of fields for each server, and the function that writes it: for the path of the site's root, and the sources
# of scripts beside the site itself.
HEADER_FILES: Mapping[str, tuple[str, Callable[[str, Sequence[str]], Iterator[str]]]] = {
    "netlify": ("_headers", _write_hosts),
    "cloudflare": ("_headers", _write_hosts),
    "apache": (".htaccess", _write_apache),
    "nginx": ("headers.nginx.conf", _write_nginx),
}
