"""`newsgen inspect` as a user and a script meet it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsgen.cli import main
from tests.support.topics import write_about

GOOD = "---\ntitle: Ferry returns\ndate: 2019-03-12\nsection: Harbour\n---\nThe ferry is back.\n"


def write_files(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def test_each_line_is_printed_with_its_role_and_rule(tmp_path: Path) -> None:
    text = "Harbour\n\nFerry returns to the quay\n\nThe ferry came back to the Salt Quay on Tuesday with eleven cars.\n"
    file = write_files(tmp_path, {"ferry.txt": text}) / "ferry.txt"
    result = CliRunner().invoke(main, ["inspect", str(file)])
    assert result.exit_code == 0
    shown = [line.split(maxsplit=2)[:2] for line in result.stdout.splitlines() if line[:5].strip().isdigit()]
    assert shown == [["1", "section"], ["3", "headline"], ["5", "body"]]


def test_json_is_one_object_a_text(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "in/a.md": GOOD,
            "in/b/b.txt": "Ferry returns\n\nIt came back to the quay on Tuesday with eleven\u2028cars and a horse box.",
        },
    )
    result = CliRunner().invoke(main, ["inspect", "--json", str(tmp_path / "in")])
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert first["path"] == f"{tmp_path}/in/a.md"
    assert (first["headline"], first["section"], first["published"]) == ("Ferry returns", "Harbour", "2019-03-12")
    assert [line["role"] for line in first["lines"]] == [
        "front matter",
        "headline",
        "published",
        "section",
        "front matter",
        "body",
    ]
    assert second["headline"] == "Ferry returns"
    assert {"path", "headline", "dek", "section", "byline", "published", "body", "related", "lines"} <= set(second)


def test_the_comments_beside_a_text_are_shown(tmp_path: Path) -> None:
    line = '{"id": "1", "author": "Ida", "date": "2020-01-03", "text": "Hello"}\n'
    write_files(tmp_path, {"in/a.md": GOOD, "in/a.comments.jsonl": line})
    result = CliRunner().invoke(main, ["inspect", "--json", str(tmp_path / "in")])
    assert json.loads(result.stdout)["comments"] == [
        {"id": "1", "author": "Ida", "date": "2020-01-03", "text": "Hello", "parent": ""}
    ]
    shown = CliRunner().invoke(main, ["inspect", str(tmp_path / "in")])
    assert "  comments     1\n" in shown.stdout


def test_other_texts_are_inspected_after_an_unreadable_one(tmp_path: Path) -> None:
    write_files(tmp_path, {"a.md": GOOD, "b.md": b"\xff\xfe\x00"})
    result = CliRunner().invoke(main, ["inspect", "--json", str(tmp_path)])
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr.endswith("1 problem: these texts could not be read.\n")


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["inspect", "nowhere.txt"])
    assert result.exit_code == 1
    assert result.stderr == (
        "nowhere.txt: there is no such file or folder\n"
        "    newsgen reads .txt and .md files, and folders of them.\n"
        "    Name a file or folder of articles.\n"
        "1 problem: nothing was read.\n"
    )


PASTED = (
    "Harbour\n\nFerry {number} returns to the quay\n\n"
    "The ferry came back to the Salt Quay on Tuesday with {number} cars, a horse box and the island's only postman.\n\n"
    "It will sail twice a day from now on, the harbour master said, and thrice on the Saturday of Lantern Night.\n\n"
    "The Tide Table reaches four thousand readers before breakfast on every weekday of the year.\n"
)


def test_a_summary_shows_missing_fields_and_recurring_lines(tmp_path: Path) -> None:
    write_files(tmp_path, {f"in/{number}.txt": PASTED.format(number=number) for number in (11, 12, 13)})
    result = CliRunner().invoke(main, ["inspect", "--summary", str(tmp_path / "in")])
    assert result.exit_code == 0
    rows = [line.split() for line in result.stdout.splitlines()]
    assert ["headline", "3", "0"] in rows
    assert ["byline", "0", "3"] in rows
    assert "       3 texts  body      The Tide Table reaches four thousand readers" in result.stdout


def test_a_line_that_site_yaml_names_is_chrome(tmp_path: Path) -> None:
    line = "The Tide Table reaches four thousand readers before breakfast on every weekday of the year."
    write_files(tmp_path, {"in/a.txt": PASTED.format(number=11), "site.yaml": f'chrome: ["{line}"]\n'})
    result = CliRunner().invoke(main, ["inspect", "--json", "--root", str(tmp_path), str(tmp_path / "in")])
    record = json.loads(result.stdout)
    assert len(record["body"]) == 2
    assert record["lines"][-1] == {"line": 9, "role": "chrome", "rule": "named in site.yaml", "confidence": 1.0}


@pytest.mark.parametrize(
    ("setting", "published"),
    [("", None), ("date_order: day-first", "2019-04-03"), ("date_order: month-first", "2019-03-04")],
)
def test_an_ambiguous_date_is_read_as_site_yaml_says(tmp_path: Path, setting: str, published: str | None) -> None:
    text = PASTED.format(number=11).replace("\n\nThe ferry", "\n\nPublished 3/4/2019\n\nThe ferry", 1)
    write_files(tmp_path, {"in/a.txt": text, "site.yaml": setting})
    result = CliRunner().invoke(main, ["inspect", "--json", "--root", str(tmp_path), str(tmp_path / "in")])
    assert json.loads(result.stdout)["published"] == published


def test_suggestions_of_a_story_are_explained(tmp_path: Path) -> None:
    for number in (1, 2):
        file = tmp_path / f"articles/{number}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"---\ntitle: Ferry {number}\ndate: 2020-03-0{number}\n---\n{write_about('ferry', number)}\n")
    arguments = ["inspect", "--related", "--root", str(tmp_path), str(tmp_path / "articles/2.md")]
    early = CliRunner().invoke(main, arguments)
    assert early.exit_code == 1
    assert early.stderr.endswith("    Run newsgen build first.\n1 problem: nothing was compared.\n")
    CliRunner().invoke(main, ["build", "-q", "--root", str(tmp_path)])
    lines = CliRunner().invoke(main, arguments).stdout.splitlines()
    assert lines[:2] == [f"{tmp_path}/articles/2.md", "  Earlier coverage"]
    assert lines[2].endswith(" %  2020-03-01  Ferry 1  (1.md)")
    data = json.loads(CliRunner().invoke(main, [*arguments, "--json"]).stdout)
    assert [(one["list"], one["path"]) for one in data["suggested"]] == [("earlier", "1.md")]
    (tmp_path / "articles/2.md").write_text("---\ntitle: Ferry 2\n---\nOther words.\n")
    late = CliRunner().invoke(main, arguments)
    assert (late.exit_code, late.stdout) == (1, "")
    assert late.stderr.endswith("1 problem: these articles could not be compared.\n")
