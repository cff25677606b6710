"""The settings `feeds:` in site.yaml: formats, which listings have feeds beside the site's own, and their history."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator

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


class FeedSettings(Settings):
    """Every feed comes in all `formats`; beside the site, the named `sections`, `tags` and `authors` have feeds.

    With `history`, older articles remain available in archive documents.
    """

    # Feed readers take the first format they know, and more of them know Atom.
    formats: Annotated[tuple[Format, ...], AfterValidator(sorted_once)] = ("atom", "json")
    sections: Names = ()
    tags: Names = ()
    authors: Names = ()
    history: bool = True
