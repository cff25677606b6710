"""`newsgen build` as a user and a script meet it: bad input gives whole messages, and nothing is written."""

import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgen.cli import main
from newsgen.settings.site import Site
from tests.support.photographs import a_photograph, encode

HALF_AN_IMAGE = (lambda content: content[: len(content) // 2])(encode(a_photograph()))
GOOD = "---\ntitle: Ferry returns\ndate: 2019-03-12\nsection: Harbour\n---\nThe ferry is back.\n"


def build(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["build", "--root", str(root), *options])


def make_site(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def test_a_folder_with_articles_and_nothing_else_becomes_a_site(tmp_path: Path) -> None:
    result = build(make_site(tmp_path, {"articles/ferry.md": GOOD}))
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "public/2019/03/ferry-returns.html").is_file()
    assert "Ferry returns" in (tmp_path / "public/index.html").read_text(encoding="utf-8")


def test_the_summary_is_one_line_and_missing_fields_are_another(tmp_path: Path) -> None:
    result = build(
        make_site(tmp_path, {"articles/ferry.md": GOOD, "articles/wip.md": "---\ntitle: W\ndraft: true\n---\n"})
    )
    first, *others = result.stdout.splitlines()
    written, rest = first.split(" written, 0 kept, 0 deleted in ")
    assert int(written) > 10
    assert rest.endswith(" s (1 article)")
    assert others == ["Of 1 article: 1 without byline, 1 without dek.", "1 draft left out."]


def test_quiet_prints_nothing(tmp_path: Path) -> None:
    assert build(make_site(tmp_path, {"articles/ferry.md": GOOD}), "-q").output == ""


def test_json_is_one_object_and_nothing_else(tmp_path: Path) -> None:
    result = build(make_site(tmp_path, {"articles/ferry.md": GOOD}), "--json", "--explain")
    summary = json.loads(result.stdout)
    assert (summary["articles"], summary["deleted"], summary["without"]["byline"]) == (1, 0, 1)
    assert result.stderr == ""


def test_every_written_file_is_explained_on_demand(tmp_path: Path) -> None:
    *files, _, _ = build(make_site(tmp_path, {"articles/ferry.md": GOOD}), "--explain").stdout.splitlines()
    assert "404.html" in {file.partition(": ")[0] for file in files}
    assert all(file.partition(": ")[2] for file in files)


NOTHING_WRITTEN = "1 problem: nothing was written.\n"
BAD_INPUT = {
    "broken YAML": (
        {"articles/flood.md": "---\ntitle: Flood: the night\ndate: 2020-07-12\n---\nText.\n"},
        "articles/flood.md:2: cannot read YAML: mapping values are not allowed in this context\n"
        "    Its fields cannot be read until the YAML is.\n"
        '    Put the value in quotes: a ": " inside a plain value ends it.\n',
    ),
    "an unknown key": (
        {"articles/flood.md": "---\ntitle: Flood\nauhtor: Nadia Sorrenby\n---\nText.\n"},
        'articles/flood.md:3: unknown key "auhtor". Did you mean "author"?\n'
        "    newsgen would not know what to do with its value.\n"
        "    Correct it, or name it in site.yaml under front_matter: rename: or keep:.\n",
    ),
    "a bad date": (
        {"articles/2020/flood.txt": "---\ntitle: Flood\ndate: 12 Juli 2020\n---\nText.\n"},
        'articles/2020/flood.txt:3: cannot read date "12 Juli 2020"\n'
        "    The date places the article in its month listing.\n"
        "    Write it as YYYY-MM-DD, for example 2020-07-12; YYYY-MM or YYYY where no more is known.\n",
    ),
    "a day that the calendar does not have": (
        {"articles/flood.md": "---\ntitle: Flood\ndate: 2019-02-29\n---\nText.\n"},
        'articles/flood.md:3: cannot read date "2019-02-29"\n'
        "    The date places the article in its month listing.\n"
        "    Write it as YYYY-MM-DD, for example 2020-07-12; YYYY-MM or YYYY where no more is known.\n",
    ),
    "an unknown encoding": (
        {"articles/flood.txt": b"The flood\n\nThe w\xd7ter was on the quay.\n"},
        'articles/flood.txt:3: is not UTF-8: byte 0xD7 at position 16; it may be "w\u00d7ter" in WINDOWS-1252 or '
        '"w\u05f3ter" in WINDOWS-1255\n'
        "    Letters would be lost or wrong.\n"
        '    Write "encoding: WINDOWS-1252" in site.yaml, with the name that is right, for all articles or for a '
        "folder, or convert the file: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW\n",
    ),
    "two articles at one address": (
        {"articles/a.md": GOOD, "articles/b.md": GOOD},
        "articles/b.md: has the same address as articles/a.md: /2019/03/ferry-returns.html\n"
        "    One of the two would be lost.\n"
        '    Write another "slug: …" or "permalink: …" in the front matter of one of them.\n',
    ),
    "a template that does not compile": (
        {"articles/a.md": GOOD, "templates/404.html": "<p>\n{% if %}\n</p>\n"},
        "templates/404.html:2: template error: Expected an expression, got 'end of statement block'\n"
        "    It came up in 404.html, the page of page for missing addresses.\n"
        "    Correct the template, or take it away to use the default one.\n",
    ),
    "a template that asks for what is not there": (
        {"articles/a.md": GOOD, "templates/404.html": "<p>\n{{ site.title }}\n{{ nothing }}</p>\n"},
        "templates/404.html:3: template error: 'nothing' is undefined\n"
        "    It came up in 404.html, the page of page for missing addresses.\n"
        "    Correct the template, or take it away to use the default one.\n",
    ),
    "a setting that does not exist": (
        {"articles/a.md": GOOD, "site.yaml": "title: Courant\nsheet_sise: 20\n"},
        'site.yaml:2: unknown setting "sheet_sise". Did you mean "sheet_size"?\n'
        "    A setting that newsgen does not know would have no effect.\n"
        "    Settings are: {settings}.\n",
    ),
    "no articles": (
        {"site.yaml": "title: Courant\n"},
        "articles: there is no such folder of articles\n"
        "    newsgen makes a site from the .txt and .md files in it.\n"
        '    Put article text there, or name another folder with "articles:" in site.yaml.\n',
    ),
}


@pytest.mark.parametrize(("files", "message"), BAD_INPUT.values(), ids=BAD_INPUT)
def test_bad_input_gives_its_place_a_reason_and_a_fix(
    tmp_path: Path, files: dict[str, str | bytes], message: str
) -> None:
    result = build(make_site(tmp_path, files))
    assert result.exit_code == 1
    assert result.stderr == message.replace("{settings}", ", ".join(sorted(Site.model_fields))) + NOTHING_WRITTEN
    assert not (tmp_path / "public").exists()


def test_all_problems_are_printed_at_once(tmp_path: Path) -> None:
    files = {f"articles/{number}.md": f"---\ntitle: T{number}\ndate: soon\n---\n" for number in range(3)}
    result = build(make_site(tmp_path, {**files, "articles/x.txt": ""}))
    assert result.stderr.count("cannot read date") == 3
    assert result.stderr.endswith("\n4 problems: nothing was written.\n")


def test_one_problem_in_many_files_is_printed_once_and_counted(tmp_path: Path) -> None:
    files = {f"articles/{number:02}.md": f"---\ntitle: T{number}\nmood: low\n---\n" for number in range(20)}
    root = make_site(tmp_path, {**files})
    assert build(root).stderr == (
        'articles/00.md:3: unknown key "mood".\n'
        "    newsgen would not know what to do with its value.\n"
        "    Correct it, or name it in site.yaml under front_matter: rename: or keep:.\n"
        "    The same in 19 more places (-v lists them).\n"
        "20 problems: nothing was written.\n"
    )
    assert build(root, "-v").stderr.count("unknown key") == 20


def test_an_output_folder_that_cannot_be_made_is_a_problem(tmp_path: Path) -> None:
    make_site(tmp_path, {"articles/a.md": GOOD, "in-the-way": "a file"})
    result = build(tmp_path, "--output", str(tmp_path / "in-the-way/public"))
    assert result.exit_code == 1
    assert result.stderr == (
        f"{tmp_path}/in-the-way/public: cannot be written: Not a directory\n"
        "    The site would lack a file.\n"
        "    Make the folder writable and free some space, or name another one with --output.\n" + NOTHING_WRITTEN
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unwritable to root")
def test_a_read_only_output_folder_is_a_problem(tmp_path: Path) -> None:
    make_site(tmp_path, {"articles/a.md": GOOD})
    (tmp_path / "public").mkdir(mode=0o555)
    result = build(tmp_path)
    assert result.exit_code == 1
    assert "cannot be written: Permission denied\n" in result.stderr


def test_foreign_files_in_the_output_are_left_alone_and_named(tmp_path: Path) -> None:
    make_site(tmp_path, {"articles/a.md": GOOD, "public/index.html": "mine", "public/thesis.odt": "mine too"})
    result = build(tmp_path)
    assert result.exit_code == 1
    assert result.stderr == (
        f"{tmp_path}/public: holds files that newsgen did not write: index.html, thesis.odt\n"
        "    newsgen does not mix its pages with the files of others.\n"
        "    Name an empty or new folder with --output, or move these files away.\n" + NOTHING_WRITTEN
    )
    assert (tmp_path / "public/index.html").read_text(encoding="utf-8") == "mine"
