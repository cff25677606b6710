"""An item of WXR as plain values: a post, a page, an attachment, or something else that WordPress keeps as a post."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

# Advanced Custom Fields keeps beside each field "x" one "_x", which names the form that it was filled in with.
_FORM_OF_FIELD = re.compile(r"field_\w{1,60}")


def names_form(key: str, value: str) -> bool:
    """Whether a custom field only names the form of another field."""
    return key.startswith("_") and value.startswith("field_") and _FORM_OF_FIELD.fullmatch(value) is not None


class TermOfItem(NamedTuple):
    """A term that an item has: its taxonomy ("category", "post_tag"), its name in addresses, and its name."""

    taxonomy: str
    nicename: str
    name: str


@dataclass(slots=True)
class CommentOfItem:
    """A comment as the export has it, but for the addresses of whoever wrote it."""

    id: str = ""
    author: str = ""
    url: str = ""
    date: str = ""
    date_gmt: str = ""
    content: str = ""
    approved: str = ""
    type: str = ""
    parent: str = ""


@dataclass(slots=True)
class Item:
    """An item. `meta` are its custom fields in their order; `is_protected` says whether it has a password."""

    id: str = ""
    type: str = ""
    status: str = ""
    title: str = ""
    link: str = ""
    guid: str = ""
    creator: str = ""
    pub_date: str = ""
    date: str = ""
    date_gmt: str = ""
    modified: str = ""
    modified_gmt: str = ""
    name: str = ""
    parent: str = ""
    content: str = ""
    excerpt: str = ""
    attachment_url: str = ""
    is_sticky: str = ""
    is_protected: bool = False
    terms: list[TermOfItem] = field(default_factory=list)
    meta: list[tuple[str, str]] = field(default_factory=list)
    comments: list[CommentOfItem] = field(default_factory=list)
    others: list[tuple[str, str]] = field(default_factory=list)
    _told: dict[str, list[str]] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def says_nothing(self) -> bool:
        """Whether it has neither a title nor a text."""
        return not (self.title.strip() or self.content.strip() or self.excerpt.strip())

    def value(self, *keys: str) -> str:
        """The first custom field of one of the keys that says something; the keys come in order of precedence."""
        told = self._values_by_key()
        for key in keys:
            if key in told:
                return told[key][0]
        return ""

    def first_key(self, *keys: str) -> str:
        """The first of the keys whose custom field says something, "" where none does."""
        told = self._values_by_key()
        return next((key for key in keys if key in told), "")

    def values(self, key: str) -> list[str]:
        """All custom fields of a key that say something."""
        return self._values_by_key().get(key, [])

    def _values_by_key(self) -> dict[str, list[str]]:
        if self._told is None:
            self._told = {}
            for key, value in self.meta:
                if (told := value.strip()) and not names_form(key, told):
                    self._told.setdefault(key, []).append(told)
        return self._told
