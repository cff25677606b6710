"""`FieldCustom`: what a site decides of the fields that its files declare."""

from __future__ import annotations

from typing import NamedTuple

from newsgen.settings.groups import NO_GROUPS, Groups
from newsgen.settings.site import Site
from newsgen.sources.dates.custom import ANY_CUSTOM, DateCustom, declared_custom


class FieldCustom(NamedTuple):
    """The site's own fields, and how it writes dates."""

    groups: Groups = NO_GROUPS
    dates: DateCustom = ANY_CUSTOM


PLAIN = FieldCustom()


def field_custom(site: Site) -> FieldCustom:
    """What a site decides of its fields."""
    return FieldCustom(site.groups, declared_custom(site))
