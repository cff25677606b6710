"""Write newsgen/text/encodings/letters.txt: how likely one letter follows another in the words of each language.

    pip install wordfreq==3.1.1
    python -m tools.make_letters

The words are those of wordfreq (Robyn Speer, doi.org/10.5281/zenodo.7199437; CC BY-SA 4.0), each as often as it is
written, and for languages that wordfreq lacks the names of languages and countries in Unicode CLDR, which Babel holds.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from gzip import decompress
from math import log2
from pathlib import Path

from babel import Locale

from tests.support.paths import ROOT

FILE = ROOT / "newsgen/text/encodings/letters.txt"
# Languages that have 8-bit encodings; those of Chinese, Japanese and Korean are told apart by their tables.
OF_WORDFREQ = (
    "ar bg ca cs da de el en es fa fi fil fr he hu id is it lt lv mk nb nl pl pt ro ru sh sk sl sv tr uk ur vi"
).split()
OF_CLDR = "af az be cy et eu fo ga gl hy mt sq sr th".split()
# The root: without it, the few most common words would drown the others.
POWER = 0.5
MAX_BITS = 15
# Romanian's commas, which older encodings write as cedillas.
_CEDILLAS = str.maketrans("șț", "şţ")
# Languages that are told by the frequencies of single characters.
OF_CHARACTERS = ("ja", "ko", "zh")
MAX_CHARACTER_BITS = 17


def words_of(language: str) -> Counter[str]:
    """The words of a language with weights."""
    # Only this program needs it, and it is no dependency of newsgen's.
    from wordfreq import get_frequency_dict

    counts: Counter[str] = Counter()
    if language in OF_WORDFREQ:
        for word, frequency in get_frequency_dict(language, "best").items():
            if frequency > 5e-7:
                counts[word] += (frequency * 1e9) ** POWER
    else:
        locale = Locale.parse(language)
        names = [*locale.languages.values(), *locale.territories.values(), *locale.currencies.values()]
        names += [*locale.scripts.values(), *(zone.get("city", "") for zone in locale.time_zones.values())]
        names += [form for unit in locale.unit_display_names.values() for form in unit.values()]
        names += [form.replace("{0}", "") for unit in locale._data["unit_patterns"].values()
                  for length in unit.values() if isinstance(length, dict) for form in length.values()
                  if isinstance(form, str)]  # fmt: skip
        names += [name for form in ("format", "stand-alone") for name in locale.months[form]["wide"].values()]
        for name in names:
            for word in str(name).casefold().split():
                counts[word.strip("()’'.,-")] += 1
    return counts


def script_of(word: str) -> str:
    """The script of all of a word's letters; "" for several."""
    scripts = {unicodedata.name(letter, "").split(" ")[0] for letter in word if letter.isalpha()}
    return scripts.pop() if len(scripts) == 1 else ""


def classify(counts: Counter[str]) -> list[str]:
    """One line for each letter: the letter, then for each number of bits the number and the letters that follow."""
    pairs: dict[str, Counter[str]] = defaultdict(Counter)
    script = Counter(map(script_of, counts)).most_common(1)[0][0]
    for written, weight in counts.items():
        word = written.translate(_CEDILLAS)
        if all(c.isalpha() or "\u0300" <= c <= "\u0eff" for c in word) and script_of(word) == script:
            for before, after in zip(f" {word}", f"{word} ", strict=True):
                pairs[before][after] += weight
    lines = []
    for before in sorted(pairs):
        total = sum(pairs[before].values())
        classes: dict[int, str] = defaultdict(str)
        for after, weight in sorted(pairs[before].items()):
            bits = max(1, round(-log2(weight / total)))
            if bits <= MAX_BITS:
                classes[bits] += after
        lines.append(before + "".join(f"{bits}{classes[bits]}" for bits in sorted(classes)))
    return lines


def classify_characters(language: str) -> str:
    """One line: for each number of bits the number and the characters, of Chinese in both of its forms."""
    # Only this program needs them, and they are no dependencies of newsgen's.
    import msgpack
    import wordfreq

    counts: Counter[str] = Counter()
    for word, frequency in wordfreq.get_frequency_dict(language, "best").items():
        for character in word:
            if character.isalpha() and character > "\u3000":
                counts[character] += frequency
    if language == "zh":
        file = Path(wordfreq.__file__).parent / "data/_chinese_mapping.msgpack.gz"
        for code, simple in msgpack.loads(decompress(file.read_bytes()), strict_map_key=False).items():
            if simple in counts and len(chr(code).encode("big5", "replace")) == 2:
                counts[chr(code)] = counts[simple]
    total = sum(counts.values())
    classes: dict[int, str] = defaultdict(str)
    for character, weight in sorted(counts.items()):
        if -log2(weight / total) <= MAX_CHARACTER_BITS:
            classes[max(1, round(-log2(weight / total)))] += character
    return "*" + "".join(f"{bits}{classes[bits]}" for bits in sorted(classes))


def main() -> None:
    """Write the file."""
    lines = []
    for language in sorted(OF_WORDFREQ + OF_CLDR):
        lines += [f"#{language}", *classify(words_of(language))]
    for language in OF_CHARACTERS:
        lines += [f"#{language}", classify_characters(language)]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
