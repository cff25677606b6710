"""What `theme:` in site.yaml may change: colours, fonts, the measure and the logo. Each becomes a custom property."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

# Values of CSS that cannot leave their declaration: a name, a hash, or a function of numbers.
_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}|[a-zA-Z]+|(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\([\d.,%/ a-z+-]+\)")
_FONTS = re.compile(r"""(?:[\w -]+|"[\w -]+"|'[\w -]+')(?:, *(?:[\w -]+|"[\w -]+"|'[\w -]+'))*""")


def _none_is_empty(value: object) -> object:
    return "" if value is None else value


def _check_colour(value: str) -> str:
    if value and not _COLOUR.fullmatch(value):
        raise ValueError(
            'a colour is a name, such as "navy", a hash, such as "#1b1a18", or a function, such as "hsl(7 75% 32%)"'
        )
    return value


def _check_fonts(value: str) -> str:
    if value and not _FONTS.fullmatch(value):
        raise ValueError("fonts are names with commas between them, such as \"Georgia, 'Times New Roman', serif\"")
    return value


Colour = Annotated[str, BeforeValidator(_none_is_empty), AfterValidator(_check_colour)]
Fonts = Annotated[str, BeforeValidator(_none_is_empty), AfterValidator(_check_fonts)]


class Colours(BaseModel):
    """Colours by what they are for; "" leaves the default theme's."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    paper: Colour = ""
    ink: Colour = ""
    soft: Colour = ""
    line: Colour = ""
    accent: Colour = ""
    wash: Colour = ""


class Logo(BaseModel):
    """A picture below `static/` in the place of the paper's name, and its width and height in pixels."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str
    width: Annotated[int, Field(ge=1, le=4000)]
    height: Annotated[int, Field(ge=1, le=4000)]


class ThemeSettings(BaseModel):
    """`light` and `dark` are colours for the settings of a reader's system, `measure` a line's length in characters."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    light: Colours = Colours()
    dark: Colours = Colours()
    serif: Fonts = ""
    sans: Fonts = ""
    measure: Annotated[int, Field(ge=30, le=75)] | None = None
    logo: Logo | None = None

    @property
    def changes_style(self) -> bool:
        """Whether there is anything to say in a stylesheet."""
        return bool([*self.properties(), *self.dark_properties()])

    def properties(self) -> Iterator[tuple[str, str]]:
        """The custom properties that hold always, and their values."""
        yield from _set_colours(self.light)
        if self.serif:
            yield "--serif", self.serif
        if self.sans:
            yield "--sans", self.sans
        if self.measure:
            yield "--characters", str(self.measure)

    def dark_properties(self) -> Iterator[tuple[str, str]]:
        """The custom properties that hold in the dark."""
        yield from _set_colours(self.dark)


def _set_colours(colours: Colours) -> Iterator[tuple[str, str]]:
    for name in Colours.model_fields:
        value = getattr(colours, name)
        if value:
            yield f"--{name}", value
