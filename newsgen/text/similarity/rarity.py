"""Rarity of terms in a language, by which terms are weighed in every archive alike.

The rarities come from lists of the most common words (`words/`), so adding articles to an archive never changes the
weight of a term. The Zipf scale is the power of ten of a word's occurrences in 10^9 words (van Heuven and others 2014);
a rarity is the number of half steps below 8 on that scale, and 0 is a word like "the".
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from newsgen.text.language.detection import COMMON_WORDS
from newsgen.text.language.tags import primary_subtag
from newsgen.text.language.tokens import find_terms

# The rarity of terms missing from their language's list, such as names: rarer than its last, by an unknown measure.
RAREST = 9
# The rarity of numbers: they are rare, yet two articles with the same one are hardly about the same.
NUMBER = 3
# Languages whose list has another name: written forms of one language, or languages so close that one list serves all.
_LISTS = {"nb": "no", "nn": "no", "bs": "sh", "hr": "sh", "sr": "sh", "tl": "fil"}
# Words for numbers are written less often than digits, and say no more.
_NUMERALS = {
    "da": "elleve tolv tyve tredive fyrre halvtreds tres firs halvfems hundrede tusind",
    "de": "elf zwölf zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend",
    "en": "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty"
    " seventy eighty ninety hundred thousand dozen",
    "es": "once doce trece catorce quince veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien mil",
    "fr": "onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante cent mille",
    "it": "undici dodici venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento mille",
    "nl": "elf twaalf twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd duizend",
    "no": "elleve tolv tjue tretti førti femti seksti sytti åtti nitti hundre tusen",
    "pt": "onze doze treze catorze quinze vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem mil",
    "sv": "elva tolv tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra tusen",
}
# Terms of a language whose rarity is cached, some 5 MB.
MAX_CACHED = 50_000


class Rarities(dict[str, int]):
    """The rarities of a language's terms; those missing from its list have the highest."""

    def __missing__(self, term: str) -> int:
        rarity = NUMBER if term[:1].isdecimal() else self._missing_rarity(term)
        if len(self) < MAX_CACHED:
            self[term] = rarity
        return rarity

    def _missing_rarity(self, term: str) -> int:
        return RAREST


class _RaritiesByLength(Rarities):
    """Rarities for a language without a list: the longer a word, the rarer it is (Zipf 1935)."""

    def _missing_rarity(self, term: str) -> int:
        return min(RAREST, len(term) + 1)


@cache
def rarities_of(language: str) -> Rarities:
    """The rarities of a language's terms, by the primary subtag of a tag such as "pt-BR"; "" is an unknown language."""
    subtag = primary_subtag(language)
    subtag = _LISTS.get(subtag, subtag)
    file = files(__package__) / "words" / f"{subtag}.txt"
    if subtag.isalpha() and file.is_file():
        lines = file.read_text(encoding="utf-8").splitlines()
        rarities = Rarities((term, rarity) for rarity, line in enumerate(lines) for term in line.split())
        for term in find_terms(_NUMERALS.get(subtag, ""), subtag):
            rarities[term] = min(NUMBER, rarities[term])
        return rarities
    common = COMMON_WORDS.get(subtag) or frozenset[str]().union(*COMMON_WORDS.values())
    return _RaritiesByLength(dict.fromkeys(common, 0))
