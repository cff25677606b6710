"""How likely a sign that is no letter is beside its neighbours: in bits, and the fewer the likelier."""

from __future__ import annotations

_QUOTES = frozenset('“”«»‹›„‟‘’‚‛"')
_OPENING_QUOTES = frozenset("“‘«‹")
# Joiners and marks of direction, which Windows-1255 and -1256 have.
_JOINERS = frozenset("\u200c\u200d\u200e\u200f")
_LOW = frozenset("„‚")
_DASHES = frozenset("–—―")
_AFTER_DIGITS = frozenset("€£¥¢°ºª%‰²³½¼¾§№µ₪")
_CURRENCY = frozenset("€£¥¢§№")
_OF_WORDS = frozenset("©®™•·†‡¹²³½¼¾×÷±")
# Signs that stand inside words of Catalan, Arabic, Hebrew and others.
_OPENING = frozenset("¿¡")
_PUNCTUATION = frozenset("،؛؟٪‐‑·־׳״")
_LIKELY, _POSSIBLE, _ODD, _ALMOST_NEVER = 3, 6, 14, 18
# C1 controls, which no text has, and places that no character has.
_NEVER = 40


def bits_of_sign(before: str, sign: str, after: str) -> int:
    """The bits of a sign beyond ASCII between two neighbours, each "" at the edge of the text."""
    open_before = not before or before.isspace() or before in "([{-/—–" or before in _QUOTES or before in "…"
    ends_after = not after or after.isspace() or not after.isalnum()
    if sign == "\u00a0":
        return _nbsp(before, after)
    if sign == "\u0085":
        return _ALMOST_NEVER
    if sign in _JOINERS:
        return _LIKELY if before >= "\u0590" else _ALMOST_NEVER
    if sign in _QUOTES and sign in (before, after):
        return _ODD
    if sign in _LOW:
        return _LIKELY if open_before and after.isalnum() else _ODD
    if sign == "’":
        return _LIKELY if (before and not before.isspace()) or after.isalnum() else _ODD
    if sign in _QUOTES:
        if not open_before and not ends_after:
            return _ODD
        return _LIKELY if open_before == (sign in _OPENING_QUOTES) else _POSSIBLE + 1
    if sign in _DASHES:
        if sign == "―" and before.isalnum():
            return _ODD
        return _LIKELY if open_before or before.isalnum() == after.isalnum() else _POSSIBLE + 3
    if sign == "…":
        return _LIKELY if ends_after or open_before else _POSSIBLE
    if sign in _OPENING:
        return _LIKELY if open_before and after.isalpha() else _ODD
    if sign in _PUNCTUATION:
        return _POSSIBLE
    if sign in _AFTER_DIGITS and (before.isdigit() or after.isdigit()):
        return _POSSIBLE - 1
    if sign in _CURRENCY and (open_before or ends_after):
        return _POSSIBLE + 2
    if sign in _OF_WORDS:
        return _POSSIBLE + 1 if open_before or ends_after else _ODD
    if ("\x80" <= sign <= "\x9f" and sign != "\x85") or sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff":
        return _NEVER
    return _ALMOST_NEVER


def _nbsp(before: str, after: str) -> int:
    if not before or not after:
        return _ODD - 4
    if before.isalpha() and after.isalpha():
        return _POSSIBLE + 2
    return _LIKELY + 1
