"""Links to other sites by plain http: browsers warn of them, and anyone on the way can change what they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from newsgen.commands.check.subject import ArticleUnderCheck
from newsgen.errors import Problem

_LINK = re.compile(r'<a\b[^>]*?\shref="(http:[^"]+)"', re.IGNORECASE)
# What is not in the public net has no certificate.
_OWN_MACHINE = re.compile(r"http://(?:localhost|127\.|192\.168\.|10\.|\[::1\]|example\.)", re.IGNORECASE)
_REASON = "Browsers warn of such links, and anyone on the way can change the page they lead to."
_FIX = "Write https://, once you have seen that the page is there."


def find_insecure_links(text: ArticleUnderCheck) -> Iterator[Problem]:
    """Links of the body and of related articles, each address once."""
    found = dict.fromkeys(unescape(address) for address in _LINK.findall(text.body)) if "http:" in text.body else {}
    for address in found:
        if _OWN_MACHINE.match(address):
            continue
        yield text.problem(text.line_of(address), f"links to {address}", _REASON, _FIX)
    for link in text.article.related:
        if link.url.lower().startswith("http:") and link.url not in found:
            yield text.problem_of("related", f"links to {link.url}", _REASON, _FIX)
