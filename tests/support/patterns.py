"""Every regular expression of the package, and strings that are made to slow each of them.

A pattern is slow where it can read the same text in many ways, or begins anew at every character of a text that it
reads to its end. Both need a repeat, so that for each repeat of a pattern the strings are: what leads to it, what it
repeats many times over, and an end that does not fit.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import islice, product
from pathlib import Path
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as sre_parser  # type: ignore[attr-defined]
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

import newsgen

# A repeat of at most so many cannot slow anything by itself.
_FEW = 64
_MANY = 300
_CHARACTERS = " a1-\"<>'.,:/_=()[]{}&;!?#*|\\\t\n\rÄé’—“€١あ漢\xa0\0"
_ENDS = ("", "\0", "a", "\n\0")
_METHODS = frozenset(("match", "fullmatch", "search", "sub", "subn", "findall", "finditer", "split"))
_Piece = tuple[Any, Any]


class Named(NamedTuple):
    """A pattern, where it is, and the methods by which the package uses it."""

    pattern: re.Pattern[Any]
    place: str
    methods: tuple[str, ...]


def find_patterns() -> list[Named]:
    """All patterns that the package's modules hold or compile from a constant, each once."""
    for module in pkgutil.walk_packages(newsgen.__path__, "newsgen."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found: dict[tuple[Any, int], Named] = {}
    for name, held in sorted(sys.modules.items()):
        if name.partition(".")[0] == "newsgen" and held.__file__:
            tree = ast.parse(Path(held.__file__).read_bytes())
            methods = _methods(tree)
            for variable, value in list(vars(held).items()):
                for pattern in _held(value):
                    key = (pattern.pattern, pattern.flags)
                    earlier = found.get(key)
                    used = {*methods.get(variable, ()), *(earlier.methods if earlier else ())}
                    # One that is handed on may be used in any way.
                    found[key] = Named(pattern, f"{name}.{variable}", tuple(sorted(used)))
            for pattern, method, line in _constants(tree):
                found.setdefault((pattern.pattern, pattern.flags), Named(pattern, f"{name}:{line}", (method,)))
    return list(found.values())


def _held(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    """The patterns in a value, also in what it holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 5:
        for part in _parts(value):
            yield from _held(part, depth + 1)


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, Mapping):
        return [*value, *value.values()] if len(value) < 5_000 else ()
    if isinstance(value, (list, tuple, set, frozenset)):
        return value if len(value) < 5_000 else ()
    if isinstance(value, type):
        return vars(value).values() if value.__module__.startswith("newsgen") else ()
    if isinstance(value, FunctionType):
        return [*(value.__defaults__ or ()), *(cell.cell_contents for cell in value.__closure__ or ())]
    if isinstance(value, partial):
        return [value.func, *value.args, *value.keywords.values()]
    if hasattr(value, "__dataclass_fields__"):
        return [getattr(value, name, None) for name in value.__dataclass_fields__]
    owner = getattr(value, "__self__", None)
    return () if owner is None or isinstance(owner, ModuleType) else [owner]


def _methods(tree: ast.AST) -> dict[str, set[str]]:
    """The methods that a module calls on each of its names."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in _METHODS:
            found.setdefault(node.value.id, set()).add(node.attr)
    return found


def _constants(tree: ast.AST) -> Iterator[tuple[re.Pattern[Any], str, int]]:
    """The patterns that a module gives to `re` as text where it uses them."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        owner, text = node.func.value, node.args[0]
        is_use = isinstance(owner, ast.Name) and owner.id == "re" and node.func.attr in _METHODS
        if is_use and isinstance(text, ast.Constant) and isinstance(text.value, (str, bytes)):
            flags = re.DOTALL if "DOTALL" in ast.unparse(node) else 0
            yield re.compile(text.value, flags), node.func.attr, node.lineno


class Attack(NamedTuple):
    """A string in three parts, of which the second is written many times."""

    start: str
    repeated: str
    end: str

    def text(self, length: int) -> str:
        """The string with about so many characters."""
        return self.start + self.repeated * max(1, length // len(self.repeated)) + self.end


def attacks_on(pattern: re.Pattern[Any]) -> list[Attack]:
    """Strings made for each repeat of a pattern."""
    text = pattern.pattern.decode("latin-1") if isinstance(pattern.pattern, bytes) else pattern.pattern
    parsed = sre_parser.parse(text, pattern.flags & ~re.LOCALE & ~re.ASCII & ~re.UNICODE)
    found: dict[Attack, None] = {}
    for start, body in _repeats(list(parsed), ("",)):
        bodies = [repeated for repeated in _samples(body) if repeated]
        for repeated in bodies:
            for before in ("", start):
                for end in _ENDS:
                    found[Attack(before, repeated, end)] = None
            if start:
                # A search begins anew at each of them.
                found[Attack("", start + repeated, "\0")] = None
                found[Attack("", start, "\0")] = None
    for whole in islice(_samples(list(parsed)), 3):
        if len(whole) > 1:
            found[Attack("", whole[:-1], "\0")] = None
            found[Attack("", whole, "\0")] = None
    # Of the lists of words in some patterns each is like the others.
    return list(islice(found, 0, None, 1 + len(found) // _MANY))


def _repeats(pieces: list[_Piece], before: tuple[str, ...]) -> Iterator[tuple[str, list[_Piece]]]:
    """Each repeat of a pattern, and a text that leads to it."""
    for index, (kind, value) in enumerate(pieces):
        start = (*before, _sample(pieces[:index]))
        if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            _, most, body = value
            if most is sre.MAXREPEAT or most > _FEW:
                yield "".join(start), list(body)
            yield from _repeats(list(body), start)
        else:
            for inside in _inside(kind, value):
                yield from _repeats(inside, start)


def _inside(kind: Any, value: Any) -> list[list[_Piece]]:
    """The patterns inside a piece."""
    if kind is sre.SUBPATTERN:
        return [list(value[-1])]
    if kind is sre.BRANCH:
        return [list(branch) for branch in value[1]]
    if kind in (sre.ASSERT, sre.ASSERT_NOT):
        return [list(value[1])]
    if kind is sre.ATOMIC_GROUP:
        return [list(value)]
    if kind is sre.GROUPREF_EXISTS:
        return [list(branch) for branch in value[1:] if branch]
    return []


def _sample(pieces: list[_Piece]) -> str:
    return next(_samples(pieces), "")


def _samples(pieces: list[_Piece], most: int = 6) -> Iterator[str]:
    """A few texts that fit a pattern, as far as that can be told without its assertions."""
    choices = [_choices(kind, value) for kind, value in pieces]
    several = islice(product(*choices), 200)
    step = max(1, min(200, _product(map(len, choices))) // most)
    yield from dict.fromkeys("".join(parts) for parts in islice(several, 0, None, step))


def _product(numbers: Iterable[int]) -> int:
    result = 1
    for number in numbers:
        result = min(1_000, result * number)
    return result


def _choices(kind: Any, value: Any) -> list[str]:
    """Texts that fit one piece of a pattern."""
    if kind is sre.LITERAL:
        return [chr(value)]
    if kind is sre.NOT_LITERAL:
        return [sign for sign in _CHARACTERS if ord(sign) != value][:4]
    if kind is sre.ANY:
        return list(' a<"')
    if kind is sre.IN:
        return _members(value)
    if kind is sre.BRANCH:
        return [text for branch in value[1] for text in islice(_samples(list(branch), 2), 2)][:12]
    if kind in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        least, _, body = value
        return [text * max(1, least) for text in islice(_samples(list(body), 4), 4)] or [""]
    if kind is sre.SUBPATTERN:
        return list(islice(_samples(list(value[-1]), 6), 6)) or [""]
    if kind is sre.ATOMIC_GROUP:
        return list(islice(_samples(list(value), 6), 6)) or [""]
    return [""]


def _members(items: list[_Piece]) -> list[str]:
    """A few characters of a class, those of most classes first."""
    is_negated = items[0][0] is sre.NEGATE
    own = [chr(value) for kind, value in items if kind is sre.LITERAL]
    own += [chr(value[0]) for kind, value in items if kind is sre.RANGE]
    candidates = [*_CHARACTERS, *([] if is_negated else own)]
    fitting = [sign for sign in candidates if any(_fits(sign, item) for item in items) is not is_negated]
    return list(dict.fromkeys(fitting))[:5] or own[:1] or ["a"]


def _fits(sign: str, item: _Piece) -> bool:
    kind, value = item
    if kind is sre.LITERAL:
        return bool(ord(sign) == value)
    if kind is sre.RANGE:
        return bool(value[0] <= ord(sign) <= value[1])
    if kind is sre.CATEGORY:
        pattern: str = _CATEGORIES[value]
        return bool(re.match(pattern, sign))
    return False


_CATEGORIES: dict[Any, str] = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}
