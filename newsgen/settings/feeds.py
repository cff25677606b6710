"""What `feeds:` in site.yaml may say: the formats, which listings have feeds beside the site's, and their history."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

Format = Literal["atom", "json"]


def _each_once(formats: tuple[Format, ...]) -> tuple[Format, ...]:
    """Readers take the first that they know; Atom is known to more of them."""
    return tuple(sorted(set(formats)))


def _check_names(value: object) -> object:
    """One message for what is neither, where a union of types would give one for each."""
    if value is None:
        return ()
    if value == "all" or (isinstance(value, (list, tuple)) and all(isinstance(name, str) for name in value)):
        return value
    raise ValueError('it is "all", or names in brackets, such as [News, Sport]')


Names = Annotated[Literal["all"] | tuple[str, ...], BeforeValidator(_check_names)]


class FeedSettings(BaseModel):
    """The site has a feed in each of the `formats`; `sections`, `tags` and `authors` name those that have their own.

    With `history`, older articles stay to be had in documents of their own.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    formats: Annotated[tuple[Format, ...], AfterValidator(_each_once)] = ("atom", "json")
    sections: Names = ()
    tags: Names = ()
    authors: Names = ()
    history: bool = True
