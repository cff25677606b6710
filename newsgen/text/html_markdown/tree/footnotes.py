"""Footnotes, found by their links: a short mark leads to a note that comes later, and the note leads back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from newsgen.text.html_markdown.tree.dom import Node, attribute, text_of
from newsgen.text.html_markdown.tree.roles import Roles

_INSIDE = re.compile(r"href\s*=\s*[\"']?#")
_MARK = re.compile(r"\W*\w{0,4}\W*")
# Marks that are nothing else, where no note says so: numbers, letters, signs; and arrows, which lead back.
_ARROWS = r"\u2190-\u21ff\u2912-\u293f⏎⬆▲«‹\ufe0e\ufe0f"
_LONE_MARK = re.compile(
    rf"[\s([{{]*(?:\d{{1,4}}|(?<=[\[(])(?:[a-z]|[ivxl]{{1,6}})|[*†‡§¶#^{_ARROWS}]{{1,6}})[\s)\]}}.:]*"
)
_LEADS_BACK = re.compile(rf"[\s()\[\]^{_ARROWS}]+")
_NUMBER = re.compile(r"\d{1,4}")
_NOTES = frozenset("li p div dd aside section".split())
_MARKS_AROUND = frozenset("sup span b strong em i small".split())
_MOST_LEVELS = 12


def find_roles(root: Node, html: str) -> Roles:
    """The references to footnotes, the notes and their links back, and the ids to which the document links."""
    roles = Roles()
    if "#" not in html or not _INSIDE.search(html):
        return roles
    links = [(link, attribute(link, "href").strip()[1:]) for link in root.css('a[href^="#"]')]
    roles.targets = frozenset(target for _, target in links)
    _find_lone(root, links, roles)
    references: dict[str, tuple[int, Node, str]] = {}
    for order, (link, target) in enumerate(links):
        for name in _names_of(link):
            references.setdefault(name, (order, link, target))
    labels: dict[str, str] = {}
    found: list[tuple[int, Node, str]] = []
    containers: dict[str, Node] = {}
    for order, (link, target) in enumerate(links):
        first, reference, note = references.get(target, (order, link, ""))
        if first < order and note and _is_mark(reference):
            container = _container_of(link, note)
            if container is not None:
                roles.backlinks.add(link.mem_id)
                containers[note] = container
    if not containers:
        return roles
    notes = {container.mem_id for container in containers.values()}
    for order, (link, target) in enumerate(links):
        if target in containers and link.mem_id not in roles.backlinks and _is_mark(link):
            found.append((order, link, target))
    taken: set[str] = set()
    for _, link, target in found:
        if target not in labels:
            number = _NUMBER.search(text_of(link))
            label = number[0] if number and number[0] not in taken else _free(taken)
            taken.add(label)
            labels[target] = label
        roles.references[link.mem_id] = labels[target]
    roles.notes = {container.mem_id: labels[target] for target, container in containers.items() if target in labels}
    assert notes
    return roles


def _find_lone(root: Node, links: Sequence[tuple[Node, str]], roles: Roles) -> None:
    """Find the marks, and the links back, that lead to nothing in the document."""
    wanted = [(link, target) for link, target in links if target and _LONE_MARK.fullmatch(text_of(link)[:20])]
    if not wanted:
        return
    named = {attribute(node, name) for node in root.css("[id], [name]") for name in ("id", "name")}
    for link, target in wanted:
        if target not in named and unquote(target) not in named:
            lone = roles.lone_backlinks if _LEADS_BACK.fullmatch(text_of(link)) else roles.lone_marks
            lone.add(link.mem_id)


def _free(taken: set[str]) -> str:
    number = len(taken) + 1
    while str(number) in taken:
        number += 1
    return str(number)


def _names_of(link: Node) -> Iterator[str]:
    """The names by which a link may be the target of another."""
    for node in (link, *_around(link, 2)):
        yield from filter(None, (attribute(node, "id"), attribute(node, "name")))


def _around(node: Node, levels: int) -> Iterator[Node]:
    parent = node.parent
    while parent is not None and levels and parent.tag in _MARKS_AROUND:
        yield parent
        parent, levels = parent.parent, levels - 1


def _is_mark(link: Node) -> bool:
    return len(text_of(link)) < 12 and bool(_MARK.fullmatch(text_of(link)))


def _container_of(link: Node, name: str) -> Node | None:
    """The note of that name that a link back stands in."""
    node: Node | None = link
    is_named = False
    for _ in range(_MOST_LEVELS):
        if node is None:
            return None
        is_named = is_named or name in (attribute(node, "id"), attribute(node, "name"))
        if is_named and node.tag in _NOTES:
            return node
        if node.tag in ("body", "h1", "h2", "h3", "h4", "h5", "h6"):
            return None
        node = node.parent
    return None
