"""`newsgen search` as a user and a script meet it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgen.build.build import build_site
from newsgen.cli import main

ARTICLES = {
    "ferry.md": "---\ntitle: Ferry returns\ndate: 2020-03-01\nauthor: Ada Quill\nsection: Harbour\ndek: After a year\n"
    "language: en\n---\nThe council had given up hope of the harbour.\n",
    "council.md": "---\ntitle: Council meets\ndate: 2021-05-06\nsection: News\ntags: [Money]\nlanguage: en\n---\n"
    "The ferries were not spoken of by the harbour.\n",
}
FERRY = "Ferry returns\n    2020-03-01, Harbour\n    After a year\n    {root}/public/2020/03/ferry-returns.html\n\n"
SAID = FERRY.replace("After a year", "The council had given up hope of the harbour.")
COUNCIL = (
    "Council meets\n    2021-05-06, News\n    The ferries were not spoken of by the harbour.\n"
    "    {root}/public/2021/05/council-meets.html\n\n"
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("searched")
    (root / "articles").mkdir()
    (root / "site.yaml").write_text("ledger: false\n", encoding="utf-8")
    for name, text in ARTICLES.items():
        (root / "articles" / name).write_text(text, encoding="utf-8")
    build_site(root)
    return root


def ask(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["search", "--root", str(root), *arguments])


@pytest.mark.parametrize(
    ("arguments", "output"),
    [
        (("ferry",), FERRY + COUNCIL + "2 articles found.\n"),
        (("ferries", "--limit", "1"), COUNCIL + "2 articles found, 1 shown (--limit 0 shows all).\n"),
        (("ferry", "harbour", "--sort=date"), COUNCIL + SAID + "2 articles found.\n"),
        (("harbour -meets",), SAID + "1 article found.\n"),
        (("--limit", "5", "--", "-meets", "harbour"), SAID + "1 article found.\n"),
        (('"council meets"',), COUNCIL + "1 article found.\n"),
        (("--section", "news"), COUNCIL + "1 article found.\n"),
        (("--author", "ada quill"), FERRY + "1 article found.\n"),
        (("--tag", "money", "--language", "en"), COUNCIL + "1 article found.\n"),
        (("--from", "2021"), COUNCIL + "1 article found.\n"),
        (("ferry", "--to", "2020"), FERRY + "1 article found.\n"),
        (("2020-03", "OR", "xyzzy"), FERRY + "1 article found.\n"),
        (("ferry", "--count-by", "year"), "1  2020\n1  2021\n"),
        (("harbour", "--count-by", "author"), "1  Ada Quill\n"),
    ],
)
def test_results_are_printed(root: Path, arguments: tuple[str, ...], output: str) -> None:
    result = ask(root, *arguments)
    assert (result.exit_code, result.stderr, result.stdout) == (0, "", output.format(root=root))


def test_nothing_found_ends_with_1_and_a_suggestion(root: Path) -> None:
    result = ask(root, "feryr")
    assert result.exit_code == 1
    assert result.stdout == '"feryr" is in no article. Did you mean "ferry"?\nNo article found.\n'


def test_json_is_one_array(root: Path) -> None:
    result = ask(root, "returns", "--json")
    (article,) = json.loads(result.stdout)
    assert (article["headline"], article["file"]) == ("Ferry returns", f"{root}/public/2020/03/ferry-returns.html")
    nothing = ask(root, "xyzzy", "--json")
    assert (nothing.exit_code, nothing.stdout) == (1, "[]\n")


def test_output_names_another_folder_to_search(root: Path, tmp_path: Path) -> None:
    (root / "public").rename(tmp_path / "copy")
    try:
        result = ask(root, "returns", "--output", str(tmp_path / "copy"))
    finally:
        (tmp_path / "copy").rename(root / "public")
    assert f"    {tmp_path}/copy/2020/03/ferry-returns.html\n" in result.stdout


def test_a_site_that_is_not_built_is_a_problem(tmp_path: Path) -> None:
    result = ask(tmp_path, "ferry")
    assert result.exit_code == 2
    assert result.stderr == (
        f"{tmp_path}/public/search/root.js: there is no search index\n"
        "    The site is not built yet, or was built without search.\n"
        "    Run newsgen build, with search: true in site.yaml.\n"
        "1 problem: nothing was searched.\n"
    )


def test_a_key_that_nothing_is_counted_by_is_refused(root: Path) -> None:
    result = ask(root, "ferry", "--count-by", "colour")
    assert result.exit_code == 2
    keys = "year, section, author, tag, language, publications, places, people"
    assert f'Error: Cannot count by "colour". Keys are {keys}' in result.stderr


def test_a_search_for_nothing_is_refused(root: Path) -> None:
    result = ask(root, " ")
    assert result.exit_code == 2
    assert "Error: Say what to search for: words, or one of the options that narrow a search.\n" in result.stderr


def test_a_wrong_setting_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("sheet_size: none\n", encoding="utf-8")
    result = ask(tmp_path, "ferry")
    assert result.exit_code == 2
    assert result.stderr.endswith("1 problem: nothing was searched.\n")
