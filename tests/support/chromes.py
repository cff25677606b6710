"""Articles set into the chrome of invented papers, as their pages are pasted whole."""

import random
from collections.abc import Sequence
from typing import NamedTuple

SECTIONS = ("Harbour", "Council", "Weather", "Sport", "Culture")
WRITERS = ("Ada Quill", "Tom Harrow", "Maren Vance", "Perran Lisle", "Nina Okafor")
_WORDS = (
    "lantern harbour gull ferry council bridge winter keeper market rope mill lamp storm school garden train tower"
    " letter orchard river piano baker signal quarry fiddle anchor meadow engine ribbon kettle"
).split()


class Piece(NamedTuple):
    """What an article says in every chrome."""

    headline: str
    section: str
    writer: str
    day: int
    body: tuple[str, ...]


def make_pieces(count: int, seed: int = 1) -> list[Piece]:
    """Invented articles whose words differ."""
    dice = random.Random(seed)
    return [_make_piece(dice) for _ in range(count)]


def _make_piece(dice: random.Random) -> Piece:
    words = dice.sample(_WORDS, 8)
    headline = f"{words[0].capitalize()} and {words[1]} meet the {words[2]} at {words[3]} {dice.randrange(2, 99)}"
    body = tuple(
        f"The {dice.choice(words)} of the {dice.choice(words)} waited {dice.randrange(2, 99)} days for the"
        f" {dice.choice(words)}, and nobody who had seen the {dice.choice(words)} said what the {dice.choice(words)}"
        f" would cost the town in the {dice.choice(words)} year of the {dice.choice(words)}."
        for _ in range(6)
    )
    return Piece(headline, dice.choice(SECTIONS), dice.choice(WRITERS), dice.randrange(1, 29), body)


def page_of(piece: Piece, chrome: int, others: Sequence[str], seed: int = 1) -> str:
    """The whole window of a piece in one of five chromes; `others` are headlines that its boxes list."""
    dice = random.Random(f"{seed} {chrome} {piece.headline}")
    return "\n".join(_CHROMES[chrome](piece, dice.sample(list(others), min(6, len(others))))) + "\n"


def _apart(lines: Sequence[str]) -> list[str]:
    return [row for line in lines for row in (line, "")]


def _plain_menu(piece: Piece, others: Sequence[str]) -> list[str]:
    menu = ["Skip to the quay", "The Lantern", "Tide tables", *SECTIONS, "Boat hire", "Your basket"]
    head = [piece.section, piece.headline, "Listen to this piece", f"By {piece.writer}", f"{piece.day} March 2019"]
    foot = ["Lantern friends keep us alight", "More from the quay", *others, "The Lantern Press, Chandler's Row"]
    return _apart([*menu, *head, *piece.body, *foot])


def _teasers_above(piece: Piece, others: Sequence[str]) -> list[str]:
    menu = ["Ellery Mercury", "Moorings", "Regatta", *SECTIONS, "Right now on the Mercury", *others[:4]]
    head = ["Mercury opens", piece.section, piece.headline, "Send to a shipmate", piece.writer, f"{piece.day} May 2020"]
    return _apart([*menu, *head, *piece.body, "Signal your view", *others[4:], "Mercury House"])


def _writer_below(piece: Piece, others: Sequence[str]) -> list[str]:
    menu = ["Gannet Gazette", "Weather buoy", *SECTIONS, "Gannet Gazette archive room"]
    head = [piece.section, piece.headline, "Gazette picture desk", f"{piece.day}.06.2021", "Words", piece.writer]
    return _apart([*menu, *head, *piece.body, "Gannets also flew over", *others])


def _box_inside(piece: Piece, others: Sequence[str]) -> list[str]:
    box = ["Our letter comes by pigeon every Friday and costs nothing but the corn.", "Feed the pigeon"]
    body = [*piece.body[:3], *box, *piece.body[3:]]
    head = [
        "Pigeon Post",
        *SECTIONS,
        "The loft",
        piece.section,
        piece.headline,
        f"{piece.writer} | {piece.day} July 2018",
    ]
    return _apart([*head, *body, "Other flights", *others])


def _unknown_words(piece: Piece, others: Sequence[str]) -> list[str]:
    menu = ["Zorvan", "Melka", "Prisu taral", *SECTIONS, "Oventa"]
    head = ["Karrel dun", piece.section, piece.headline, "Nusta velo", f"{piece.day}/08/2017", f"Teklin {piece.writer}"]
    return _apart([*menu, *head, *piece.body, "Plenka orvi", *others, "Sadrel 12"])


_CHROMES = (_plain_menu, _teasers_above, _writer_below, _box_inside, _unknown_words)


def folder_of(count: int, chrome: int, seed: int = 1) -> list[tuple[Piece, str]]:
    """The pieces of a folder of one paper, each with its page."""
    pieces = make_pieces(count, seed)
    listed = [piece.headline for piece in make_pieces(200, seed + 1000)]
    listed += [piece.headline for piece in pieces]
    return [(piece, page_of(piece, chrome, listed)) for piece in pieces]
