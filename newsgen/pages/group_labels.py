"""What pages call newspapers, places, people, and the groups that only a site has."""

from __future__ import annotations

from typing import NamedTuple

from newsgen.archive.archive import Archive
from newsgen.record.field_keys import LISTED
from newsgen.settings.groups import many_of, own_kinds
from newsgen.settings.site import Site
from newsgen.text.language.messages import messages_for


class Labels(NamedTuple):
    """What `one` of a kind of groups is called, and `many`."""

    one: str
    many: str


class GroupIndex(NamedTuple):
    """The index of all groups of a kind: the kind, its labels, and the link to its page."""

    kind: str
    labels: Labels
    href: str


def group_indexes(archive: Archive, site: Site) -> tuple[GroupIndex, ...]:
    """The indexes of the kinds of groups that have pages, but for sections, tags and authors."""
    existing = set(archive.kinds_with_pages())
    kinds = [kind for kind in (*LISTED.values(), *own_kinds(site.groups)) if kind in existing]
    return tuple(GroupIndex(kind, labels_of(kind, site), f"{kind}/index.html") for kind in kinds)


def labels_of(kind: str, site: Site) -> Labels:
    """The labels of a kind: those of site.yaml, else newsgen's own in the site's language, else the key."""
    labels = site.groups.get(kind)
    one, many = _own_labels(kind, site.language)
    if labels is None:
        return Labels(one, many)
    return Labels(labels.one, labels.many or many or many_of(kind, labels))


def _own_labels(kind: str, language: str) -> Labels:
    _ = messages_for(language).gettext
    match kind:
        case "publications":
            # Translators: Above the name of a newspaper; leads to all newspapers of the archive.
            one = _("Newspaper")
            # Translators: The newspapers from which an archive has articles.
            return Labels(one, _("Newspapers"))
        case "places":
            # Translators: Above the name of a place that articles are about; leads to all places.
            one = _("Place")
            # Translators: The places that articles are about.
            return Labels(one, _("Places"))
        case "people":
            # Translators: Above the name of a person whom articles are about; leads to all people.
            one = _("Person")
            # Translators: The people whom articles are about.
            return Labels(one, _("People"))
    return Labels(kind, "")
