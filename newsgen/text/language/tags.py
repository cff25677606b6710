"""Language tags (BCP 47), such as "en", "ar" and "pt-BR"."""

from __future__ import annotations

import re

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


def normalise_tag(text: str) -> str:
    """The language tag with "-" between its subtags; "" for text that is no language tag."""
    return text.replace("_", "-") if _TAG.fullmatch(text) else ""


def primary_subtag(tag: str) -> str:
    """The language of a tag without country, script and variant, in lower case: "pt" of "pt-BR"."""
    return tag.lower().split("-")[0]
