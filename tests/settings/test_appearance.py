"""The settings of the theme: the values they accept, and that none of them can inject CSS."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError

from newsgen.settings.appearance import Colours, ThemeSettings
from tests.support.themes import COLOURS, FONTS

NO_COLOURS = [
    *("#12", "#12345", "#1234567", "#123456789", "#xyz", "12px", "red blue", "red;", "red}", "red\n", " red"),
    *("url(x)", "url('https://x')", "var(--ink)", "image(red)", "rgb(1,2,3", "rgb()", "rgb(1)/*", "rgb(url(x))"),
    *("red!important", "\\72 ed", "<red>", "rgb(1;2;3)", "#１２３", "rgb(١ ٢ ٣)"),
]
NO_FONTS = [
    *("Georgia;", "Georgia}", "Georgia, ", ", serif", '"Georgia', "Georgia'", "\"Georgia'", "url(x)", "a{b", "a/*b*/"),
    *("Georgia\nserif", "Geor\\67 ia", "<b>", "@import", "var(--sans)", "'a'b", "Georgia!important"),
    # The spaces can be divided in so many ways that a backtracking match would never end.
    "a" + ",   a" * 40 + "!",
]
# What ends a declaration, opens another block, or hides what follows.
SIGNS = ";{}\\@!<>\n\r\f\0:`$&|^~*="
NASTY = st.text(st.sampled_from("ab #()'\",;{}/*\\\n-1%.:@!<") | st.characters(), max_size=30)
COLOUR_REASON = 'a colour is a name, such as "navy", a hash, such as "#1b1a18", or a function, such as "hsl(7 75% 32%)"'
FONTS_REASON = "fonts are names with commas between them, such as \"Georgia, 'Times New Roman', serif\""


def reasons(model: type[BaseModel], **values: object) -> list[str]:
    with pytest.raises(ValidationError) as failed:
        model(**values)
    return [wrong["msg"].removeprefix("Value error, ") for wrong in failed.value.errors()]


def without_quoted(text: str) -> str:
    """A value without its strings; a quote that is never closed stays."""
    return re.sub(r"\"[^\"\n\\]*\"|'[^'\n\\]*'", "", text)


@pytest.mark.parametrize("colour", COLOURS)
def test_names_hashes_and_functions_are_colours(colour: str) -> None:
    assert Colours(ink=colour).properties() == (("--ink", colour),)


@pytest.mark.parametrize("colour", NO_COLOURS)
def test_nothing_else_is_a_colour(colour: str) -> None:
    assert reasons(Colours, ink=colour) == [COLOUR_REASON]


@pytest.mark.parametrize("name", Colours.model_fields)
def test_a_colour_that_yaml_took_for_a_comment_is_not_lost(name: str) -> None:
    assert reasons(Colours, **{name: None}) == [
        'a colour that begins with # needs quotes, such as "#1b1a18", for YAML takes it for a comment'
    ]


@pytest.mark.parametrize("fonts", FONTS)
@pytest.mark.parametrize("setting", ["serif", "sans"])
def test_names_separated_by_commas_are_fonts(setting: str, fonts: str) -> None:
    assert ThemeSettings.model_validate({setting: fonts}).properties() == ((f"--{setting}", fonts),)


@pytest.mark.parametrize("fonts", NO_FONTS)
@pytest.mark.parametrize("setting", ["serif", "sans"])
def test_nothing_else_is_a_list_of_fonts(setting: str, fonts: str) -> None:
    assert reasons(ThemeSettings, **{setting: fonts}) == [FONTS_REASON]


@pytest.mark.parametrize("measure", [30, 62, 75])
def test_a_measure_is_a_number_of_characters(measure: int) -> None:
    assert ThemeSettings(measure=measure).properties() == (("--characters", str(measure)),)


@pytest.mark.parametrize(
    ("measure", "reason"),
    [
        (29, "Input should be greater than or equal to 30"),
        (76, "Input should be less than or equal to 75"),
        ("62ch", "Input should be a valid integer, unable to parse string as an integer"),
    ],
)
def test_a_measure_too_narrow_or_wide_to_read_is_refused(measure: object, reason: str) -> None:
    assert reasons(ThemeSettings, measure=measure) == [reason]


@pytest.mark.parametrize("size", [0, 4001, -1])
def test_a_logo_has_a_size_in_pixels(size: int) -> None:
    (reason,) = reasons(ThemeSettings, logo={"file": "logo.svg", "width": size, "height": 40})
    assert reason in ("Input should be greater than or equal to 1", "Input should be less than or equal to 4000")
    assert reasons(ThemeSettings, logo={"file": "logo.svg"}) == ["Field required", "Field required"]


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"light": None, "dark": None, "serif": None, "sans": None, "measure": None, "logo": None},
        {"light": {"ink": ""}},
    ],
)
def test_blank_settings_change_no_style(settings: dict[str, object]) -> None:
    theme = ThemeSettings.model_validate(settings)
    assert not theme.changes_style
    assert (theme.properties(), theme.light.properties(), theme.dark.properties()) == ((), (), ())


@pytest.mark.parametrize(
    "settings", [{"measure": 60}, {"sans": "Arial"}, {"light": {"wash": "white"}}, {"dark": {"wash": "black"}}]
)
def test_each_setting_of_the_style_changes_it(settings: dict[str, object]) -> None:
    assert ThemeSettings.model_validate(settings).changes_style


def test_a_logo_does_not_change_the_style() -> None:
    assert not ThemeSettings.model_validate({"logo": {"file": "logo.svg", "width": 9, "height": 9}}).changes_style


def test_the_order_of_colours_does_not_depend_on_the_order_of_settings() -> None:
    assert Colours(wash="white", paper="snow", ink="navy").properties() == (
        ("--paper", "snow"),
        ("--ink", "navy"),
        ("--wash", "white"),
    )


@given(NASTY | st.sampled_from(COLOURS + FONTS).flatmap(lambda value: NASTY.map(lambda text: value + text)))
def test_no_value_can_leave_its_declaration(text: str) -> None:
    for model, setting in ((Colours, "accent"), (ThemeSettings, "serif")):
        try:
            model.model_validate({setting: text})
        except ValidationError:
            continue
        plain = without_quoted(text)
        assert not set(SIGNS) & set(text)
        assert not {"'", '"'} & set(plain)
        assert "/*" not in text
        assert plain.count("(") == plain.count(")") <= 1
        assert plain.find("(") <= plain.find(")")
