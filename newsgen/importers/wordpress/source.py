"""The whole source as its first reading leaves it: what every article may ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from newsgen.importers.wordpress.addresses.own_urls import OwnUrls
from newsgen.importers.wordpress.fields.people import People, name_of
from newsgen.importers.wordpress.index import SourceIndex
from newsgen.importers.wordpress.media import MediaLibrary
from newsgen.importers.wordpress.wxr.head import SiteHead, Term
from newsgen.importers.wordpress.wxr.item import TermOfItem


@dataclass
class Source:
    """A site's export.

    `site` is the head of its first file that says something, `terms` are all that it lists, by taxonomy and name.
    """

    index: SourceIndex
    site: SiteHead = field(default_factory=SiteHead)
    own: OwnUrls = field(default_factory=lambda: OwnUrls(()))
    library: MediaLibrary | None = None
    people: People = field(default_factory=People)
    terms: dict[tuple[str, str], Term] = field(default_factory=dict)

    @cached_property
    def category_ids(self) -> Mapping[str, TermOfItem]:
        """The categories by their numbers."""
        return {
            term.id: TermOfItem("category", term.nicename, term.name)
            for term in self.terms.values()
            if term.taxonomy == "category" and term.id
        }

    @cached_property
    def secret_logins(self) -> frozenset[str]:
        """The logins that nobody may read."""
        return self.people.secret_logins()

    @cached_property
    def names_by_id(self) -> Mapping[str, str]:
        """The names of users by their numbers."""
        return {number: name_of(author) for number, author in self.people.by_id.items()}
