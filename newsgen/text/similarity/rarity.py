"""How rare a term is in its language: what weighs it, whatever archive it stands in.

The rarities come from lists of the commonest words (`words/`), so that nothing that is added to an archive changes the
weight of a term in it. Zipf's scale counts the powers of ten of a word's occurrences in 10^9 words (van Heuven and
others 2014); a rarity counts the halves of a step below 8 of that scale, and 0 is a word like "the".
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from newsgen.text.language.detection import COMMON_WORDS
from newsgen.text.language.stemmers import primary_subtag
from newsgen.text.language.tokens import find_terms

# Of a term that its language's list does not have: below the last of them, by how much nobody knows. Names are there.
RAREST = 9
# A number is rare, and yet two articles with the same one are hardly about the same.
NUMBER = 3
# Languages whose lists have other names: two written forms of one, or so near to each other that one list serves all.
_LISTS = {"nb": "no", "nn": "no", "bs": "sh", "hr": "sh", "sr": "sh", "tl": "fil"}
# Words for numbers are not written as often as numbers are, and tell no more.
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
# So many terms of a language are looked up only once: some 5 MB.
_REMEMBERED = 50_000


class Rarities(dict[str, int]):
    """The rarities of a language's terms; those that its list does not have are as rare as can be."""

    def __missing__(self, term: str) -> int:
        rarity = NUMBER if term[:1].isdecimal() else self._guess(term)
        if len(self) < _REMEMBERED:
            self[term] = rarity
        return rarity

    def _guess(self, term: str) -> int:
        return RAREST


class _Guesses(Rarities):
    """The rarities of a language without a list: the longer a word, the rarer it is (Zipf 1935)."""

    def _guess(self, term: str) -> int:
        return min(RAREST, len(term) + 1)


@cache
def rarities_of(language: str) -> Rarities:
    """The rarities of a language's terms. Of a tag such as "pt-BR" the beginning counts; "" is an unknown language."""
    tongue = primary_subtag(language)
    tongue = _LISTS.get(tongue, tongue)
    file = files(__package__) / "words" / f"{tongue}.txt"
    if tongue.isalpha() and file.is_file():
        lines = file.read_text(encoding="utf-8").splitlines()
        rarities = Rarities((term, rarity) for rarity, line in enumerate(lines) for term in line.split())
        for term in find_terms(_NUMERALS.get(tongue, ""), tongue):
            rarities[term] = min(NUMBER, rarities[term])
        return rarities
    common = COMMON_WORDS.get(tongue) or frozenset[str]().union(*COMMON_WORDS.values())
    return _Guesses(dict.fromkeys(common, 0))
