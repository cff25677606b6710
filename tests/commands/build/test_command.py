"""`newsgen build` as a user and a script meet it: bad input gives whole messages, and nothing is written."""

import json
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgen.cli import main
from newsgen.settings.site import Site
from tests.support.bad_input import BAD_INPUT, GOOD, write_files


def build(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["build", "--root", str(root), *options])


def test_a_folder_with_articles_and_nothing_else_becomes_a_site(tmp_path: Path) -> None:
    result = build(write_files(tmp_path, {"articles/ferry.md": GOOD}))
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "public/2019/03/ferry-returns.html").is_file()
    assert "Ferry returns" in (tmp_path / "public/index.html").read_text(encoding="utf-8")


def test_the_summary_is_one_line_and_missing_fields_are_another(tmp_path: Path) -> None:
    result = build(
        write_files(tmp_path, {"articles/ferry.md": GOOD, "articles/wip.md": "---\ntitle: W\ndraft: true\n---\n"})
    )
    first, *others = result.stdout.splitlines()
    written, rest = first.split(" written, 0 kept, 0 deleted in ")
    assert int(written) > 10
    assert rest.endswith(" s (1 article)")
    assert others == ["Of 1 article: 1 without byline, 1 without dek.", "Left out: 1 draft."]


def test_quiet_prints_nothing(tmp_path: Path) -> None:
    assert build(write_files(tmp_path, {"articles/ferry.md": GOOD}), "-q").output == ""


def test_json_is_one_object_and_nothing_else(tmp_path: Path) -> None:
    result = build(write_files(tmp_path, {"articles/ferry.md": GOOD}), "--json", "--explain")
    summary = json.loads(result.stdout)
    assert (summary["articles"], summary["deleted"], summary["without"]["byline"]) == (1, 0, 1)
    assert result.stderr == ""


def test_every_written_file_is_explained_on_demand(tmp_path: Path) -> None:
    *files, _, _ = build(write_files(tmp_path, {"articles/ferry.md": GOOD}), "--explain").stdout.splitlines()
    assert "404.html" in {file.partition(": ")[0] for file in files}
    assert all(file.partition(": ")[2] for file in files)


NOTHING_WRITTEN = "1 problem: nothing was written.\n"


@pytest.mark.parametrize(("files", "message"), BAD_INPUT.values(), ids=BAD_INPUT)
def test_bad_input_gives_its_place_a_reason_and_a_fix(
    tmp_path: Path, files: dict[str, str | bytes], message: str
) -> None:
    result = build(write_files(tmp_path, files))
    assert result.exit_code == 1
    assert result.stderr == message.replace("{settings}", ", ".join(sorted(Site.model_fields))) + NOTHING_WRITTEN
    assert not (tmp_path / "public").exists()


def test_all_problems_are_printed_at_once(tmp_path: Path) -> None:
    files = {f"articles/{number}.md": f"---\ntitle: T{number}\ndraft: soon\n---\n" for number in range(3)}
    result = build(write_files(tmp_path, {**files, "articles/x.md": "---\ntitle: X\n"}))
    assert result.stderr.count("is neither true nor false") == 3
    assert result.stderr.endswith("\n4 problems: nothing was written.\n")


def test_one_problem_in_many_files_is_printed_once_and_counted(tmp_path: Path) -> None:
    files = {f"articles/{number:02}.md": f"---\ntitle: T{number}\ndraft: low\n---\n" for number in range(20)}
    root = write_files(tmp_path, {**files})
    assert build(root).stderr == (
        'articles/00.md:3: "draft" is neither true nor false\n'
        "    The key asks a question of yes or no.\n"
        "    Write true or false.\n"
        "    The same in 19 more places (-v lists them).\n"
        "20 problems: nothing was written.\n"
    )
    assert build(root, "-v").stderr.count("neither true nor false") == 20


def test_an_output_folder_that_cannot_be_made_is_a_problem(tmp_path: Path) -> None:
    write_files(tmp_path, {"articles/a.md": GOOD, "in-the-way": "a file"})
    result = build(tmp_path, "--output", str(tmp_path / "in-the-way/public"))
    assert result.exit_code == 1
    assert result.stderr == (
        f"{tmp_path}/in-the-way/public: cannot be written: Not a directory\n"
        "    The site would lack a file.\n"
        "    Make the folder writable and free some space, or name another one with --output.\n" + NOTHING_WRITTEN
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unwritable to root")
def test_a_read_only_output_folder_is_a_problem(tmp_path: Path) -> None:
    write_files(tmp_path, {"articles/a.md": GOOD})
    (tmp_path / "public").mkdir(mode=0o555)
    result = build(tmp_path)
    assert result.exit_code == 1
    assert "cannot be written: Permission denied\n" in result.stderr


def test_foreign_files_in_the_output_are_left_alone_and_named(tmp_path: Path) -> None:
    write_files(tmp_path, {"articles/a.md": GOOD, "public/index.html": "mine", "public/thesis.odt": "mine too"})
    result = build(tmp_path)
    assert result.exit_code == 1
    assert result.stderr == (
        f"{tmp_path}/public: holds files that newsgen did not write: index.html, thesis.odt\n"
        "    newsgen does not mix its pages with the files of others.\n"
        "    Name an empty or new folder with --output, or move these files away.\n" + NOTHING_WRITTEN
    )
    assert (tmp_path / "public/index.html").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    "executor", ["dask", "dask:", "tcp://10.0.0.1:8786", "dask:10.0.0.1:8786", "dask:tcp://10.0.0.1", "ray:tcp://a:1"]
)
def test_an_executor_that_is_no_address_of_a_scheduler_is_refused(tmp_path: Path, executor: str) -> None:
    result = build(write_files(tmp_path, {"articles/ferry.md": GOOD}), "--executor", executor)
    assert result.exit_code == 2
    assert f'"{executor}" is not like dask:tcp://HOST:PORT.' in " ".join(result.stderr.split())


def test_an_executor_without_its_library_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = build(write_files(tmp_path, {"articles/ferry.md": GOOD}), "--executor", "dask:tcp://10.0.0.1:8786")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == (
        "newsgen build --executor: needs what is not installed: distributed\n"
        "    Only this command uses it, so that newsgen is installed without it.\n"
        '    Install it: pip install "newsgen[dask]"\n' + NOTHING_WRITTEN
    )


def test_little_work_does_not_ask_for_the_executor(tmp_path: Path) -> None:
    result = build(write_files(tmp_path, {"articles/ferry.md": GOOD}), "--executor", "dask:tcp://127.0.0.1:9")
    assert result.exit_code == 0, result.stderr


def test_a_build_in_parts_is_planned_read_and_joined(tmp_path: Path) -> None:
    root = write_files(tmp_path, {f"articles/{year}/ferry-{year}.md": GOOD for year in (2018, 2019, 2020)})
    parts = root / ".newsgen/parts"
    assert build(root, "--plan", "2").stdout == f"3 articles in 2 parts, of 1 to 2: {parts}/plan\n"
    assert build(root, "--part", "2").stdout == f"2 articles read: {parts}/2.part\n"
    assert build(root, "--part", "1", "-q").output == ""
    assert build(root, "--join").exit_code == 0
    assert (root / "public/index.html").is_file()


@pytest.mark.parametrize("steps", [("--plan=2", "--part=1"), ("--part=1", "--join"), ("--join", "--plan=2")])
def test_steps_of_a_build_in_parts_are_not_taken_at_once(tmp_path: Path, steps: tuple[str, ...]) -> None:
    result = build(write_files(tmp_path, {"articles/ferry.md": GOOD}), *steps)
    assert result.exit_code == 2
    assert "--plan, --part and --join are steps that follow each other: write one of them." in " ".join(
        result.stderr.split()
    )
