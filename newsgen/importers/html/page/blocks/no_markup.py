"""What is no markup in the HTML that Lexbor writes: comments, and elements whose content it writes as it was."""

from __future__ import annotations

import html
import re

# A tag that does not end reaches to the end of the page, so that it is looked through once.
_OPENING = re.compile(r"<!--|<(iframe|xmp|noembed|noframes|plaintext)\b([^>]*+)(?:>|\Z)")
# Elements whose content is shown.
_SHOWN = ("xmp", "plaintext")


def without_other_content(markup: str) -> str:
    """The HTML of a page without comments, and with the content of such elements escaped, or left out."""
    parts: list[str] = []
    position = at = 0
    # What ends nowhere behind the place that was reached need not be looked for again.
    endless: set[str] = set()
    while opening := _OPENING.search(markup, at):
        tag, attributes = opening.groups()
        closing = f"</{tag}>" if tag else "-->"
        at = opening.end()
        end = -1 if closing in endless or (tag and markup[at - 1] != ">") else markup.find(closing, at)
        if end < 0:
            endless.add(closing)
            continue
        parts.append(markup[position : opening.start()])
        if tag:
            content = html.escape(markup[at:end], quote=False) if tag in _SHOWN else ""
            parts.append(f"<{tag}{attributes}>{content}{closing}")
        position = at = end + len(closing)
    return "".join([*parts, markup[position:]]) if parts else markup
