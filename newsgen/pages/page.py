"""A page before it is rendered: its file, its template, and what the template may see."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from newsgen.archive.targets import Target
from newsgen.record.article import Article
from newsgen.record.digests import digest_of

View = Mapping[str, Any]
# From an article's path to the article and its body's HTML.
Read = Callable[[str], tuple[Article, str]]
_Value = TypeVar("_Value")


class Once(Generic[_Value]):
    """What makes a value when it is first called, and gives that one from then on.

    A plan of files makes thousands and calls none. `functools.cache` takes ten times as long to be made.
    """

    __slots__ = ("_make", "_value")

    def __init__(self, make: Callable[[], _Value]) -> None:
        self._make = make

    def __call__(self) -> _Value:
        """The value."""
        if not hasattr(self, "_value"):
            self._value = self._make()
        return self._value


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the output to be: its template, and all that the template may see.

    `target` is what it is a page of: an article, a group or a part of the site.
    `data` is the digest of everything that the view is made of, without making it; `view` makes it, and reads the texts
    that it shows by what it is given. Both are called only where they are needed: a plan of a million pages costs
    little.
    """

    file: str
    template: str
    target: Target
    data: Callable[[], bytes]
    view: Callable[[Read], View]


def viewed_page(file: str, template: str, target: Target, view: Callable[[], View]) -> Page:
    """A page whose view is made quickly, so that the view itself tells whether it changed."""
    return Page(file, template, target, lambda: digest_of(repr(view())), without_texts(view))


def without_texts(view: Callable[[], View]) -> Callable[[Read], View]:
    """The view of a page that shows no article's text."""
    return lambda read: view()
