"""The settings of feeds."""

from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from newsgen.settings.feeds import FeedSettings
from newsgen.settings.site import load_site

FIX = "newsgen's docs/settings.md shows what it may hold."
NAMES = 'It is "all", or names in brackets, such as [News, Sport].'


def load(root: Path, text: str) -> FeedSettings:
    (root / "site.yaml").write_text(text, encoding="utf-8")
    return load_site(root).feeds


def test_without_settings_the_site_has_both_feeds_with_their_history_and_no_others(tmp_path: Path) -> None:
    feeds = FeedSettings(formats=("atom", "json"), sections=(), tags=(), authors=(), history=True)
    assert load(tmp_path, "") == load(tmp_path, "feeds:\n") == load(tmp_path, "feeds: {}\n") == feeds


def test_whole_settings_are_read(tmp_path: Path) -> None:
    text = "feeds:\n  formats: [json, atom, json]\n  sections: all\n  tags: [Tide]\n  authors:\n  history: false\n"
    assert load(tmp_path, text) == FeedSettings(
        formats=("atom", "json"), sections="all", tags=("Tide",), authors=(), history=False
    )


@pytest.mark.parametrize(
    ("text", "message", "reason"),
    [
        ("sections: Sport", 'feeds.sections: "Sport"', NAMES),
        ("tags: true", "feeds.tags", NAMES),
        ("authors: [[Ada]]", "feeds.authors", NAMES),
        ("formats: [rss]", 'feeds.formats.0: "rss"', "Input should be 'atom' or 'json'."),
        ("formats: atom", 'feeds.formats: "atom"', "Input should be a valid tuple."),
        (
            "history: long",
            'feeds.history: "long"',
            "Input should be a valid boolean, unable to interpret input.",
        ),
    ],
)
def test_a_value_a_setting_cannot_hold_is_refused(tmp_path: Path, text: str, message: str, reason: str) -> None:
    with pytest.raises(NewsgenError) as failed:
        load(tmp_path, f"language: en\nfeeds:\n  {text}\n")
    assert [str(problem) for problem in failed.value.problems] == [
        f"site.yaml:2: cannot use {message}\n    {reason}\n    {FIX}"
    ]


def test_an_unknown_setting_is_reported(tmp_path: Path) -> None:
    with pytest.raises(NewsgenError) as failed:
        load(tmp_path, "feeds: {section: all}\n")
    assert [str(problem) for problem in failed.value.problems] == [
        'site.yaml:1: unknown setting "feeds.section". Did you mean "sections"?\n'
        "    A setting that newsgen does not know would have no effect.\n"
        "    Settings are: authors, formats, groups, history, people, places, publications, sections, tags."
    ]
