"""What one article may declare: more is told with its number and the limit, and is kept unused."""

from pathlib import Path

import pytest

from newsgen.build.build import build_site
from newsgen.build.options import BuildOptions
from newsgen.errors import NewsgenError
from newsgen.record.limits import LINE_CHARACTERS, LISTED_NAMES, LISTED_PARTS, REPLACED_NAMES
from newsgen.sources.record_values import InvalidField, read_record_line, read_record_names

REASON = "Building the pages of an article with so many would have no end."
FIX = "Look whether the value is what was meant, or divide the article (docs/limits.md)."


def build(root: Path, file: str, text: str) -> list[str]:
    """Build a site of one article; its findings about values."""
    (root / "articles").mkdir()
    (root / "articles" / file).write_text(text, encoding="utf-8")
    findings = build_site(root, BuildOptions(workers="1")).findings
    return [str(found.problem) for found in findings if found.rule == "unreadable-values"]


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        ("tags", [f"tag {i}" for i in range(LISTED_NAMES + 1)], "has 501 entries, and at most 500 are taken"),
        ("authors", [f"Ada B{i}" for i in range(LISTED_NAMES + 1)], "has 501 entries, and at most 500 are taken"),
        ("aliases", [f"/{i}" for i in range(LISTED_PARTS + 1)], "has 5,001 entries, and at most 5,000 are taken"),
        ("related", [f"Story {i}" for i in range(LISTED_PARTS + 1)], "has 5,001 entries, and at most 5,000 are taken"),
        ("print_page", "-" * (LINE_CHARACTERS + 1), "has 20,001 characters, and at most 20,000 are taken"),
    ],
)
def test_more_than_the_limit_is_told_and_the_article_is_published(
    tmp_path: Path, key: str, value: object, message: str
) -> None:
    lines = "".join(f"\n  - {one}" for one in value) if isinstance(value, list) else value
    told = build(tmp_path, "one.md", f"---\nheadline: One\ndate: 2020-05-04\n{key}: {lines}\n---\n\nText.\n")
    assert told == [f'articles/one.md:4: "{key}" {message}\n    {REASON}\n    {FIX}']
    assert list((tmp_path / "public").rglob("one*"))


def test_as_many_as_the_limit_are_taken(tmp_path: Path) -> None:
    people = "".join(f"\n  - Ada B{i}" for i in range(LISTED_NAMES))
    assert build(tmp_path, "one.md", f"---\nheadline: One\npeople: {people}\n---\n\nText.\n") == []


def test_too_many_names_to_anonymise_stop_the_build(tmp_path: Path) -> None:
    names = "".join(f"\n  - Ada B{i}" for i in range(REPLACED_NAMES + 1))
    with pytest.raises(NewsgenError) as refused:
        build(tmp_path, "one.md", f"---\nheadline: One\nanonymised: {names}\n---\n\nText.\n")
    assert str(refused.value) == (
        f'articles/one.md:3: "anonymised" has 10,001 entries, and at most 10,000 are taken\n    {REASON}\n    {FIX}'
    )


def test_a_record_has_the_same_limits() -> None:
    with pytest.raises(InvalidField, match="must have at most 500 entries, and has 501"):
        read_record_names({"tags": ["tag"] * (LISTED_NAMES + 1)}, "tags")
    with pytest.raises(InvalidField, match="must have at most 20,000 characters, and has 20,001"):
        read_record_line({"print_page": "-" * (LINE_CHARACTERS + 1)}, "print_page")
