"""The metadata that a story's page carries: head tags, JSON-LD and citations."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from newsgen.pages.metadata.citations import Citations, cite
from newsgen.pages.metadata.head_tags import write_head_tags
from newsgen.pages.metadata.json_ld import write_json_ld
from newsgen.pages.metadata.story_facts import Paper, StoryFacts, make_reference


class StoryMetadata(NamedTuple):
    """The metadata of a story in a paper. Each kind is written when a template asks for it: not all show all."""

    facts: StoryFacts
    paper: Paper

    @property
    def head_tags(self) -> Markup:
        """The tags of the head, one a line."""
        return write_head_tags(self.facts, self.paper)

    @property
    def json_ld(self) -> Markup:
        """The content of the script element."""
        return Markup(write_json_ld(self.facts, self.paper))

    @property
    def citations(self) -> Citations:
        """The article cited in every style."""
        return cite(make_reference(self.facts, self.paper))
