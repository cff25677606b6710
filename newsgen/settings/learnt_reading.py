"""What was learnt from the pasted texts of a folder, as `reading.yaml` holds it.

The pages of one paper have the same menus, boxes and buttons, and their headlines, sections and bylines stand at the
same places among them. What several texts have in common says of a single one what it cannot say by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

VERSION = 1
# What a line stands to another: right below or above it, or below or above it with other lines between.
Relation = Literal["right below", "right above", "below", "above"]
RELATIONS: tuple[Relation, ...] = ("right below", "right above", "below", "above")
LearntField = Literal["headline", "section", "byline"]
LEARNT_FIELDS: tuple[LearntField, ...] = ("headline", "section", "byline")


class Place(NamedTuple):
    """A place of a field: it stands in this relation to this line in `texts` texts, and `others` other lines do."""

    relation: Relation
    line: str
    texts: int
    others: int


@dataclass(frozen=True, slots=True)
class FieldPlaces:
    """The places of one field, in the texts `of` which it is known, beside the `others` that might have been it."""

    of: int = 0
    others: int = 0
    places: tuple[Place, ...] = ()


_NOWHERE = FieldPlaces()


# It is compared by identity, so that what is derived from it can be cached.
@dataclass(frozen=True, eq=False)
class LearntReading:
    """What was learnt from `texts` texts.

    `above`, `inside` and `below` are the lines that recur before the headline, in the article and after it, `sections`
    the names of sections, and `by_words` what stands before the names in bylines, all in the form that `phrases.bare`
    gives them. `places` are those of the fields, and `recurring` are the lines of all three places.
    """

    texts: int = 0
    above: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    below: frozenset[str] = frozenset()
    sections: frozenset[str] = frozenset()
    places: Mapping[LearntField, FieldPlaces] = field(default_factory=dict)
    by_words: frozenset[str] = frozenset()

    @cached_property
    def recurring(self) -> frozenset[str]:
        """The lines that recur at any place."""
        return self.above | self.inside | self.below

    @cached_property
    def is_blank(self) -> bool:
        """Whether it changes nothing of how texts are read."""
        return not (self.recurring or self.sections or self.places or self.by_words)

    def places_of(self, name: LearntField) -> FieldPlaces:
        """The places of a field."""
        return self.places.get(name, _NOWHERE)


NOTHING_LEARNT = LearntReading()
