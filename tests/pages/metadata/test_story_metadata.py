from markupsafe import Markup

from newsgen.pages.metadata.citations import cite
from newsgen.pages.metadata.citations.names import read_name
from newsgen.pages.metadata.head_tags import write_head_tags
from newsgen.pages.metadata.json_ld import write_json_ld
from newsgen.pages.metadata.story_facts import Author, Paper, StoryFacts, make_reference
from newsgen.pages.metadata.story_metadata import StoryMetadata
from tests.support.records import an_article

PAPER = Paper("The Quay", "https://quay.example")
FACTS = StoryFacts(an_article(published="2024-02-03"), (Author(read_name("Ada Quill")),), "https://quay.example/a.html")


def test_a_story_has_head_tags_json_ld_and_citations() -> None:
    metadata = StoryMetadata(FACTS, PAPER)
    assert metadata.head_tags == write_head_tags(FACTS, PAPER)
    assert metadata.json_ld == write_json_ld(FACTS, PAPER)
    assert metadata.citations == cite(make_reference(FACTS, PAPER))


def test_what_is_html_already_is_not_escaped_again() -> None:
    metadata = StoryMetadata(FACTS, PAPER)
    assert isinstance(metadata.head_tags, Markup)
    assert isinstance(metadata.json_ld, Markup)
