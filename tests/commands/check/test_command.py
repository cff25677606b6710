"""`newsgen check` as a user and a script meet it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgen.cli import main
from newsgen.settings.check_rules import RULES
from tests.support.checking import STORY

WHOLE = f"---\ntitle: Ferry returns\ndate: 2020-03-01\nauthor: Ada Quill\nsection: News\n---\n{STORY}\n"


def check(root: Path, text: str, *options: str) -> Result:
    (root / "articles").mkdir()
    (root / "articles/a.md").write_text(text, encoding="utf-8")
    return CliRunner().invoke(main, ["check", "--root", str(root), *options])


def test_nothing_found_ends_with_0(tmp_path: Path) -> None:
    result = check(tmp_path, WHOLE)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "1 article: nothing found.\n", "")


def test_findings_are_printed_and_end_with_1(tmp_path: Path) -> None:
    result = check(tmp_path, WHOLE + "\n[x](x.html)\n")
    assert (result.exit_code, result.stdout) == (
        1,
        "links: links that lead to nothing in the archive\n"
        '  articles/a.md:9: the link "x.html" leads to nothing in the archive\n'
        "      Readers who follow it find no page.\n"
        "      Correct it, or name the old site's address as original_url: in site.yaml.\n"
        "\n"
        "  links        1  error\n"
        "1 article: 1 error.\n",
    )


@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        ("[x](x.html)", "warning", 1),
        ("[x](x.html)", "error", 1),
        ("[x](x.html)", "never", 0),
        ("[x](http://x.example/)", "warning", 1),
        ("[x](http://x.example/)", "error", 0),
        ("[x](http://x.example/)", "never", 0),
    ],
)
def test_the_option_decides_which_findings_fail(tmp_path: Path, text: str, level: str, code: int) -> None:
    assert check(tmp_path, f"{WHOLE}\n{text}\n", "--fail-on", level).exit_code == code


def test_json_is_one_object(tmp_path: Path) -> None:
    data = json.loads(check(tmp_path, WHOLE.replace("author", "kicker"), "--json").stdout)
    assert (data["articles"], data["rules"], data["found"][0]["path"]) == (1, {"no-byline": 1}, "articles/a.md")


def test_an_unknown_rule_is_refused_with_a_suggestion(tmp_path: Path) -> None:
    result = check(tmp_path, WHOLE, "--only", "duplicate")
    assert result.exit_code == 2
    assert result.stderr.endswith(
        'Error: Invalid value for \'--only\': there is no rule "duplicate". Did you mean "duplicates"? Rules are: '
        f"{', '.join(RULES)}.\n"
    )


def test_a_site_that_cannot_be_checked_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("titel: Courant\n", encoding="utf-8")
    result = check(tmp_path, WHOLE)
    assert result.exit_code == 2
    assert result.stderr.startswith('site.yaml:1: unknown setting "titel". Did you mean "title"?\n')
    assert result.stderr.endswith("1 problem: nothing was checked.\n")
