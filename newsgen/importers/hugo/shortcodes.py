"""Hugo's shortcodes in a text as what they show; what only Hugo could compute is kept as a comment, and counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from newsgen.importers.site_folder.markdown_text import as_comment
from newsgen.importers.site_folder.shortcodes import show_shortcode
from newsgen.record.import_entry import Entry, Outcome

_OPENING = re.compile(r"\{\{(?P<kind>[<%])\s*(?P<escaped>/\*)?\s*(?P<close>/?)\s*(?P<name>[\w./-]*)")
_PARAMETER = re.compile(
    r"(?:(?P<key>[\w-]+)\s*=\s*)?(?:\"(?P<quoted>(?:[^\"\\]|\\.)*)\"|`(?P<raw>[^`]*)`|(?P<bare>[^\s\"`=]+))"
)
_ESCAPE = re.compile(r"\\(.)")
_DEEPEST = 12
# Characters of a shortcode's parameters.
_LONGEST = 8_000
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


class HugoText:
    """A text without shortcodes; `entries` says what became of each. `find_page` gives the address of a page by the
    path that a text names it with, "" if there is none."""

    def __init__(self, text: str, place: str, find_page: Callable[[str], str], parameters: dict[str, str]) -> None:
        self.entries: list[Entry] = []
        self._place = place
        self._find_page = find_page
        self._parameters = parameters
        self.text = self._render(text, 0) if "{{" in text else text

    def _render(self, text: str, depth: int) -> str:
        codes = _find_codes(text)
        ends = _find_ends(codes)
        parts: list[str] = []
        at, index = 0, 0
        while index < len(codes):
            code = codes[index]
            parts.append(text[at : code.start])
            last = ends.get(index, index)
            inner = text[code.end : codes[last].start] if last > index else None
            end = codes[last].end
            if depth >= _DEEPEST:
                parts.append(as_comment(text[code.start : end]))
            else:
                parts.append(self._show(code, inner, text[code.start : end], depth))
            at, index = end, last + 1
        return "".join([*parts, text[at:]])

    def _show(self, code: _Code, inner: str | None, whole: str, depth: int) -> str:
        if code.escaped:
            # Documentation of shortcodes shows them so.
            self._add(code.name, "taken")
            return code.raw.replace("/*", "", 1).replace("*/", "", 1)
        if code.closes:
            return self._keep(code.name, code.raw, "it closes nothing: a comment in the text")
        values = _parameters(code.rest)
        if code.name in ("ref", "relref"):
            return self._link(code, values)
        if code.name in _NAME_OF_CODE and inner is not None:
            self._add(code.name, "taken")
            return f"\n```{values.get('0', '').split(',')[0]}\n{inner.strip(chr(10))}\n```\n"
        if code.name == "param" and values.get("0", "").lower() in self._parameters:
            self._add(code.name, "taken")
            return self._parameters[values["0"].lower()]
        if code.name == "details" and inner is not None:
            self._add(code.name, "taken")
            summary = values.get("summary", "")
            return "\n\n".join(
                part for part in (f"**{summary}**" if summary else "", self._render(inner, depth + 1)) if part
            )
        if inner is None:
            shown = show_shortcode(code.name, values)
            if shown is not None:
                self._add(code.name, "taken")
                return shown
            return self._keep(code.name, code.raw, "only Hugo can compute it: a comment in the text")
        shown = show_shortcode(code.name, {**values, "text": inner.strip()}) if "quote" in code.name.lower() else None
        if shown is not None:
            self._add(code.name, "taken")
            return shown
        reason = "its text stays, its frame is a comment"
        self._add(code.name, "kept raw", reason, code.raw)
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
            self._add(code.name, "taken")
            return f"{address}{mark}{anchor}"
        self._add(code.name, "kept raw", "there is no such page in the folder", code.raw)
        # Without its braces it is an address that the link check of newsgen names.
        return path.replace(" ", "%20")

    def _keep(self, name: str, raw: str, reason: str) -> str:
        self._add(name, "kept raw", reason, raw)
        return as_comment(raw)

    def _add(self, name: str, outcome: Outcome, reason: str = "", example: str = "") -> None:
        self.entries.append(Entry("shortcode", name, outcome, reason, f"{self._place}: {example}" if example else ""))


def _find_codes(text: str) -> list[_Code]:
    found: list[_Code] = []
    at = 0
    while opening := _OPENING.search(text, at):
        close = ">}}" if opening["kind"] == "<" else "%}}"
        end = text.find(close, opening.end(), opening.end() + _LONGEST)
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


def _find_ends(codes: list[_Code]) -> dict[int, int]:
    """The index of the code that closes another, by that of the other."""
    ends: dict[int, int] = {}
    begun: dict[str, list[int]] = {}
    for index, code in enumerate(codes):
        if code.escaped or code.closed:
            continue
        if not code.closes:
            begun.setdefault(code.name, []).append(index)
        elif begun.get(code.name):
            ends[begun[code.name].pop()] = index
    return ends


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
