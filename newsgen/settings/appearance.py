"""The settings `theme:` in site.yaml: colours, fonts, line length and logo.

All but the logo become CSS custom properties.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from newsgen.settings.types import Settings, Text

# CSS values that cannot break out of their declaration: a name, a hash, or a function of numbers.
_COLOUR = re.compile(
    r"[a-zA-Z]+|#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})"
    r"|(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\([0-9.,%/ a-z+-]+\)"
)
_FONT = r""" *(?:[\w-][\w -]*|"[\w -]+"|'[\w -]+')"""
_FONTS = re.compile(f"{_FONT}(?:,{_FONT})*")
# Names and values of CSS custom properties.
Properties = tuple[tuple[str, str], ...]


def _none_is_default(value: object) -> object:
    return {} if value is None else value


def _refuse_none(value: object) -> object:
    """Refuse a blank colour: it is hardly meant, for YAML reads `ink: #1b1a18` as one."""
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
Fonts = Annotated[Text, AfterValidator(_check_fonts)]


class Colours(Settings):
    """Colours by their purpose; "" keeps the default theme's."""

    paper: Colour = ""
    ink: Colour = ""
    soft: Colour = ""
    line: Colour = ""
    accent: Colour = ""
    wash: Colour = ""

    def properties(self) -> Properties:
        """The custom properties of the colours that are set."""
        return tuple((f"--{name}", str(value)) for name, value in self if value)


class Logo(Settings):
    """An image below `static/` that replaces the paper's name, with its width and height in pixels."""

    file: str
    width: Annotated[int, Field(ge=1, le=4000)]
    height: Annotated[int, Field(ge=1, le=4000)]


class ThemeSettings(Settings):
    """`light` and `dark` are the colours for a reader's system setting; `measure` is the line length in characters."""

    light: Annotated[Colours, BeforeValidator(_none_is_default)] = Colours()
    dark: Annotated[Colours, BeforeValidator(_none_is_default)] = Colours()
    serif: Fonts = ""
    sans: Fonts = ""
    measure: Annotated[int, Field(ge=30, le=75)] | None = None
    logo: Logo | None = None

    def properties(self) -> Properties:
        """The custom properties that apply in light and dark mode."""
        properties = {"--serif": self.serif, "--sans": self.sans, "--characters": str(self.measure or "")}
        return tuple((name, value) for name, value in properties.items() if value)

    @property
    def changes_style(self) -> bool:
        """Whether any setting belongs in a stylesheet."""
        return bool(self.properties() or self.light.properties() or self.dark.properties())
