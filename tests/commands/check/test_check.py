"""A whole check: every rule finds its own flaw in a site made for it, and nothing is written."""

import datetime
from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.commands.check.check import CheckResult, check_site, select_rules, today
from newsgen.errors import NewsgenError
from newsgen.settings.check import CheckSettings
from newsgen.settings.check_rules import RULES
from newsgen.settings.site import Site
from tests.support.bad_input import BAD_INPUT, write_files
from tests.support.checking import STORY
from tests.support.chromes import folder_of
from tests.support.paths import ROOT

HEAD = "date: 2020-03-01\nauthor: Ada Quill\nsection: News\n"


# A text that begins with it stands for a symbolic link.
LINK = "-> "


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        file = root / "articles" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        if text.startswith(LINK):
            file.symlink_to(text.removeprefix(LINK))
        else:
            file.write_text(text, encoding="utf-8")
    return root


def article(headline: str, body: str, head: str = HEAD) -> str:
    return f"---\ntitle: {headline}\n{head}---\n{body}\n"


WORDS = {
    "nameless": "Kelp is burnt on the sand for its ashes. ",
    "keys": "Five keys hang on a nail behind the chapel door. ",
    "related": "Nets are mended on the quay in winter. ",
    "blank": "Lamps are lit at four in the month of frost. ",
    "dates": "The mayor opened a bridge and a market today. ",
    "caps": "A band played on the pier until the rain came. ",
    "stop": "Tickets are dearer by a shilling from Monday. ",
    "mangled": "Le cafÃ© est fermÃ© depuis lundi, dit le patron. ",
    "markup": "Seven boats were counted at the harbour mouth.<br> ",
    "chrome": "Two seals lay on the sand bank at low water. ",
    "name": "The choir sang in the chapel on the hill. ",
    "code": "The ferryman counts his passengers twice on every crossing. ",
    "lone": "Turbines turn where cows stood before the war. ",
}
# The rule of pages of another design needs many of them, and has a site of its own.
PAGES = "unlearnt-pages"
LINES = {name: line * 6 for name, line in WORDS.items()}
TAIL = (
    "A tail of its own, of gulls and their crates, which follows here at length until the story is another one, with"
    " crabs, nets, a boat, the mayor and her dog.\n\n![](gull.jpg) [x](x.html) [y](#y) [z](http://z.example/)"
)
# A list that no rule knows, above the site's own lines.
CREWS = "".join(f"{name} of the lower quay and of the outer island\n" for name in ("Bea", "Cy", "Del", "Eve", "Flo"))
PASTED = (
    "Wool is spun again in the loft above the chandler's shop, where eight wheels were found under a sail.\n\n"
    "Those who wish to learn it may come on any Monday between breakfast and noon, and bring a fleece.\n\n"
    f"{CREWS * 5}Share\n\nComments\n\nRelated articles"
)
KEYS = "update: soon\nlastmod: soon\nlang: Frisian\nlayout: a\ndek: A\ndek: B\nkicker: Pier # 1\n"
FLAWED = {
    "unreadable.md": "---\ntitle: Flood\ndraft: soon\n---\nText.\n",
    "nameless.md": article("", LINES["nameless"]),
    "empty.md": "",
    "keys.md": article(
        "Keys",
        LINES["keys"],
        f"{HEAD}update: soon\nlastmod: soon\nlang: Frisian\nlayout: a\ndek: A\ndek: B\nkicker: Pier # 1\n",
    ),
    "keys.comments.jsonl": "oops\n",
    "slip.md": article("A slip", "The bridge was painted red by two men in a boat. " * 6, f"{HEAD}rights: @quay\n"),
    "status.md": "---\ntitle: Secret\nstatus: xyzzy\n---\nText.\n",
    "metadata.csv": "path,dek\ngone.md,Gone\n",
    "same-1.md": article("One address", f"First {STORY}", f"{HEAD}aliases: [/con/x, /two/]\npermalink: /one/\n"),
    "same-2.md": article("One address", "Crabs walk sideways. " * 20, f"{HEAD}permalink: /one/\n"),
    "lacks.md": article("A gull", f"{STORY}\n\n{TAIL}"),
    "related.md": article(
        "Related", LINES["related"], f"{HEAD}related: [The fire of no year]\ntranslation_of: fire.md\n"
    ),
    "blank.md": article("Nothing known", LINES["blank"], ""),
    "dates.md": article("From tomorrow", LINES["dates"], HEAD.replace("2020", "2022")),
    "copy.md": article("The ferry again", f"First {STORY}"),
    "caps.md": article("FERRY RETURNS AT LAST", LINES["caps"], f"{HEAD}aliases: [/two/]\n"),
    "stop.md": article("The ferry has returned.", LINES["stop"]),
    "mangled.md": article("A café", LINES["mangled"]),
    "markup.md": article("A tag", LINES["markup"]),
    "code.md": article("A code", f"{LINES['code']}\n\n<!--more-->\n\n![Pier](https://e.example/a.jpg)"),
    "chrome.md": article("A page", f"{LINES['chrome']}\n\nShare this article"),
    "short.md": article("Gone", "Gone."),
    "left.txt": article("Wool", PASTED),
    "name.md": article("A name", LINES["name"], HEAD.replace("Quill", "Quilll")),
    "lone.md": article("A section", LINES["lone"], HEAD.replace("News", "Weather")),
    "plan.docx": "",
    "linked.md": f"{LINK}elsewhere.md",
    "../permalinks.tsv": "/tags/tide.html\tlisting:tags:tide\tcurrent\n",
    "../site.yaml": "redirects: {/rss: /nowhere.xml}\nabout: {renew_domain: 2020-09-30}\n",
    "../redirects.tsv": "/old\t/nowhere/\n",
    "../templates/404.html": "<p>{{ nothing }}</p>\n",
    "../public/thesis.odt": "Mine",
} | {
    f"more/{number}.md": article(f"Number {number}", f"Story {number} tells of tide {number} at pier {number}. " * 6)
    for number in range(9)
}


@pytest.fixture(autouse=True)
def in_september_2020(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1600000000")


def found_by(checkup: CheckResult) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for finding in checkup.findings:
        found.setdefault(finding.rule, []).append(
            f"{finding.problem.path.removeprefix('articles/')}:{finding.problem.line}"
        )
    return found


@pytest.mark.parametrize("workers", ["1", "2"])
def test_every_rule_finds_its_own_flaw_and_no_other(tmp_path: Path, workers: str) -> None:
    checkup = check_site(write(tmp_path, FLAWED), workers=workers)
    assert checkup.articles == 29
    assert found_by(checkup) == {
        "unreadable": ["unreadable.md:3"],
        "no-headline": ["nameless.md:7"],
        "empty-files": ["empty.md:0"],
        "unreadable-dates": ["keys.md:7"],
        "unreadable-values": ["keys.md:8"],
        "yaml-slips": ["slip.md:6"],
        "misspelt-keys": ["keys.md:6"],
        "repeated-keys": ["keys.md:11"],
        "yaml-comments": ["keys.md:12"],
        "unknown-keys": ["keys.md:9"],
        "comments": ["keys.comments.jsonl:1"],
        "unknown-statuses": ["status.md:3"],
        "table-rows": ["metadata.csv:2"],
        "symbolic-links": ["linked.md:0"],
        "unfit-names": ["same-1.md:6"],
        "addresses": ["same-2.md:0"],
        "taken-addresses": ["same-1.md:0"],
        "lost-listings": ["permalinks.tsv:0"],
        "missing-images": ["lacks.md:11"],
        "links": ["lacks.md:11"],
        "templates": ["templates/404.html:1"],
        "site-settings": ["site.yaml:0"],
        "output-folder": [f"{tmp_path}/public:0"],
        "domain-renewal": ["site.yaml:0"],
        "redirects": ["redirects.tsv:1"],
        "fragments": ["lacks.md:11"],
        "related": ["related.md:6"],
        "translations": ["related.md:7"],
        "insecure-links": ["lacks.md:11"],
        "alt-texts": ["lacks.md:11"],
        "no-date": ["blank.md:0"],
        "no-byline": ["blank.md:0"],
        "no-section": ["blank.md:0"],
        "odd-dates": ["dates.md:3"],
        "duplicates": ["same-1.md:0"],
        "repeated-headlines": ["same-2.md:2"],
        "headline-case": ["caps.md:2"],
        "headline-form": ["stop.md:2"],
        "mangled-text": ["mangled.md:7"],
        "leftover-markup": ["markup.md:7"],
        "left-out-markup": ["code.md:9"],
        "embeds": ["code.md:11"],
        "chrome": ["chrome.md:9"],
        "short-bodies": ["short.md:7"],
        "left-out": ["left.txt:11"],
        "spellings": ["name.md:4"],
        "lone-sections": ["lone.md:5"],
        "unread-files": ["plan.docx:0"],
    }
    assert list(found_by(checkup)) == [rule for rule in RULES if rule != PAGES]
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [
        *("articles", "permalinks.tsv", "public", "redirects.tsv", "site.yaml", "templates")
    ]


def test_files_that_a_rule_ignores_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, FLAWED)
    (tmp_path / "site.yaml").write_text(
        "redirects: {/rss: /nowhere.xml}\nabout: {renew_domain: 2020-09-01}\n"
        "check: {off: [no-date], ignore: {short-bodies: [sh*]}}\n",
        encoding="utf-8",
    )
    found = found_by(check_site(tmp_path, skip=["links"]))
    assert set(RULES) - set(found) == {"no-date", "short-bodies", "links", PAGES}


def test_many_pages_of_another_design_are_found(tmp_path: Path) -> None:
    pages = {f"{number}.txt": page for number, (_, page) in enumerate(folder_of(8, chrome=0))}
    write(tmp_path, pages | {"../reading.yaml": "version: 1\nrecurring:\n  above:\n  - tide and weather\n"})
    assert found_by(check_site(tmp_path, only=[PAGES])) == {PAGES: ["reading.yaml:0"]}


def test_an_unreadable_text_is_always_a_finding(tmp_path: Path) -> None:
    found = found_by(check_site(write(tmp_path, FLAWED), only=["chrome"]))
    assert found == {"unreadable": ["unreadable.md:3"], "chrome": ["chrome.md:9"]}


@pytest.mark.parametrize(("files", "message"), BAD_INPUT.values(), ids=BAD_INPUT)
def test_whatever_stops_a_build_is_found_in_the_same_words(
    tmp_path: Path, files: dict[str, str | bytes], message: str
) -> None:
    write_files(tmp_path, files)
    with pytest.raises(NewsgenError) as failed:
        build_site(tmp_path)
    try:
        found = {finding.problem for finding in check_site(tmp_path).findings}
    except NewsgenError as nothing_checked:
        found = set(nothing_checked.problems)
    assert set(failed.value.problems) <= found


def test_a_rule_named_by_only_applies_even_if_site_yaml_switches_it_off() -> None:
    site = Site(check=CheckSettings(off=("links", "chrome")))
    assert select_rules(site, ["links"], []) == {"links", "unreadable"}
    assert select_rules(site, [], ["related"]) == RULES.keys() - {"links", "chrome", "related"}


def test_a_problem_of_a_table_row_names_the_row(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": article("Ferry", STORY), "metadata.csv": "path,updated\na.md,2019-01-01\n"})
    assert found_by(check_site(tmp_path)) == {"odd-dates": ["metadata.csv:2"]}


def test_an_unreadable_table_is_a_finding_beside_others(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": article("Ferry", "Gone."), "metadata.csv": "article,updated\nb.md,2019-01-01\n"})
    assert found_by(check_site(tmp_path)) == {"unreadable": ["metadata.csv:1"], "short-bodies": ["a.md:7"]}


def test_a_site_without_articles_cannot_be_checked(tmp_path: Path) -> None:
    with pytest.raises(NewsgenError, match="there is no such folder of articles"):
        check_site(tmp_path)


def test_today_is_the_day_of_source_date_epoch_or_of_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1583020800")
    assert today() == datetime.date(2020, 3, 1)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "9" * 20)
    assert today() == datetime.date(9999, 12, 31)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert today() >= datetime.date(2024, 1, 1)


def test_the_sample_archive_has_few_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    rules = {finding.rule for finding in check_site(ROOT).findings}
    assert rules <= {"related", "no-date", "no-byline"}
