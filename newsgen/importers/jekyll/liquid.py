"""Liquid in a text as the text that it gives; what only Jekyll could compute is kept as a comment, and counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from newsgen.importers.jekyll.expressions import Scope, Unknown
from newsgen.importers.site_folder.embedded_code import LONGEST_CODE, CodeAccount, replace_code
from newsgen.importers.site_folder.lost_links import NOWHERE
from newsgen.importers.site_folder.markdown_text import as_comment
from newsgen.importers.site_folder.shortcodes import show_shortcode

_OPENING = re.compile(r"\{(?:%-?\s*(?P<tag>\w+)|\{-?)")
_PAIRS = re.compile(r"(?<![\w-])(?P<key>[\w-]++)\s*+[=:]\s*+(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"',]+)")
_QUOTED = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_BLOCKS = frozenset("if unless for case tablerow capture comment raw highlight ifchanged".split())
_NESTED = ("if", "unless", "case", "for")
_ENDINGS = {tag: re.compile(rf"\{{%-?\s*end{tag}\s*-?%\}}") for tag in ("raw", "comment")}
_MOST = 20_000
_LANGUAGE = re.compile(r"\s*([\w+#.-]*)")


class _Token(NamedTuple):
    start: int
    end: int
    tag: str
    rest: str
    raw: str

    @property
    def begins(self) -> str | None:
        """The tag of the block that this one begins."""
        return self.tag if self.tag in _BLOCKS else None

    @property
    def ends(self) -> str | None:
        """The tag of the block that this one ends."""
        return self.tag[3:] if self.tag.startswith("end") else None


@dataclass
class LiquidSite:
    """What tags may ask for: the address of a post or of a file, and the text of an include; each "" if unknown."""

    find_post: Callable[[str], str] = lambda name: ""
    find_file: Callable[[str], str] = lambda path: ""
    find_include: Callable[[str], str | None] = lambda name: None


@dataclass
class Liquid:
    """The rendering of one page's text; `account` learns what became of each tag."""

    site: LiquidSite
    scope: Scope
    account: CodeAccount
    _count: int = 0

    def render(self, text: str, depth: int = 0) -> str:
        """The text that Liquid gives."""
        if "{%" not in text and "{{" not in text:
            return text
        return replace_code(text, list(_find_tokens(text)), depth, partial(self._show, depth=depth))

    def _show(self, token: _Token, inner: str | None, whole: str, depth: int) -> str:
        inner = inner or ""
        self._count += 1
        if self._count > _MOST:
            return self.account.keep(token.tag or "output", whole, "too many tags")
        if not token.tag:
            return self._output(token)
        match token.tag:
            case "raw":
                return self.account.take(token.tag, inner)
            case "comment":
                self.account.add("comment", "left out", "a comment for writers", inner)
                return ""
            case "highlight":
                language = _LANGUAGE.match(token.rest)
                block = f"\n```{language[1] if language else ''}\n{inner.strip(chr(10))}\n```\n"
                return self.account.take(token.tag, block)
            case "assign" | "capture":
                return self._set(token, inner, depth)
            case "if" | "unless":
                return self._branch(token, inner, whole, depth)
            case "post_url" | "link":
                return self._address(token)
            case "include" | "include_relative" | "include_cached" | "render":
                return self._include(token, depth)
            case "for" | "case" | "tablerow" | "ifchanged":
                return self.account.keep(token.tag, whole, "only Jekyll can compute it: a comment in the text")
        return self._custom(token)

    def _output(self, token: _Token) -> str:
        try:
            value = self.scope.evaluate(token.rest)
        except Unknown:
            # In the middle of an address a comment would break it.
            self.account.add("output", "kept raw", "a variable that only Jekyll knows", token.raw)
            return token.raw
        self.account.add("output", "taken")
        return "" if value is None else _text(value)

    def _set(self, token: _Token, inner: str, depth: int) -> str:
        name, _, expression = token.rest.partition("=")
        try:
            value = self.scope.evaluate(expression) if token.tag == "assign" else self.render(inner, depth + 1).strip()
        except Unknown:
            self.scope.values.pop(name.strip(), None)
            return self.account.keep(token.tag, token.raw, "only Jekyll can compute it: a comment in the text")
        self.scope.values[name.strip()] = value
        return self.account.take(token.tag, "")

    def _branch(self, token: _Token, inner: str, whole: str, depth: int) -> str:
        branches = _branches(token, inner)
        try:
            for condition, body in branches:
                if condition is None or self.scope.holds(condition) is (token.tag == "if" or condition != token.rest):
                    return self.account.take(token.tag, self.render(body, depth + 1))
        except Unknown:
            reason = "only Jekyll knows its condition: its text stays, its tags are comments"
            self.account.add(token.tag, "kept raw", reason, token.raw)
            shown = "".join(
                as_comment(f"{{% {condition or 'else'} %}}") + self.render(body, depth + 1)
                for condition, body in branches
            )
            return shown + as_comment(f"{{% end{token.tag} %}}")
        return self.account.take(token.tag, "")

    def _address(self, token: _Token) -> str:
        name = token.rest.strip("\"' ")
        found = self.site.find_post(name) if token.tag == "post_url" else self.site.find_file(name)
        if found:
            return self.account.take(token.tag, found)
        reason = "there is no such page in the folder; the words of the link stay"
        self.account.add(token.tag, "left out", reason, token.raw)
        return NOWHERE

    def _include(self, token: _Token, depth: int) -> str:
        name = token.rest.split(None, 1)[0].strip("\"',") if token.rest else ""
        values = self._parameters(token.rest)
        text = self.site.find_include(name) if token.tag != "include_relative" else None
        if text is None:
            shown = show_shortcode(name, {key: _text(value) for key, value in values.items()})
            if shown is not None:
                return self.account.take(f"include {name}", shown)
            reason = "its file is not in the folder: a comment in the text"
            return self.account.keep(f"include {name}", token.raw, reason)
        before = self.scope.values.get("include")
        self.scope.values["include"] = values
        shown = self.render(text, depth + 1)
        self.scope.values["include"] = before
        return self.account.take(f"include {name}", shown)

    def _parameters(self, rest: str) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for match in _PAIRS.finditer(rest):
            try:
                values[match["key"]] = self.scope.evaluate(match["value"])
            except Unknown:
                values[match["key"]] = match["value"].strip("\"'")
        return values

    def _custom(self, token: _Token) -> str:
        """A tag of a plug-in: of those that many have, what they show."""
        texts = [found[0] or found[1] for found in _QUOTED.findall(token.rest)] or token.rest.split()
        values = {**{str(number): text for number, text in enumerate(texts)}, **self._parameters(token.rest)}
        if "image" in token.tag and len(texts) > 2:
            values["1"] = texts[-1]
        if "image" in token.tag and "/" in values.get("0", "") and not values["0"].startswith(("/", "http")):
            values["0"] = f"/{values['0']}"
        shown = show_shortcode(token.tag, {key: _text(value) for key, value in values.items()})
        if shown is not None:
            return self.account.take(token.tag, shown)
        return self.account.keep(token.tag, token.raw, "only Jekyll can compute it: a comment in the text")


def _find_tokens(text: str) -> Iterator[_Token]:
    """The tags and outputs of a text in their order; what is in "raw" or "comment" is none."""
    at = 0
    while opening := _OPENING.search(text, at):
        tag = opening["tag"] or ""
        close = "%}" if opening[0][1] == "%" else "}}"
        end = text.find(close, opening.end(), opening.end() + LONGEST_CODE)
        inner = text[opening.end() : end] if end >= 0 else "{%"
        if "{%" in inner or "{{" in inner or (opening[0][1] == "%" and not tag):
            at = opening.start() + 2
            continue
        stop = end + 2
        yield _Token(opening.start(), stop, tag, inner.strip().removesuffix("-").strip(), text[opening.start() : stop])
        at = stop
        ending = _ENDINGS[tag].search(text, at) if tag in _ENDINGS else None
        if ending:
            yield _Token(ending.start(), ending.end(), f"end{tag}", "", ending[0])
            at = ending.end()


def _branches(token: _Token, inner: str) -> list[tuple[str | None, str]]:
    """The conditions of a block with the text of each; that of "else" is None."""
    branches: list[tuple[str | None, str]] = []
    condition: str | None = token.rest
    depth, start = 0, 0
    for part in _find_tokens(inner):
        depth += (part.tag in _NESTED) - (part.tag.removeprefix("end") in _NESTED and part.tag.startswith("end"))
        if not depth and part.tag in ("elsif", "else"):
            branches.append((condition, inner[start : part.start]))
            condition, start = part.rest if part.tag == "elsif" else None, part.end
    return [*branches, (condition, inner[start:])]


def _text(value: Any) -> str:
    if isinstance(value, list):
        return "".join(map(_text, value))
    return str(value).lower() if isinstance(value, bool) else str(value)
