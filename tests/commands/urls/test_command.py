"""`newsgen urls` as a user and a script meet it."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from newsgen.build.build import build_site
from newsgen.cli import main


def check(root: Path, old: str, *options: str) -> Result:
    (root / "articles").mkdir()
    (root / "articles/flood.md").write_text("---\ntitle: The flood\ndate: 2020-07-12\n---\nText.\n", encoding="utf-8")
    build_site(root)
    (root / "old.txt").write_text(old, encoding="utf-8")
    return CliRunner().invoke(main, ["urls", "check", str(root / "old.txt"), "--root", str(root), *options])


def test_all_answered_ends_with_0(tmp_path: Path) -> None:
    result = check(tmp_path, "https://old.example/2020/07/the-flood.html\n")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "1 of 1 old URL answered, 0 not.\n", "")


def test_unanswered_urls_end_with_1(tmp_path: Path) -> None:
    result = check(tmp_path, "/flood\n/gulls\n")
    assert (result.exit_code, result.stdout) == (
        1,
        "/flood\n"
        "    perhaps /2020/07/the-flood.html (its address has a similar name): The flood\n"
        "/gulls\n"
        "\n"
        "0 of 2 old URLs answered, 2 not.\n",
    )


def test_json_is_one_object(tmp_path: Path) -> None:
    result = check(tmp_path, "/gulls\n", "--json")
    assert (result.exit_code, json.loads(result.stdout)["unanswered"]) == (
        1,
        [{"url": "/gulls", "line": 1, "perhaps": None}],
    )


def test_an_unreadable_file_ends_with_2(tmp_path: Path) -> None:
    result = check(tmp_path, "gulls\n")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        f'{tmp_path}/old.txt:1: is no URL: "gulls"\n'
        "    Its URLs cannot be compared with the archive.\n"
        "    Name a sitemap.xml, a list of URLs with one a line, or CDX lines; each may be packed as .gz.\n"
        "1 problem: nothing was compared.\n"
    )


def test_renew_moves_articles_to_todays_permalinks_and_redirects_the_old_ones(tmp_path: Path) -> None:
    check(tmp_path, "")
    (tmp_path / "site.yaml").write_text("permalink: /news/{slug}.html\n", encoding="utf-8")
    build_site(tmp_path)
    assert not (tmp_path / "public/news/the-flood.html").exists()
    result = CliRunner().invoke(main, ["urls", "renew", "--root", str(tmp_path)])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.endswith(" s (1 article)\n")
    assert (tmp_path / "public/news/the-flood.html").is_file()
    assert "news/the-flood.html" in (tmp_path / "public/2020/07/the-flood.html").read_text(encoding="utf-8")
