"""What keeps an article out of the site: its keys, its folders and its name, in the words of every system."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from newsgen.errors import NewsgenError
from newsgen.settings.site import FrontMatterSettings, Site
from newsgen.settings.statuses import Status
from newsgen.sources.declared_fields import read_fields
from newsgen.sources.fields import Fields
from newsgen.sources.files import Source
from newsgen.sources.load import LoadedArticle, load_article
from newsgen.sources.metadata_table import load_metadata
from newsgen.text.yaml.reader import load_mapping

FILE = "articles/mill.md"


def status_of(yaml: str, rename: Mapping[str, str] | None = None, **statuses: Status) -> str:
    """The status by which front matter keeps an article out, or ""."""
    settings = FrontMatterSettings(rename=rename or {}, statuses=statuses)
    fields, _, _ = read_fields(load_mapping(yaml, FILE, 2), FILE, settings)
    return str(fields["status"].value) if "status" in fields else ""


def load(folder: Path, text: str, path: str = "mill.md", row: Fields | None = None, site: Site | None = None) -> str:
    """The status by which a source is left out, or "" for an article."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    loaded = load_article(Source(path, f"articles/{path}", file), row or {}, site or Site())
    return "" if isinstance(loaded, LoadedArticle) else loaded.status


STATUSES = {
    "status: draft": "draft",
    "Status: Auto-Draft": "draft",
    "post_status: auto_draft": "draft",
    "status: [news, draft]": "draft",
    "status: private": "private",
    "visibility: private": "private",
    "visibility: hidden": "hidden",
    "visibility: members": "members",
    "status: pending": "pending",
    "workflow-state: In review": "pending",
    "status: future": "future",
    "status: scheduled": "future",
    "status: trash": "trash",
    "status: 0": "unpublished",
    "status: false": "unpublished",
    "published: false": "unpublished",
    "published: no": "unpublished",
    "published: 0": "unpublished",
    "PUBLISHED: False": "unpublished",
    "publish: off": "withheld",
    "public: false": "unpublished",
    "unpublished: true": "unpublished",
    "render: false": "unpublished",
    "headless: true": "unpublished",
    "private: yes": "private",
    "hidden: true": "hidden",
    "deleted: 1": "trash",
    "is_draft: true": "draft",
    "isDraft: true": "draft",
    "password: tide7": "protected",
    "post_password: 0": "protected",
    "type: revision": "revision",
    "post_type: draft": "draft",
    '"wp:status": draft': "draft",
    "state: draft": "draft",
    "access: members-only": "members",
    "members_only: true": "members",
    "audience: only_paid": "members",
    "confidential: true": "private",
    "status: publish\nvisibility: private": "private",
    "status: xyzzy\nvisibility: private": "private",
    "status: draft\nstatus: publish": "draft",
    "status: xyzzy": "unknown",
    "status: {a: b}": "unknown",
    "private: for the board": "unknown",
    "status: publish": "",
    "status: Published": "",
    "status: 1": "",
    "status:": "",
    'status: " "': "",
    "visibility: public": "",
    "published: true": "",
    "published: yes": "",
    "published: 2020": "",
    "public: true": "",
    "publish: The front page": "",
    "private: false": "",
    "password:": "",
    'password: ""': "",
    "password: false": "",
    "type: post": "",
    "wp_status: private": "private",
    "article-visibility: hidden": "hidden",
    "page_published: false": "unpublished",
    "comment_status: closed": "",
    "wp_page_template: private": "",
    "type: review": "",
    "state: Ohio": "",
    "state: published": "",
    "access: by boat": "",
    "access: open": "",
    "audience: everyone": "",
}


@pytest.mark.parametrize(("yaml", "status"), STATUSES.items(), ids=STATUSES)
def test_keys_of_every_system_keep_an_article_out(yaml: str, status: str) -> None:
    assert status_of(yaml) == status


def test_a_word_of_another_language_means_what_site_yaml_says() -> None:
    assert status_of("status: Veröffentlicht", veröffentlicht="published") == ""
    assert status_of("status: entwurf", Entwurf="draft") == "draft"
    assert status_of("state: entwurf", entwurf="draft") == "draft"
    assert status_of("visibility: members", members="published") == ""
    assert status_of("password: tide7", protected="published") == ""
    assert status_of("published: false", unpublished="published") == ""


def test_a_renamed_key_says_what_its_new_name_says() -> None:
    assert status_of("Zustand: draft", rename={"Zustand": "status"}) == "draft"
    assert status_of("status: draft", rename={"status": "section"}) == ""
    assert status_of("status: private", rename={"status": "draft"}) == "private"


@pytest.mark.parametrize("target", ["draft", "updated"])
def test_published_is_never_turned_into_its_opposite(target: str) -> None:
    assert status_of("published: false", rename={"published": target}) == "unpublished"
    assert status_of("published: true", rename={"published": target}) == ""


def test_published_true_is_no_date_and_leaves_the_date_to_other_keys() -> None:
    fields, extra, found = read_fields(
        load_mapping("published: true\ndate: 2020\n", FILE, 2), FILE, FrontMatterSettings()
    )
    assert (str(fields["published"].value), extra, found) == ("2020", {"published": True}, ())


def test_a_password_is_stored_nowhere() -> None:
    settings = FrontMatterSettings(keep=("*",), statuses={"protected": "published"}, rename={"Kennwort": "password"})
    yaml = load_mapping("password: tide7\nKennwort: tide8\nstatus: publish\n", FILE, 2)
    assert read_fields(yaml, FILE, settings).extra == {"status": "publish"}


def test_an_unknown_status_is_reported() -> None:
    fields, _, found = read_fields(
        load_mapping("title: Mill\nstatus: publised\n", FILE, 2), FILE, FrontMatterSettings()
    )
    assert fields["status"].origin == (FILE, 3)
    assert [(rule, str(problem)) for rule, problem in found] == [
        (
            "unknown-statuses",
            f'{FILE}:3: "status: publised" is an unknown status. Did you mean "published"?\n'
            "    The article is left out: what is published cannot be taken back.\n"
            "    Say what it means in site.yaml: front_matter: {statuses: {publised: published}}, "
            "or draft, or private.",
        )
    ]


def test_what_is_left_out_need_not_be_right() -> None:
    assert status_of("status: draft\nslug: [a]\npermalink: mill.html\ndate: soon\n") == "draft"


PATHS = {
    "_drafts/mill.md": "draft",
    "2020/_Drafts/old/mill.md": "draft",
    "_private/mill.md": "private",
    "drafts/mill.md": "draft",
    "2020/_index.md": "underscored",
    "_mill.txt": "underscored",
    "_posts/mill.md": "",
    "_news/mill.md": "",
    "nba_drafts/mill.md": "",
    "drafts.md": "",
    "2020/mill_race.md": "",
}


@pytest.mark.parametrize(("path", "status"), PATHS.items(), ids=PATHS)
def test_folders_and_names_keep_a_file_out(tmp_path: Path, path: str, status: str) -> None:
    assert load(tmp_path, "---\ntitle: The mill\nstatus: publish\n---\nWater.\n", path) == status


def test_site_yaml_can_publish_folders_and_names(tmp_path: Path) -> None:
    site = Site.model_validate({"front_matter": {"statuses": {"drafts": "published", "underscored": "published"}}})
    assert load(tmp_path, "# The mill\n\nWater.\n", "drafts/_mill.md", site=site) == ""
    assert load(tmp_path, "# The mill\n\nWater.\n", "_drafts/mill.md", site=site) == "draft"


def test_a_folder_that_may_hold_drafts_is_reported(tmp_path: Path) -> None:
    loaded = load_article(Source("Drafts/mill.md", "articles/Drafts/mill.md", tmp_path / "mill.md"), {}, Site())
    assert [str(problem) for _, problem in loaded.findings] == [
        'articles/Drafts/mill.md: lies in a folder "drafts"\n'
        "    The article is left out, as a draft: what is published cannot be taken back.\n"
        "    If it is none, write front_matter: {statuses: {drafts: published}} in site.yaml, or rename the folder."
    ]


ROWS = {
    "status\nprivate": "private",
    "Published\nfalse": "unpublished",
    "password\ntide7": "protected",
    "draft\ntrue": "draft",
}


@pytest.mark.parametrize(("column", "status"), ROWS.items(), ids=ROWS)
def test_a_row_of_the_table_keeps_an_article_out_whatever_its_file_says(
    tmp_path: Path, column: str, status: str
) -> None:
    name, value = column.split("\n")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "metadata.csv").write_text(f"path,{name}\nmill.md,{value}\n", encoding="utf-8")
    row = load_metadata(tmp_path, Site(), ["mill.md"]).rows["mill.md"]
    assert load(tmp_path, "---\ntitle: The mill\nstatus: publish\ndraft: false\n---\nWater.\n", row=row) == status


RECORDS: dict[str, tuple[Mapping[str, object], str]] = {
    "a draft": ({"draft": True}, "draft"),
    "a draft in words": ({"draft": "true"}, "draft"),
    "a status": ({"status": "private"}, "private"),
    "no publication": ({"published": False}, "unpublished"),
    "a password": ({"password": "tide7"}, "protected"),
    "a status in extra": ({"extra": {"status": "pending"}}, "pending"),
    "an unknown status": ({"status": "xyzzy"}, "unknown"),
    "no draft": ({"draft": False}, ""),
    "publication": ({"published": True}, ""),
    "a date": ({"published": "2020-01-02"}, ""),
    "a published status": ({"status": "publish"}, ""),
}


@pytest.mark.parametrize(("keys", "status"), RECORDS.values(), ids=RECORDS)
def test_a_record_is_left_out_by_the_same_keys(tmp_path: Path, keys: Mapping[str, object], status: str) -> None:
    assert load(tmp_path, json.dumps({"headline": "The mill", **keys}), "mill.json") == status


def test_what_a_record_says_of_its_status_is_kept_without_its_password(tmp_path: Path) -> None:
    file = tmp_path / "mill.json"
    record = {"headline": "The mill", "status": "publish", "password": "", "extra": {"a": 1}}
    file.write_text(json.dumps(record), encoding="utf-8")
    loaded = load_article(Source("mill.json", "articles/mill.json", file), {}, Site())
    assert isinstance(loaded, LoadedArticle)
    assert loaded.declared.extra == {"status": "publish", "a": 1}


def test_a_draft_of_a_record_that_is_neither_true_nor_false_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NewsgenError, match='"draft" must be true or false'):
        load(tmp_path, '{"headline": "The mill", "draft": "soon"}', "mill.json")
