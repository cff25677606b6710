"""Links to other sites by plain http: browsers warn of them, and anyone on the way can change their pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from newsgen.commands.check.subject import ArticleUnderCheck
from newsgen.errors import Problem

_LINK = re.compile(r'<a(?:\s+[^\s"=<>]+(?:="[^"]*")?)*?\s+href="(http:[^"]+)"', re.IGNORECASE)
# A host that is not in the public network has no certificate.
_PRIVATE_HOST = re.compile(r"http://(?:localhost|127\.|192\.168\.|10\.|\[::1\]|example\.)", re.IGNORECASE)
_REASON = "Browsers warn of such links, and anyone on the way can change the page they lead to."
_FIX = "Write https://, once you have seen that the page is there."


def find_insecure_links(subject: ArticleUnderCheck) -> Iterator[Problem]:
    """Links of the body and of related articles, each address once."""
    found = dict.fromkeys(map(unescape, _LINK.findall(subject.html)) if "http:" in subject.html else ())
    for address in found:
        if _PRIVATE_HOST.match(address) or subject.site.urls.path_of(address) is not None:
            continue
        yield subject.problem(subject.line_of(address), f"links to {address}", _REASON, _FIX)
    for link in subject.article.related:
        is_other = subject.site.urls.path_of(link.url) is None
        if is_other and link.url.lower().startswith("http:") and link.url not in found:
            yield subject.problem_of("related", f"links to {link.url}", _REASON, _FIX)
