"""Which articles ask for one address, while none of them has published it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from newsgen.archive.permalinks.claim import PermalinkClaim, address_key
from newsgen.archive.permalinks.ledger import LedgerEntry


class Contested(NamedTuple):
    """The addresses in question, the articles that ask for one, and those of them that have it already, by name."""

    addresses: frozenset[str]
    names: frozenset[str]
    holders: frozenset[str]


_NONE = Contested(frozenset(), frozenset(), frozenset())


def find_contested(claims: Sequence[PermalinkClaim], lines: Iterable[LedgerEntry], known: Set[str]) -> Contested:
    """What these claims contest, each other's or what the `lines` of others have; `known` is in question already.

    Whatever else an article in question asks for is in question too, since it may not get it.
    """
    asking: dict[str, set[str]] = defaultdict(set)
    asked: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for permalink in claim.asked:
            asking[address_key(permalink)].add(claim.name)
            asked[claim.name].add(address_key(permalink))
    holders: set[str] = set()
    for line in lines:
        if line.article not in asked:
            asking[address_key(line.permalink)].add(line.article)
            holders.add(line.article)
    waiting = [key for key, names in asking.items() if len(names) > 1 or key in known]
    if not waiting:
        return _NONE
    addresses: set[str] = set()
    names: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key not in addresses:
            addresses.add(key)
            names |= asking[key]
            waiting += (other for name in asking[key] for other in asked.get(name, ()))
    return Contested(frozenset(addresses), frozenset(names), frozenset(names & holders))


def is_settled(claim: PermalinkClaim, current: Mapping[str, LedgerEntry], held: Mapping[str, set[str]]) -> bool:
    """Whether an article keeps what it has, or moves to a permalink that it declares and nobody has.

    `current` are the entries of articles' permalinks, and `held` who has an address.
    """
    names = {claim.name, claim.path}
    own = [current[name].permalink for name in names & current.keys()]
    if not own or not all(held.get(address_key(alias), set("?")) <= names for alias in claim.aliases):
        return False
    if claim.is_explicit:
        return held.get(address_key(claim.permalink), names) <= names
    return not claim.moves_from(own[0])
