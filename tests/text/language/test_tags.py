"""Language tags and their primary subtags."""

import pytest

from newsgen.text.language.tags import normalise_tag, primary_subtag


@pytest.mark.parametrize("tag", ["en", "gsw", "pt-BR", "zh-Hant-TW", "de-1996"])
def test_a_tag_is_written_with_hyphens(tag: str) -> None:
    assert normalise_tag(tag) == normalise_tag(tag.replace("-", "_")) == tag


@pytest.mark.parametrize("text", ["", "e", "english", "en-", "en-B", "en BR", "../en", "日本"])
def test_other_text_is_no_tag(text: str) -> None:
    assert normalise_tag(text) == ""


def test_the_primary_subtag_is_the_language_in_lower_case() -> None:
    assert [primary_subtag(tag) for tag in ("pt-BR", "zh-Hant-HK", "EN", "")] == ["pt", "zh", "en", ""]
