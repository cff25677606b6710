"""The sections of the archive in the order in which pages list them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsgen.archive.memberships import normalised_name

if TYPE_CHECKING:
    from newsgen.archive.archive import Archive
    from newsgen.archive.groups import Group
    from newsgen.settings.site import Site


def list_sections(archive: Archive, site: Site) -> tuple[Group, ...]:
    """All sections: those of site.yaml in its order, then the others by key."""
    order = {normalised_name(name): index for index, name in enumerate(site.sections)}
    return tuple(sorted(archive.groups("sections"), key=lambda group: (order.get(group.key, len(order)), group.key)))
