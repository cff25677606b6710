"""`newsgen publish` as a user meets it, to a folder."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from newsgen.cli import main
from tests.support.edits import tree
from tests.support.site_builder import SiteBuilder, add_articles


def run(site: SiteBuilder, *arguments: str | Path, command: str = "publish") -> Result:
    return CliRunner().invoke(main, [command, *map(str, arguments), "--root", str(site.root)])


def published(folder: Path) -> dict[str, bytes]:
    """A published folder, and the site's own, without the list that only newsgen's own folder has."""
    return {file: content for file, content in tree(folder).items() if file != ".newsgen-files"}


def test_a_folder_becomes_what_the_site_is(site: SiteBuilder, tmp_path: Path) -> None:
    target = tmp_path / "stick" / "paper"
    first = run(site, target)
    count = len(published(site.output)) - 1
    assert first.exit_code == 0
    assert first.stdout.startswith(f"{target}: {count} new, 0 changed, 0 deleted, 0 kept; 6 files read back as sent; ")
    assert published(target) == published(site.output)
    again = run(site, target)
    assert (again.stdout, again.exit_code) == (f"{target}: nothing to do; {count} files as they should be.\n", 0)


def test_site_yaml_names_the_target(site: SiteBuilder, tmp_path: Path) -> None:
    site.settings(f"publish: {tmp_path / 'one'}\n")
    assert run(site, "-q").stdout == ""
    site.settings(f"publish:\n  to: {tmp_path / 'two'}\n  delete_limit: 0\n")
    run(site)
    assert published(tmp_path / "one") == published(tmp_path / "two") == published(site.output)


def test_a_dry_run_lists_what_would_be_done(site: SiteBuilder, tmp_path: Path) -> None:
    site.settings("search: false\ndata: []\n")
    run(site, tmp_path / "target")
    before = tree(tmp_path / "target")
    site.edit("articles/03.md", "Text 3.", "Text three.")
    result = run(site, tmp_path / "target", "--dry-run")
    assert result.stdout == (
        "changed: 2020/03/note-3.html\n"
        f"{tmp_path / 'target'}: 0 new, 1 changed, 0 deleted, {len(before) - 2} kept; nothing was sent.\n"
    )
    assert tree(tmp_path / "target") == before


def test_the_summary_is_printed_for_programs(site: SiteBuilder, tmp_path: Path) -> None:
    result = run(site, tmp_path / "target", "--json")
    count = len(published(site.output)) - 1
    assert json.loads(result.stdout) == {
        "target": str(tmp_path / "target"),
        "new": count,
        "changed": 0,
        "deleted": 0,
        "kept": 0,
        "read_back": 6,
    }


def test_an_article_that_is_gone_is_deleted_within_the_limit(site: SiteBuilder, tmp_path: Path) -> None:
    site.settings("ledger: false\n")
    run(site, tmp_path / "target")
    (site.root / "articles/03.md").unlink()
    refused = run(site, tmp_path / "target", "--delete-limit", "0")
    assert refused.exit_code == 1
    assert "files would be deleted there, and 0 may be: 2020/03/" in refused.stderr
    assert refused.stderr.endswith("1 problem: the site is not published.\n")
    assert (tmp_path / "target/2020/03/note-3.html").exists()
    assert run(site, tmp_path / "target").exit_code == 0
    assert published(tmp_path / "target") == published(site.output)


def test_a_page_that_takes_the_place_of_a_folder_or_another_case_is_published(
    site: SiteBuilder, tmp_path: Path
) -> None:
    site.write("static/a/b.txt", "1")
    site.write("static/Quay.txt", "1")
    run(site, tmp_path / "target")
    shutil.rmtree(site.root / "static/a")
    (site.root / "static/Quay.txt").unlink()
    site.write("static/a", "2")
    site.write("static/quay.txt", "2")
    result = run(site, tmp_path / "target")
    assert (result.stderr, result.exit_code) == ("", 0)
    assert published(tmp_path / "target") == published(site.output)


def test_files_of_others_are_neither_overwritten_nor_deleted(site: SiteBuilder, tmp_path: Path) -> None:
    run(site, tmp_path / "target")
    (tmp_path / "target/mine.txt").write_text("mine", encoding="utf-8")
    site.write("static/mine.txt", "the site's")
    refused = run(site, tmp_path / "target")
    assert refused.stderr == (
        f"{tmp_path / 'target'}: holds files that newsgen did not publish, "
        "and has new ones for their places: mine.txt\n"
        "    newsgen does not overwrite or delete the files of others.\n"
        "    Move them away, or overwrite them with --all.\n"
        "1 problem: the site is not published.\n"
    )
    assert (tmp_path / "target/mine.txt").read_text(encoding="utf-8") == "mine"
    assert run(site, tmp_path / "target", "--all").exit_code == 0
    assert (tmp_path / "target/mine.txt").read_text(encoding="utf-8") == "the site's"


@pytest.mark.parametrize("target", ["public", "public/inner", ".", "..", "articles", "static/x", ".newsgen"])
def test_a_site_is_not_published_into_itself(site: SiteBuilder, target: str) -> None:
    result = run(site, site.root / target)
    assert result.exit_code == 1
    assert "is part of the site's own folder, or holds it\n" in result.stderr
    assert not site.output.exists()


def test_without_a_target_there_is_one_problem(site: SiteBuilder) -> None:
    result = run(site)
    assert result.stderr == (
        "site.yaml: does not say where to publish to\n"
        "    newsgen knows no place of its own.\n"
        '    Run "newsgen publish TARGET", or name it in site.yaml: "publish: s3://bucket".\n'
        "1 problem: the site is not published.\n"
    )


@pytest.mark.parametrize(
    "setting", ["publish: sftp://ada:secret@paper.example/www", "publish: {to: 'az://a?sig=secret'}"]
)
def test_a_password_in_site_yaml_is_refused(site: SiteBuilder, setting: str) -> None:
    site.settings(f"{setting}\n")
    result = run(site)
    assert result.exit_code == 1
    assert "asswords and keys do not belong into site.yaml" in result.stderr
    assert "secret" not in result.stderr


@pytest.mark.parametrize(
    ("url", "library", "extra"),
    [("s3://paper", "obstore", "publish"), ("sftp://paper.example", "asyncssh", "sftp")],
)
def test_an_extra_that_is_not_installed_is_named(site: SiteBuilder, url: str, library: str, extra: str) -> None:
    for command in ("publish", "verify"):
        script = (
            f"import sys; sys.modules['{library}'] = None; from newsgen.cli import main; "
            f"main(['{command}', '{url}', '--root', {str(site.root)!r}])"
        )
        result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
        assert result.returncode == 1
        assert result.stderr.startswith(
            f"newsgen {command}: needs what is not installed: {library}\n"
            "    Only this command uses it, so that newsgen is installed without it.\n"
            f'    Install it: pip install "newsgen[{extra}]"\n'
        )


@pytest.mark.long
def test_one_edited_article_of_many_years_sends_a_handful_of_files(site: SiteBuilder, tmp_path: Path) -> None:
    # These texts are so alike that each edit changes what others suggest.
    site.settings("suggestions: 0\n")
    add_articles(site.root, range(900))
    run(site, tmp_path / "target")
    article = site.root / "articles/0400.md"
    article.write_text(f"{article.read_text(encoding='utf-8')}\nThe end came late.\n", encoding="utf-8")
    dry = run(site, tmp_path / "target", "--dry-run").stdout
    assert [line for line in dry.splitlines() if line.startswith("changed: data/")] == [
        *("changed: data/2001.csv.gz", "changed: data/2001.jsonl.gz")
    ]
    counts = json.loads(run(site, tmp_path / "target", "--json").stdout)
    assert (counts["new"], counts["deleted"]) == (0, 0)
    assert counts["changed"] <= 15
    assert published(tmp_path / "target") == published(site.output)
