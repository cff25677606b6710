"""What `theme:` in site.yaml may change: colours, fonts, the measure and the logo. Most become custom properties."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

# Values of CSS that cannot leave their declaration: a name, a hash, or a function of numbers.
_COLOUR = re.compile(
    r"[a-zA-Z]+|#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})"
    r"|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\([0-9.,%/ a-z+-]+\)"
)
_FONT = r""" *(?:[\w-][\w -]*|"[\w -]+"|'[\w -]+')"""
_FONTS = re.compile(f"{_FONT}(?:,{_FONT})*")
# Names and values of custom properties.
Properties = tuple[tuple[str, str], ...]


def _none_is_empty(value: object) -> object:
    return "" if value is None else value


def _none_is_default(value: object) -> object:
    return {} if value is None else value


def _refuse_none(value: object) -> object:
    """A blank colour is hardly meant: `ink: #1b1a18` is one."""
    if value is None:
        raise ValueError('a colour that begins with # needs quotes, such as "#1b1a18", for YAML takes it for a comment')
    return value


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


Colour = Annotated[str, BeforeValidator(_refuse_none), AfterValidator(_check_colour)]
Fonts = Annotated[str, BeforeValidator(_none_is_empty), AfterValidator(_check_fonts)]


class _Settings(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Colours(_Settings):
    """Colours by what they are for; "" leaves the default theme's."""

    paper: Colour = ""
    ink: Colour = ""
    soft: Colour = ""
    line: Colour = ""
    accent: Colour = ""
    wash: Colour = ""

    def properties(self) -> Properties:
        """The custom properties of the colours that are set."""
        return tuple((f"--{name}", str(value)) for name, value in self if value)


class Logo(_Settings):
    """A picture below `static/` in the place of the paper's name, and its width and height in pixels."""

    file: str
    width: Annotated[int, Field(ge=1, le=4000)]
    height: Annotated[int, Field(ge=1, le=4000)]


class ThemeSettings(_Settings):
    """`light` and `dark` are colours for the settings of a reader's system, `measure` a line's length in characters."""

    light: Annotated[Colours, BeforeValidator(_none_is_default)] = Colours()
    dark: Annotated[Colours, BeforeValidator(_none_is_default)] = Colours()
    serif: Fonts = ""
    sans: Fonts = ""
    measure: Annotated[int, Field(ge=30, le=75)] | None = None
    logo: Logo | None = None

    def properties(self) -> Properties:
        """The custom properties that hold in light and dark."""
        found = {"--serif": self.serif, "--sans": self.sans, "--characters": str(self.measure or "")}
        return tuple((name, value) for name, value in found.items() if value)

    @property
    def changes_style(self) -> bool:
        """Whether there is anything to say in a stylesheet."""
        return bool(self.properties() or self.light.properties() or self.dark.properties())
