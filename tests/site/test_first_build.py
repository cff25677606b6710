"""The first build of a folder gives a site and a list of what to fix; `--strict` makes errors of the list."""

from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.errors import NewsgenError

# Each file with one flaw, the rule that reports it, and the message.
FLAWS = {
    "unknown.md": ("---\ntitle: Ferry\nlayout: post\n---\nText.\n", "unknown-keys", 'unknown key "layout"'),
    "slip.md": (
        "---\ntitle: Flood\ndatee: 2020\n---\nText.\n",
        "misspelt-keys",
        'unknown key "datee". Did you mean "date"?',
    ),
    "date.md": ("---\ntitle: Mill\ndate: unknown\n---\nText.\n", "unreadable-dates", 'cannot read date "unknown"'),
    "language.md": (
        "---\ntitle: Choir\nlang: Frisian\n---\nText.\n",
        "unreadable-values",
        '"Frisian" is not a language code',
    ),
    "twice.md": ("---\ntitle: One\ntitle: Two\n---\nText.\n", "repeated-keys", 'the key "title" stands twice'),
    "aliases.md": (
        "---\ntitle: Sluice\naliases: [/old/sluice.php, sluice, /%E3%82/]\n---\nText.\n",
        "unreadable-values",
        '"sluice" is not a permalink, nor is 1 other',
    ),
    "unfit.md": (
        "---\ntitle: Weir\naliases: [/aux/weir.html, /weir/]\n---\nText.\n",
        "unfit-names",
        'the alias /aux/weir.html has no page: "aux" is the name of a device on Windows',
    ),
    "query.md": (
        "---\ntitle: Lock\naliases: ['/?p=17']\n---\nText.\n",
        "unfit-names",
        "the alias /?p=17 has no page: no file answers a query",
    ),
    "nameless.md": ("The fog lay low.\n", "no-headline", 'has no headline and is listed as "The fog lay low"'),
    "empty.txt": ("", "empty-files", "is empty"),
    "image.md": (
        "---\ntitle: Reeds\nimage: reeds.png\n---\nText.\n",
        "missing-images",
        'there is no image "reeds.png"',
    ),
    "link.md": (
        "---\ntitle: Nets\n---\n[Nets](nets-2.md)\n",
        "links",
        'the link "nets-2.md" leads to nothing in the archive',
    ),
}


def write(root: Path, names: list[str]) -> Path:
    (root / "articles").mkdir()
    for name in names:
        (root / "articles" / name).write_text(FLAWS[name][0], encoding="utf-8")
    return root


def reported(root: Path) -> list[tuple[str, str, str]]:
    """The file, rule and message of each finding of a build."""
    findings = build_site(root).findings
    return [(found.problem.path.removeprefix("articles/"), found.rule, found.problem.message) for found in findings]


def test_what_can_be_published_is_published_and_all_else_is_reported_until_it_is_fixed(tmp_path: Path) -> None:
    write(tmp_path, list(FLAWS))
    expected = sorted((name, rule, message) for name, (_, rule, message) in FLAWS.items())
    assert sorted(reported(tmp_path)) == expected
    assert sorted(reported(tmp_path)) == expected
    assert {file.parent.name for file in (tmp_path / "public").glob("[ow]*/**/index.html")} >= {"sluice.php", "weir"}
    pages = {file.name for file in (tmp_path / "public/undated").glob("*.html")}
    assert pages >= {f"{slug}.html" for slug in ("ferry", "flood", "mill", "choir", "two", "the-fog-lay-low", "reeds")}
    (tmp_path / "articles/nameless.md").write_text("---\ntitle: Fog\n---\nThe fog lay low.\n", encoding="utf-8")
    (tmp_path / "articles/empty.txt").unlink()
    assert sorted(reported(tmp_path)) == [one for one in expected if one[0] not in ("nameless.md", "empty.txt")]


@pytest.mark.parametrize("name", FLAWS)
def test_a_strict_build_stops_at_each_before_it_writes_anything(tmp_path: Path, name: str) -> None:
    write(tmp_path, [name])
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path, BuildOptions(strict=True))
    assert [problem.message for problem in failed.value.problems] == [FLAWS[name][2]]
    assert not (tmp_path / "public").exists()


def test_a_strict_build_stops_where_the_last_build_only_reported(tmp_path: Path) -> None:
    write(tmp_path, ["date.md"])
    build_site(tmp_path)
    for settings, options in (("", BuildOptions(strict=True)), ("strict: true\n", BuildOptions())):
        (tmp_path / "site.yaml").write_text(settings, encoding="utf-8")
        with pytest.raises(NewsgenError, match="cannot read date"):
            build_site(tmp_path, options)


def test_rules_that_site_yaml_switches_off_are_neither_reported_nor_strict(tmp_path: Path) -> None:
    write(tmp_path, ["date.md", "unknown.md", "slip.md"])
    (tmp_path / "site.yaml").write_text(
        "check: {off: [unknown-keys], ignore: {unreadable-dates: [d*.md], misspelt-keys: [x.md]}}\n", encoding="utf-8"
    )
    assert [name for name, _, _ in reported(tmp_path)] == ["slip.md"]
    (tmp_path / "articles/slip.md").unlink()
    (tmp_path / "permalinks.tsv").unlink()
    assert build_site(tmp_path, BuildOptions(strict=True)).findings == ()
