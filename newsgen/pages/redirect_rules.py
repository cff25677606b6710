"""Redirects as rules for servers, each in its own language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import unquote, unquote_plus


class Move(NamedTuple):
    """An older address and where it leads: its path, its query ("": any), and a path or a whole URL.

    All are escaped as in a URL.
    """

    path: str
    query: str
    target: str


# All signs but those that no browser escapes in a query.
_RESERVED = re.compile(r"[^A-Za-z0-9_.~-]")
# Those of them that browsers write into a query as they are. A quotation mark or the end of a line, which none does,
# would end the text that a rule stands in.
_WRITTEN_AS_THEY_ARE = frozenset("!$'()*,/:;?@[\\]^`{|}")

# Writes the lines of a file of rules; the text is the path of the site's root, "" for that of its host.
WriteRules = Callable[[Sequence[Move], str], Iterator[str]]


def _write_netlify(moves: Sequence[Move], base: str) -> Iterator[str]:
    """Netlify serves an existing page before it applies a rule, unless the rule ends with "!".

    The first rule that fits counts, and one without a query fits every query.
    """
    for path, query, target in sorted(moves, key=lambda move: not move.query):
        parts = query.split("&") if query else ()
        yield " ".join((_without_wildcard(path), *parts, target, "301!"))


def _write_cloudflare(moves: Sequence[Move], base: str) -> Iterator[str]:
    """Cloudflare applies its rules first, and has no "!". Its rules do not see queries."""
    return (f"{_without_wildcard(move.path)} {move.target} 301" for move in moves if not move.query)


def _without_wildcard(path: str) -> str:
    """A path whose "*" does not stand for all paths that begin so."""
    return path.replace("*", "%2A")


def _write_apache(moves: Sequence[Move], base: str) -> Iterator[str]:
    """Apache's `Redirect` would match all addresses that begin so; this matches one. Apache compares decoded paths.

    The paths of rewriting rules begin below the folder of their file.
    """
    if any(move.query for move in moves):
        yield "RewriteEngine On"
    for path, query, target in moves:
        pattern = re.escape(unquote(path[len(base) + 1 :] if query else path)).replace('"', '\\"')
        if query:
            yield f'RewriteCond %{{QUERY_STRING}} "{_query_pattern(query)}"'
            # "%2" would be what the second pair of brackets matched.
            escaped = _without_variables(target).replace("%", "\\%")
            yield f'RewriteRule "^{pattern}$" "{escaped}" [R=301,L,NE,QSD]'
        else:
            yield f'RedirectMatch 301 "^{pattern}$" "{_without_variables(target)}"'


def _write_nginx(moves: Sequence[Move], base: str) -> Iterator[str]:
    """A location matched exactly, against the decoded path; the file is for an `include` in the site's `server`.

    A path has one location, which tells its queries apart.
    """
    by_path: dict[str, list[Move]] = defaultdict(list)
    for move in moves:
        by_path[move.path].append(move)
    for path, found in by_path.items():
        location = re.sub(r'(["\\])', r"\\\1", unquote(path))
        returns = "".join(map(_return, sorted(found, key=lambda move: not move.query)))
        yield f'location = "{location}" {{{returns} }}'


def _return(move: Move) -> str:
    action = f'return 301 "{_without_variables(move.target)}";'
    if not move.query:
        return f" {action}"
    pattern = _query_pattern(move.query).replace("\\", "\\\\")
    return f' if ($args ~ "{pattern}") {{ {action} }}'


def _query_pattern(query: str) -> str:
    """A regular expression for queries that have all parts of this one, in any order and among others."""
    return "^" + "".join(f"(?=(?:.*&)?{_part_pattern(part)}(?:&|$))" for part in query.split("&"))


def _part_pattern(part: str) -> str:
    """A regular expression for a part of a query as browsers may escape it; without a value its "=" may be missing."""
    name, _, value = part.partition("=")
    return f"{_text_pattern(name)}={_text_pattern(value)}" if value else f"{_text_pattern(name)}=?"


def _text_pattern(escaped: str) -> str:
    return _RESERVED.sub(_sign_pattern, unquote_plus(escaped)).replace(".", r"\.")


def _sign_pattern(sign: re.Match[str]) -> str:
    """A sign as browsers may write it into a query: itself, or its bytes as percent codes of either case."""
    codes = "".join(f"%{byte:02X}" for byte in sign[0].encode())
    codes = re.sub("[A-F]", lambda letter: f"[{letter[0]}{letter[0].lower()}]", codes)
    if sign[0] == " ":
        return rf"(?:\+|{codes})"
    # Two backslashes would be read as one, before the regular expression is.
    plain = r"\x5C" if sign[0] == "\\" else re.escape(sign[0])
    return f"(?:{plain}|{codes})" if sign[0] in _WRITTEN_AS_THEY_ARE else codes


def _without_variables(address: str) -> str:
    """An address in which a server finds no variables."""
    return address.replace("$", "%24")


# The file of rules for each server, and the function that writes it.
SERVERS: Mapping[str, tuple[str, WriteRules]] = {
    "netlify": ("_redirects", _write_netlify),
    "cloudflare": ("_redirects", _write_cloudflare),
    "apache": (".htaccess", _write_apache),
    "nginx": ("redirects.nginx.conf", _write_nginx),
}
