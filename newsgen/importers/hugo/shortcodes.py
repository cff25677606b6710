"""Hugo's shortcodes in a text as what they show; what only Hugo could compute is kept as a comment, and counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from newsgen.importers.site_folder.embedded_code import LONGEST_CODE, CodeAccount, replace_code
from newsgen.importers.site_folder.lost_links import NOWHERE, drop_lost_links
from newsgen.importers.site_folder.markdown_text import as_comment
from newsgen.importers.site_folder.shortcodes import show_shortcode

_OPENING = re.compile(r"\{\{(?P<kind>[<%])\s*(?P<escaped>/\*)?\s*(?P<close>/?)\s*(?P<name>[\w./-]*)")
_PARAMETER = re.compile(
    r"(?:(?P<key>[\w-]+)\s*=\s*)?(?:\"(?P<quoted>(?:[^\"\\]|\\.)*)\"|`(?P<raw>[^`]*)`|(?P<bare>[^\s\"`=]+))"
)
_ESCAPE = re.compile(r"\\(.)")
# Pairs whose text is shown with a frame around it, which is part of the design.
_NAME_OF_CODE = ("highlight",)


class _Code(NamedTuple):
    start: int
    end: int
    name: str
    rest: str
    closes: bool
    closed: bool
    raw: str
    escaped: bool

    @property
    def begins(self) -> str | None:
        """The name of the pair that a code begins, if another ends it."""
        return None if self.escaped or self.closed or self.closes else self.name

    @property
    def ends(self) -> str | None:
        """The name of the pair that a code ends."""
        return self.name if self.closes and not self.escaped else None


class HugoText:
    """A text without shortcodes; `entries` says what became of each. `find_page` gives the address of a page by the
    path that a text names it with, "" if there is none."""

    def __init__(self, text: str, place: str, find_page: Callable[[str], str], parameters: dict[str, str]) -> None:
        self._account = CodeAccount("shortcode", place)
        self.entries = self._account.entries
        self._find_page = find_page
        self._parameters = parameters
        self.text = drop_lost_links(self._render(text, 0)) if "{{" in text else text

    def _render(self, text: str, depth: int) -> str:
        return replace_code(text, _find_codes(text), depth, partial(self._show, depth=depth))

    def _show(self, code: _Code, inner: str | None, whole: str, depth: int) -> str:
        if code.escaped:
            # Documentation of shortcodes shows them so.
            return self._account.take(code.name, code.raw.replace("/*", "", 1).replace("*/", "", 1))
        if code.closes:
            return self._account.keep(code.name, code.raw, "it closes nothing: a comment in the text")
        values = _parameters(code.rest)
        if code.name in ("ref", "relref"):
            return self._link(code, values)
        if code.name in _NAME_OF_CODE and inner is not None:
            block = f"\n```{values.get('0', '').split(',')[0]}\n{inner.strip(chr(10))}\n```\n"
            return self._account.take(code.name, block)
        if code.name == "param" and values.get("0", "").lower() in self._parameters:
            return self._account.take(code.name, self._parameters[values["0"].lower()])
        if code.name == "details" and inner is not None:
            self._account.add(code.name, "taken")
            summary = values.get("summary", "")
            return "\n\n".join(
                part for part in (f"**{summary}**" if summary else "", self._render(inner, depth + 1)) if part
            )
        if inner is None:
            shown = show_shortcode(code.name, values)
            if shown is not None:
                return self._account.take(code.name, shown)
            return self._account.keep(code.name, code.raw, "only Hugo can compute it: a comment in the text")
        shown = show_shortcode(code.name, {**values, "text": inner.strip()}) if "quote" in code.name.lower() else None
        if shown is not None:
            return self._account.take(code.name, shown)
        reason = "its text stays, its frame is a comment"
        self._account.add(code.name, "kept raw", reason, code.raw)
        closing = whole[len(code.raw) + len(inner) :]
        # Blank lines keep a comment on a line of its own from taking the text for HTML.
        text = self._render(inner, depth + 1)
        gap = "\n\n" if inner.startswith("\n") else ""
        return f"{as_comment(code.raw)}{gap}{text}{gap}{as_comment(closing)}"

    def _link(self, code: _Code, values: dict[str, str]) -> str:
        path = values.get("path") or values.get("0", "")
        page, mark, anchor = path.partition("#")
        address = self._find_page(page) if page else ""
        if address or not page:
            return self._account.take(code.name, f"{address}{mark}{anchor}")
        reason = "there is no such page in the folder; the words of the link stay"
        self._account.add(code.name, "left out", reason, code.raw)
        return NOWHERE


def _find_codes(text: str) -> list[_Code]:
    found: list[_Code] = []
    at = 0
    while opening := _OPENING.search(text, at):
        close = ">}}" if opening["kind"] == "<" else "%}}"
        end = text.find(close, opening.end(), opening.end() + LONGEST_CODE)
        rest = text[opening.end() : end] if end >= 0 else "{{<"
        if "{{<" in rest or "{{%" in rest:
            at = opening.end()
            continue
        at = end + 3
        rest = rest.strip()
        if opening["escaped"]:
            rest = rest.removesuffix("*/").strip()
        closed = rest.endswith("/") and not opening["close"]
        found.append(
            _Code(
                opening.start(),
                at,
                opening["name"],
                rest.removesuffix("/") if closed else rest,
                bool(opening["close"]),
                closed,
                text[opening.start() : at],
                bool(opening["escaped"]),
            )
        )
    return found


def _parameters(rest: str) -> dict[str, str]:
    values: dict[str, str] = {}
    number = 0
    for match in _PARAMETER.finditer(rest):
        quoted = match["quoted"]
        value = (
            _ESCAPE.sub(r"\1", quoted)
            if quoted is not None
            else match["raw"]
            if match["raw"] is not None
            else match["bare"]
        )
        if match["key"]:
            values[match["key"]] = value
        else:
            values[str(number)] = value
            number += 1
    return values
