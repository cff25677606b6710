"""Bylines: from the plug-ins for several authors, else the display name; never a login or an address of e-mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from newsgen.importers.wordpress.fields.plain import plain_line
from newsgen.importers.wordpress.fields.secrets import holds_address
from newsgen.importers.wordpress.index import SourceIndex
from newsgen.importers.wordpress.wxr.head import Author
from newsgen.importers.wordpress.wxr.item import Item

_AUTHOR_TAXONOMY = "author"
# What Co-Authors Plus puts before the name in addresses.
_CAP = "cap-"
# PublishPress Authors keeps the names of a post's authors so, for those who read the database.
_NAMES_KEYS = ("ppma_authors_name",)
_MOLONGUI = "_molongui_author"


@dataclass(slots=True)
class People:
    """The users of the source, by all that refers to them."""

    by_login: dict[str, Author] = field(default_factory=dict)
    by_nicename: dict[str, Author] = field(default_factory=dict)
    by_id: dict[str, Author] = field(default_factory=dict)

    def add(self, author: Author) -> None:
        """Keep a user."""
        self.by_login[author.login] = author
        self.by_nicename.setdefault(nicename_of(author.login), author)
        if author.id:
            self.by_id[author.id] = author

    def secret_logins(self) -> frozenset[str]:
        """The logins that were no display names, so that readers never saw them."""
        shown = {name_of(author).lower() for author in self.by_login.values()}
        return frozenset(login for login in self.by_login if len(login) > 2 and login.lower() not in shown)


def name_of(author: Author) -> str:
    """The name that WordPress shows of a user, "" where that is an address of e-mail."""
    whole = f"{author.first_name} {author.last_name}".strip()
    is_login = author.display_name.lower() == author.login.lower()
    names = (whole, author.display_name) if is_login else (author.display_name, whole)
    return next((plain_line(name) for name in names if name and not holds_address(name)), "")


def nicename_of(login: str) -> str:
    """The name of a user in addresses, as WordPress makes it of the login (`sanitize_title`)."""
    return re.sub(r"-{2,}", "-", re.sub(r"[^a-z0-9_-]+", "-", re.sub(r"[.@'\"]", "", login.lower()))).strip("-")


def read_byline(item: Item, people: People, index: SourceIndex) -> tuple[str, ...]:
    """The names of an item's authors, in their order; none where only a login is known."""
    names = tuple(filter(None, _names_by_terms(item, people, index))) or tuple(_names_by_molongui(item, people, index))
    if not names:
        names = tuple(_split_names(item.value(*_NAMES_KEYS)))
    if not names:
        author = people.by_login.get(item.creator)
        names = (name_of(author),) if author else ()
    return tuple(dict.fromkeys(name for name in names if name and not holds_address(name)))


def _names_by_terms(item: Item, people: People, index: SourceIndex) -> Iterable[str]:
    """The names by the taxonomy of Co-Authors Plus, whose terms are named by logins, or of PublishPress Authors."""
    for taxonomy, nicename, name in item.terms:
        if taxonomy != _AUTHOR_TAXONOMY:
            continue
        bare = nicename.removeprefix(_CAP)
        guest = index.guest(f"{_CAP}{bare}") or index.guest(name)
        author = people.by_login.get(name) or people.by_nicename.get(bare)
        if guest:
            yield guest
        elif author:
            yield name_of(author)
        elif not nicename.startswith(_CAP) and name != nicename:
            yield plain_line(name)


def nameless_authors(item: Item, people: People, index: SourceIndex) -> frozenset[str]:
    """The terms of authors of an item, by their names in addresses, of whom nothing says the name."""
    terms = [term for term in item.terms if term.taxonomy == _AUTHOR_TAXONOMY]
    return frozenset(
        term.nicename for term in terms if not any(_names_by_terms(replace(item, terms=[term]), people, index))
    )


def _names_by_molongui(item: Item, people: People, index: SourceIndex) -> Iterable[str]:
    for reference in item.values(_MOLONGUI):
        kind, _, number = reference.partition("-")
        if kind == "guest":
            yield index.guest(f"id:{number}")
        elif number in people.by_id:
            yield name_of(people.by_id[number])


def _split_names(text: str) -> list[str]:
    return [plain_line(name) for name in text.split(",") if name.strip()]


def guest_keys(item: Item) -> Mapping[str, str]:
    """What posts call a guest author by, each with the name: the profile posts of Co-Authors Plus and of Molongui."""
    name = plain_line(item.value("cap-display_name", "_molongui_guest_author_display_name") or item.title)
    if not name or holds_address(name):
        return {}
    keys = [f"id:{item.id}"]
    nicename = item.name or item.value("cap-user_login")
    if nicename:
        keys.append(f"{_CAP}{nicename.removeprefix(_CAP)}")
    login = item.value("cap-user_login")
    return dict.fromkeys([*keys, login] if login else keys, name)
