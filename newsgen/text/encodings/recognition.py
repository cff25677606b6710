"""Recognise the encoding of bytes that are not UTF-8, by how likely the text is that each encoding makes of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from newsgen.text.encodings.names import ONE_BYTE, SEVERAL_BYTES, UNUSUAL
from newsgen.text.encodings.signs import bits_of_sign
from newsgen.text.encodings.words import (
    FOREIGN_WORD,
    all_languages,
    bits_in,
    bits_of_capitals,
    character_bits,
    fewest_bits,
)

_EAST = "\u3005-\u3007\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff"
_MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0e31\u0e33-\u0e3a\u0e47-\u0e4e"
_TOKENS = re.compile(f"[{_EAST}]+|(?:(?![{_EAST}ªº])[^\\W\\d_]|[{_MARKS}])+|[^\x00-\x7f]")
# What stands between white space, and ASCII signs that end no word; each sign with one neighbour is kept.
_CHUNKS = re.compile(r"[^ \t\n\r]+")
_EASTERN = re.compile(f"[{_EAST}]")
_EASTERN_SIGNS = re.compile("[\u3000-\u303f\uff01-\uff5e\u00b7\u2014\u2018-\u201d\u2026]")
# A line of more bytes is cut: behind a blank, or between two bytes of ASCII, where no encoding has one sign of both.
_LONGEST_LINE = 4_000
_PIECES = re.compile(rb".{1000}(?:[^ ]{0,200} |.*?[\x00-\x7f](?=[\x00-\x7f]))|.+", re.DOTALL)
# No word of any language has as many letters.
_LONGEST_WORD = 100
# Romanian's commas, which older encodings write as cedillas.
_CEDILLAS = str.maketrans("șțȘȚ", "şţŞŢ")
# By so many bits a reading must be better than the next, which then is 65,000 times less likely.
LEAD = 16
# Languages whose words beyond ASCII are mostly names and loans.
_BORROWING = frozenset(("en", "id", "ms", "fil", "nl"))
_FEW = 1
_RARE_CHARACTER = 19
_EASTERN_SIGN = 6
_BESIDE_LATIN = 6


class Reading(NamedTuple):
    """What an encoding makes of a sample, by its codec, and the bits of what is doubtful in it.

    `is_foreign` says whether most of its words seem to be of another language than the rest.
    """

    codec: str
    bits: int
    is_foreign: bool
    text: str


def is_sure(readings: Sequence[Reading]) -> bool:
    """Whether the first of some readings is surely right."""
    if not readings or readings[0].is_foreign:
        return False
    return len(readings) == 1 or readings[1].bits - readings[0].bits >= LEAD


def read_in_all(raw: bytes) -> list[Reading]:
    """What the encodings make of bytes, the likeliest first; only the first encoding of each text."""
    sample = take_sample(raw)
    readings: dict[str, str] = {}
    priors = UNUSUAL
    for codec in (*ONE_BYTE.values(), *SEVERAL_BYTES.values()):
        try:
            raw.decode(codec)
            # A piece of a line may end within a sign.
            text = sample.decode(codec, "ignore")
        except UnicodeDecodeError:
            continue
        if codec == "cp1258":
            text = unicodedata.normalize("NFC", text)
        text = text.translate(_CEDILLAS)
        if text not in readings or priors.get(codec, 0) < priors.get(readings[text], 0):
            readings[text] = codec
    languages = _languages_of(sample)
    chunks = [(_find_chunks(text), codec, text) for text, codec in readings.items()]
    fixed = [_fixed_bits(found) + UNUSUAL.get(codec, 0) for found, codec, _ in chunks]
    # The least that each may come to is quickly found, and saves the work for most.
    lower = sorted(
        (bits + _least_bits(found), bits, codec, text, found)
        for bits, (found, codec, text) in zip(fixed, chunks, strict=True)
    )
    result: list[Reading] = []
    for least, own_bits, codec, text, found in lower:
        if len(result) > 1 and least > result[1].bits:
            break
        word_bits, is_foreign = _word_bits(found.words, languages)
        bits = own_bits + word_bits
        result.append(Reading(codec, bits, is_foreign, text))
        result.sort(key=lambda reading: reading.bits)
    return result


def _languages_of(sample: bytes) -> list[tuple[int, str]]:
    """The languages, each with the bits by which it needs more than the best for the words in ASCII; that one first."""
    words = sorted(set(re.findall(r"[a-z]+", sample.decode("ascii", "replace").casefold())))[:80]
    bits = sorted(
        (sum(min(bits_in(word, language), fewest_bits(word) + FOREIGN_WORD) for word in words), language)
        for language in all_languages()
    )
    return [(one - bits[0][0], language) for one, language in bits]


def take_sample(raw: bytes, size: int = 2_500) -> bytes:
    """The lines that hold bytes beyond ASCII, up to a size, and at least one with each of these bytes."""
    lines = [line for part in re.split(b"[\r\n]+", raw) if not part.isascii() for line in _pieces_of(part)]
    chosen, seen, length = [], set[int](), 0
    for line in lines:
        new = {byte for byte in line if byte > 0x7F} - seen
        if new or length < size:
            seen |= new
            chosen.append(line)
            length += len(line)
    return b"\n".join(chosen)


def _pieces_of(line: bytes) -> list[bytes]:
    """A line itself, or the pieces with bytes beyond ASCII of one that is longer than any paragraph."""
    if len(line) <= _LONGEST_LINE:
        return [line]
    return [piece[:_LONGEST_LINE] for piece in _PIECES.findall(line) if not piece.isascii()]


class _Chunks(NamedTuple):
    """The parts of a text with signs beyond ASCII: words, runs of Eastern characters, signs with their neighbours."""

    words: tuple[str, ...]
    east: tuple[str, ...]
    signs: tuple[tuple[str, str, str], ...]


def _find_chunks(text: str) -> _Chunks:
    words: list[str] = []
    east: list[str] = []
    signs: list[tuple[str, str, str]] = []
    for chunk in dict.fromkeys(_CHUNKS.findall(text)):
        if chunk.isascii():
            continue
        for match in _TOKENS.finditer(chunk):
            token = match[0]
            before, after = chunk[match.start() - 1 : match.start()], chunk[match.end() : match.end() + 1]
            if _EASTERN.match(token):
                beside = (before.isascii() and before.islower()) or (after.isascii() and after.isalpha())
                east.append(token + "\0" if beside else token)
            elif token[0].isalpha() or len(token) > 1:
                word = token[:_LONGEST_WORD]
                words.append(f"{word}1" if before.isdigit() or after.isdigit() else word)
            elif not token.isascii():
                signs.append((before, token, after))
    return _Chunks(tuple(words), tuple(east), tuple(signs))


def _fixed_bits(chunks: _Chunks) -> int:
    """The bits that do not depend on the language."""
    bits = sum(map(bits_of_capitals, chunks.words))
    if chunks.east:
        bits += min(
            sum(
                known.get(sign, _BESIDE_LATIN if sign == "\0" else _RARE_CHARACTER)
                for run in chunks.east
                for sign in run
            )
            for known in character_bits().values()
        )
    for before, sign, after in chunks.signs:
        is_eastern = chunks.east and _EASTERN_SIGNS.match(sign)
        bits += _EASTERN_SIGN if is_eastern else bits_of_sign(before, sign, after)
    return bits


def _least_bits(chunks: _Chunks) -> int:
    return sum(fewest_bits(word.casefold()) for word in chunks.words)


def _word_bits(words: Sequence[str], languages: Sequence[tuple[int, str]]) -> tuple[int, bool]:
    """The bits of words in the language where they have the fewest, and whether most of them are foreign to it."""
    folded = [word.casefold() for word in words]
    fewest = [fewest_bits(word) + FOREIGN_WORD for word in folded]
    best, is_foreign = sum(fewest) + languages[0][0], False
    for more, language in languages:
        if more >= best:
            break
        bits = [bits_in(word, language) for word in folded]
        total = more + sum(map(min, bits, fewest))
        if total < best:
            foreign = sum(few < own for own, few in zip(bits, fewest, strict=True))
            best, is_foreign = total, language not in _BORROWING and len(words) > 2 * _FEW and foreign * 2 > len(words)
    return best, is_foreign
