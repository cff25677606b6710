"""The README is true: every option, setting and key is in it, and its commands are the ones that set up a clone."""

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import click
import pytest
from pydantic import BaseModel

from newsgen.cli import main
from newsgen.settings.appearance import Colours, Logo, ThemeSettings
from newsgen.settings.check import CheckSettings
from newsgen.settings.check_rules import RULES
from newsgen.settings.feeds import FeedSettings
from newsgen.settings.site import FrontMatterSettings, MarkdownSettings, Replacement, Site, load_site
from newsgen.sources.fields import KEYS
from tests.support.paths import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
ROWS = [line for line in README.splitlines() if line.startswith("| `")]


def _commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Every command by its full name, such as "urls check"."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _commands(command, f"{before}{name} ")
        else:
            yield f"{before}{name}", command


COMMANDS = dict(_commands(main))
OPTIONS = [
    (name, option)
    for name, command in COMMANDS.items()
    for parameter in command.params
    if isinstance(parameter, click.Option)
    for option in (*parameter.opts, *parameter.secondary_opts)
]


def _written(value: object) -> str:
    """A value as site.yaml has it."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    return str(value).lower() if isinstance(value, bool) else str(value)


@pytest.mark.parametrize(("command", "option"), OPTIONS)
def test_every_option_is_documented(command: str, option: str) -> None:
    assert any(row.startswith(f"| `{command}` |") and re.search(rf"`{option}[ `]", row) for row in ROWS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"`newsgen {command}" in README


@pytest.mark.parametrize("setting", Site.model_fields)
def test_every_setting_is_documented_with_its_default(setting: str) -> None:
    settings = README.split("## Settings")[1].split("### Theme")[0]
    (row,) = (row for row in settings.splitlines() if row.startswith(f"| `{setting}` |"))
    default = Site.model_fields[setting].get_default(call_default_factory=True)
    if default and not isinstance(default, BaseModel):
        assert f"| `{_written(default)}` |" in row


@pytest.mark.parametrize(
    "setting",
    [
        *CheckSettings.model_fields,
        *FrontMatterSettings.model_fields,
        *MarkdownSettings.model_fields,
        *Replacement.model_fields,
    ],
)
def test_every_inner_setting_is_documented(setting: str) -> None:
    assert re.search(rf"`{setting}[:` ]", README)


@pytest.mark.parametrize("key", [key for keys in KEYS.values() for key in keys])
def test_every_key_of_front_matter_is_documented(key: str) -> None:
    assert f"`{key}`" in README


def test_no_setting_is_documented_that_does_not_exist() -> None:
    settings, theme = README.split("## Settings")[1].split("### Theme")
    theme, feeds = theme.split("### Feeds")
    assert sorted(re.findall(r"^\| `(\w+)` \|", settings, re.MULTILINE)) == sorted(Site.model_fields)
    told = re.findall(r"^\| (`[^|]+`) \|", theme.split("\n## ")[0], re.MULTILINE)
    assert sorted(re.findall(r"`(\w+)`", " ".join(told))) == sorted(ThemeSettings.model_fields)
    told = re.findall(r"^\| (`[^|]+`) \|", feeds.split("\n## ")[0], re.MULTILINE)
    assert sorted(re.findall(r"`(\w+)`", " ".join(told))) == sorted(FeedSettings.model_fields)


@pytest.mark.parametrize("setting", [*ThemeSettings.model_fields, *Colours.model_fields, *Logo.model_fields])
def test_every_setting_of_the_theme_is_documented(setting: str) -> None:
    assert f"`{setting}`" in README.split("### Theme")[1].split("\n## ")[0]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_of_a_check_is_documented_as_grave_as_it_is(rule: str) -> None:
    assert f"| `{rule}` | {RULES[rule].severity} | {RULES[rule].finds} |" in ROWS


def test_no_rule_of_a_check_is_documented_that_does_not_exist() -> None:
    told = README.split("## Check before you publish")[1].split("\n## ")[0]
    assert re.findall(r"^\| `([a-z-]+)` \| (?:error|warning) \|", told, re.MULTILINE) == list(RULES)


def test_the_example_of_settings_for_a_check_is_one(tmp_path: Path) -> None:
    example = re.search(r"^    check:\n(?:      .*\n)+", README, re.MULTILINE)
    assert example
    (tmp_path / "site.yaml").write_text(dedent(example[0]), encoding="utf-8")
    assert load_site(tmp_path).check.off == ("no-byline", "insecure-links")


def test_the_example_of_a_theme_is_one(tmp_path: Path) -> None:
    example = re.search(r"^    theme:\n(?:      .*\n)+", README, re.MULTILINE)
    assert example
    (tmp_path / "static").mkdir()
    (tmp_path / "static/logo.svg").write_bytes(b"<svg/>")
    (tmp_path / "site.yaml").write_text(dedent(example[0]), encoding="utf-8")
    assert load_site(tmp_path).theme.changes_style


@pytest.mark.parametrize("setting", ["formats", "history"])
def test_settings_of_feeds_are_documented_with_their_defaults(setting: str) -> None:
    default = FeedSettings.model_fields[setting].default
    assert f"| `{setting}` | `{_written(default)}` |" in README


def test_the_example_of_feeds_is_one(tmp_path: Path) -> None:
    example = re.search(r"^    feeds:\n(?:      .*\n)+", README, re.MULTILINE)
    assert example
    (tmp_path / "site.yaml").write_text(dedent(example[0]), encoding="utf-8")
    feeds = FeedSettings(formats=("atom",), sections="all", authors=("Nadia Sorrenby",))
    assert load_site(tmp_path).feeds == feeds


def test_two_commands_set_up_a_clone() -> None:
    commands = re.findall(r"^    (python3 -m venv .*)$", README, re.MULTILINE)
    assert len(commands) == 2
    assert commands[0].endswith(".venv/bin/newsgen build")
    assert commands[1].endswith(".venv/bin/pytest -n auto")


@pytest.mark.parametrize("file", sorted(set(re.findall(r"\]\(((?:docs|benchmarks|newsgen)/[^)]+)\)", README))))
def test_every_file_that_the_readme_shows_exists(file: str) -> None:
    assert (ROOT / file).is_file()


def test_every_template_is_documented_and_says_what_it_shows() -> None:
    for template in sorted((ROOT / "templates").iterdir()):
        assert f"`{template.name}`" in README
        assert template.suffix == ".xml" or template.read_text(encoding="utf-8").startswith("{# ")
