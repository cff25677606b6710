"""An article without a headline is listed by its opening words."""

from pathlib import Path

import pytest

from newsgen.record.article import Block, Origin
from newsgen.sources.files import Source
from newsgen.sources.opening_words import name_by_opening

SOURCE = Source("1998/fog-04.md", "articles/1998/fog-04.md", Path("fog-04.md"))
LONG = "The ferry left the quay at seven with forty passengers and a crate of gulls, and nobody saw her again."


@pytest.mark.parametrize(
    ("markdown", "headline"),
    [
        ("Fog came in. It stayed.", "Fog came in"),
        ("## The *tide*\n\nIt rose.", "The tide"),
        ("- [Bread](bread.md) & salt\n- Wine", "Bread & salt"),
        ("***\n\n![](fog.png)\n\nNo boat sailed", "No boat sailed"),
        (LONG, "The ferry left the quay at seven with forty passengers and a crate of…"),
        ("霧が港に入った。船は出なかった。", "霧が港に入った"),
        ("x" * 99, f"{'x' * 70}…"),
    ],
)
def test_the_opening_words_are_the_headline(markdown: str, headline: str) -> None:
    field, finding = name_by_opening(SOURCE, (Block("markdown", markdown, 4),))
    assert (field.value, field.origin) == (headline, Origin(SOURCE.label, 4))
    assert str(finding.problem).split("\n")[0] == (
        f'articles/1998/fog-04.md:4: has no headline and is listed as "{headline}"'
    )


def test_a_text_without_words_is_listed_by_the_name_of_its_file() -> None:
    field, finding = name_by_opening(SOURCE, (Block("markdown", "![](fog.png)", 4),))
    assert (field.value, field.origin.line, finding.rule) == ("fog-04", 0, "no-headline")
    assert str(finding.problem) == (
        'articles/1998/fog-04.md: has no headline and is listed as "fog-04"\n'
        "    Every listing and link names an article by its headline.\n"
        '    Write "headline: …" between "---" lines at its top, or in metadata.csv.'
    )
