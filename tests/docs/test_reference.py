"""The documentation is complete: every option, setting, key, rule and template is on its page, and no other is."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import dedent

import click
import pytest
from pydantic import BaseModel

from newsgen.cli import main
from newsgen.record.field_keys import KEYS
from newsgen.settings.appearance import Colours, Logo, ThemeSettings
from newsgen.settings.check import CheckSettings
from newsgen.settings.check_rules import RULES
from newsgen.settings.feeds import FeedSettings
from newsgen.settings.groups import GroupLabels
from newsgen.settings.markdown import MarkdownSettings, Replacement
from newsgen.settings.publishing import PublishSettings
from newsgen.settings.site import FrontMatterSettings, Site, load_site
from tests.support.paths import ROOT


def _page(name: str) -> str:
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def _sections(page: str, level: str) -> Mapping[str, str]:
    """The text below each heading of a level, by the heading."""
    parts = re.split(rf"^{level} (.+)\n", page, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def _first_cells(text: str) -> list[str]:
    """What the rows of tables begin with, where that is code."""
    return re.findall(r"^\| (`[^|]+`) \|", text, re.MULTILINE)


def _named(text: str) -> list[str]:
    """The names that the rows of tables begin with, sorted."""
    return sorted(re.findall(r"`([\w-]+)`", " ".join(_first_cells(text))))


def _written(value: object) -> str:
    """A value as site.yaml has it."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)


# Commands.


def _commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command by its full name, such as "urls check"."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


COMMANDS = dict(_commands(main))
COMMAND_PAGE = _sections(_page("commands.md"), "##")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"`newsgen {command}" in COMMAND_PAGE[f"newsgen {command}"]


def test_no_command_is_documented_that_does_not_exist() -> None:
    assert sorted(COMMAND_PAGE) == sorted(f"newsgen {command}" for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_the_options_of_a_command_are_documented_and_no_others(command: str) -> None:
    options = {
        option
        for parameter in COMMANDS[command].params
        if isinstance(parameter, click.Option)
        for option in (*parameter.opts, *parameter.secondary_opts)
    }
    rows = re.findall(r"^\| ([^|]+) \|", COMMAND_PAGE[f"newsgen {command}"], re.MULTILINE)
    assert set(re.findall(r"`(--?[a-z-]+)[ `]", " ".join(rows))) == options


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_of_a_check_is_documented_with_its_severity(rule: str) -> None:
    assert f"| `{rule}` | {RULES[rule].severity} | {RULES[rule].finds} |\n" in COMMAND_PAGE["newsgen check"]


def test_no_rule_of_a_check_is_documented_that_does_not_exist() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (?:error|warning) \|", COMMAND_PAGE["newsgen check"], re.MULTILINE)
    assert rows == list(RULES)


# Settings.

SETTINGS, _INNER = _page("settings.md").split("\n## Settings inside settings\n")
INNER = _sections(_INNER, "###")


@pytest.mark.parametrize("setting", Site.model_fields)
def test_every_setting_is_documented_with_its_default(setting: str) -> None:
    (row,) = re.findall(rf"^\| `{setting}` \|.*", SETTINGS, re.MULTILINE)
    default = Site.model_fields[setting].get_default(call_default_factory=True)
    if default and not isinstance(default, BaseModel):
        assert f"| `{_written(default)}` |" in row


def test_no_setting_is_documented_that_does_not_exist() -> None:
    assert _named(SETTINGS) == sorted(Site.model_fields)


@pytest.mark.parametrize(
    ("setting", "model"),
    [
        ("theme", ThemeSettings),
        ("feeds", FeedSettings),
        ("groups", GroupLabels),
        ("front_matter", FrontMatterSettings),
        ("markdown", MarkdownSettings),
        ("check", CheckSettings),
        ("publish", PublishSettings),
    ],
)
def test_the_settings_inside_a_setting_are_documented_and_no_others(setting: str, model: type[BaseModel]) -> None:
    assert _named(INNER[f"`{setting}`"]) == sorted(model.model_fields)


@pytest.mark.parametrize(
    ("section", "setting"),
    [
        *(("theme", name) for name in (*Colours.model_fields, *Logo.model_fields)),
        *(("markdown", name) for name in Replacement.model_fields),
    ],
)
def test_the_innermost_settings_are_documented(section: str, setting: str) -> None:
    assert f"`{setting}`" in INNER[f"`{section}`"]


@pytest.mark.parametrize("setting", ["formats", "history"])
def test_settings_of_feeds_are_documented_with_their_defaults(setting: str) -> None:
    default = FeedSettings.model_fields[setting].default
    assert f"| `{setting}` | `{_written(default)}` |" in INNER["`feeds`"]


@pytest.mark.parametrize("setting", ["theme", "feeds", "groups", "front_matter", "markdown", "check", "publish"])
def test_every_example_of_settings_is_one(tmp_path: Path, setting: str) -> None:
    example = re.search(rf"^    {setting}:\n(?:      .*\n)+", INNER[f"`{setting}`"], re.MULTILINE)
    assert example
    (tmp_path / "static").mkdir()
    (tmp_path / "static/logo.svg").write_bytes(b"<svg/>")
    (tmp_path / "site.yaml").write_text(dedent(example[0]), encoding="utf-8")
    assert getattr(load_site(tmp_path), setting) != getattr(Site(), setting)


# Front matter and templates.


def test_the_keys_of_front_matter_are_documented_and_no_others() -> None:
    fields = _sections(_page("writing.md"), "##")["Fields and their keys"]
    rows = re.findall(r"^\| [\w ]+ \| (`[^|]+`) \|", fields, re.MULTILINE)
    assert [tuple(re.findall(r"`(\w+)`", row)) for row in rows] == list(KEYS.values())


def test_every_template_is_documented_and_says_what_it_shows() -> None:
    page = _page("theming.md")
    for template in sorted((ROOT / "templates").iterdir()):
        assert f"`{template.name}`" in page
        assert template.suffix == ".xml" or template.read_text(encoding="utf-8").startswith("{# ")
