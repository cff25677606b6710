"""The settings `feeds:` in site.yaml: formats, which listings have feeds beside the site's own, and their history."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from newsgen.settings.types import Settings, sorted_once

Format = Literal["atom", "json"]


def _check_names(value: object) -> object:
    """Refuse a wrong value with one message, where a union of types would give one for each type."""
    if value is None:
        return ()
    if value == "all" or (isinstance(value, (list, tuple)) and all(isinstance(name, str) for name in value)):
        return value
    raise ValueError('it is "all", or names in brackets, such as [News, Sport]')


Names = Annotated[Literal["all"] | tuple[str, ...], BeforeValidator(_check_names)]


# The kinds of groups that every site may have; their names are settings.
_NAMED = ("sections", "tags", "authors", "publications", "places", "people")


class FeedSettings(Settings):
    """Every feed comes in all `formats`; beside the site, the named `sections`, `tags` and others have feeds.

    `groups` are the names of a site's own groups, by their keys.

    With `history`, older articles remain available in archive documents.
    """

    # Feed readers take the first format they know, and more of them know Atom.
    formats: Annotated[tuple[Format, ...], AfterValidator(sorted_once)] = ("atom", "json")
    sections: Names = ()
    tags: Names = ()
    authors: Names = ()
    publications: Names = ()
    places: Names = ()
    people: Names = ()
    groups: Mapping[str, Names] = Field(default_factory=dict)
    history: bool = True

    def names_of(self, kind: str) -> str | tuple[str, ...]:
        """The names of a kind of groups that have feeds, or "all"."""
        names: str | tuple[str, ...] = getattr(self, kind) if kind in _NAMED else ()
        return self.groups.get(kind, names)
