"""The encodings that newsgen reads, by Python's codec and by the name that site.yaml and iconv know."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

# Python's codecs of one byte a letter, by the names of the IANA registry, which iconv knows as well. ISO 8859-1 and
# -9 are missing: wherever they put letters, Windows-1252 and -1254 have the same.
ONE_BYTE = {
    "WINDOWS-1252": "cp1252", "WINDOWS-1250": "cp1250", "WINDOWS-1251": "cp1251", "WINDOWS-1253": "cp1253",
    "WINDOWS-1254": "cp1254", "WINDOWS-1255": "cp1255", "WINDOWS-1256": "cp1256", "WINDOWS-1257": "cp1257",
    "WINDOWS-1258": "cp1258", "ISO-8859-2": "iso8859_2", "ISO-8859-5": "iso8859_5", "ISO-8859-6": "iso8859_6",
    "ISO-8859-7": "iso8859_7", "ISO-8859-8": "iso8859_8", "ISO-8859-3": "iso8859_3", "ISO-8859-4": "iso8859_4",
    "ISO-8859-10": "iso8859_10", "ISO-8859-13": "iso8859_13", "ISO-8859-14": "iso8859_14", "ISO-8859-15": "iso8859_15",
    "ISO-8859-16": "iso8859_16", "MACINTOSH": "mac_roman", "MAC-CENTRALEUROPE": "mac_latin2",
    "MACCYRILLIC": "mac_cyrillic", "MACGREEK": "mac_greek", "MACTURKISH": "mac_turkish", "MACICELAND": "mac_iceland",
    "MACCROATIAN": "mac_croatian", "MACROMANIA": "mac_romanian",
    "CP437": "cp437", "CP850": "cp850", "CP852": "cp852", "CP855": "cp855", "CP857": "cp857", "CP858": "cp858",
    "CP737": "cp737", "CP775": "cp775", "CP860": "cp860", "CP861": "cp861", "CP862": "cp862", "CP863": "cp863",
    "CP864": "cp864", "CP865": "cp865", "CP866": "cp866", "CP869": "cp869", "KOI8-R": "koi8_r", "KOI8-U": "koi8_u",
    "CP874": "cp874",
}  # fmt: skip
# Those of two bytes and more. "Shift-JIS" and "EUC-KR" are read with Microsoft's additions, which most files have.
SEVERAL_BYTES = {
    "CP932": "cp932", "EUC-JP": "euc_jp", "GB18030": "gb18030", "BIG5-HKSCS": "big5hkscs", "CP950": "cp950",
    "CP949": "cp949", "JOHAB": "johab",
}  # fmt: skip
# The bits by which the encodings that few files have must be better than the others.
UNUSUAL = {
    "mac_roman": 2, "cp437": 2, "cp850": 2, "cp1250": 1, "iso8859_2": 2, "cp1257": 2, "iso8859_13": 3, "cp852": 4,
    "mac_latin2": 7, "mac_turkish": 7, "cp857": 10, "cp858": 4, "cp775": 6, "iso8859_15": 1, "iso8859_3": 16,
    "iso8859_4": 8, "iso8859_10": 16, "iso8859_14": 16, "iso8859_16": 10, "mac_iceland": 10, "mac_croatian": 10,
    "mac_romanian": 10, "cp860": 8, "cp861": 14, "cp863": 32, "cp865": 6,
    # Other scripts than Latin make every word another one, so that these are far better where they are right.
    "cp1251": 12, "mac_cyrillic": 14, "koi8_r": 13, "koi8_u": 14, "cp866": 14, "cp855": 18, "iso8859_5": 14,
    "cp1253": 12, "iso8859_7": 13, "cp737": 16, "mac_greek": 17, "cp869": 20, "cp1255": 12, "iso8859_8": 13,
    "cp862": 16, "cp1256": 12, "iso8859_6": 13, "cp864": 22, "cp1258": 20, "cp874": 12,
    "cp932": 12, "gb18030": 12, "cp949": 12, "big5hkscs": 13, "cp950": 13, "euc_jp": 13, "johab": 22,
}  # fmt: skip
# Those whose bytes alone look like ASCII.
SEVEN_BITS = {"ISO-2022-JP": "iso2022_jp_2", "ISO-2022-KR": "iso2022_kr", "HZ": "hz"}
UTF_16 = {"UTF-16LE": "utf_16_le", "UTF-16BE": "utf_16_be"}
UTF_32 = {"UTF-32LE": "utf_32_le", "UTF-32BE": "utf_32_be"}
CODECS = {**ONE_BYTE, **SEVERAL_BYTES, **SEVEN_BITS, **UTF_16, **UTF_32}
# Other names that people write, in lower case without separators; Python knows many more.
_ALIASES = {
    "ansi": "cp1252", "macroman": "mac_roman", "macosroman": "mac_roman", "xmacroman": "mac_roman",
    "macce": "mac_latin2", "xmacce": "mac_latin2", "xmaccyrillic": "mac_cyrillic", "dos": "cp437", "oem": "cp850",
    "shiftjis": "cp932", "sjis": "cp932", "windows31j": "cp932", "euckr": "cp949", "uhc": "cp949", "gb2312": "gb18030",
    "gbk": "gb18030", "cp936": "gb18030", "big5": "cp950", "big5hkscs": "big5hkscs", "iso88591": "cp1252",
    "latin1": "cp1252", "iso88599": "cp1254", "latin5": "cp1254", "iso885911": "cp874", "tis620": "cp874",
    "windows874": "cp874", "iso2022jp": "iso2022_jp_2", "utf16": "utf_16_le", "unicode": "utf_16_le",
    "maccentraleurope": "mac_latin2", "macukraine": "mac_cyrillic", "macromania": "mac_romanian",
}  # fmt: skip
# Python's further codecs of text: those that are no text, such as base64, and its own escapes are not among them.
_OTHERS = re.compile(
    r"cp\d+|iso8859_\d+|mac_\w+|koi8_\w|euc_\w+|gb\w+|big5\w*|shift_jis\w*|iso2022_\w+|ptcp154|kz1048|hp_roman8"
)
_NAMES = {codec: name for name, codec in CODECS.items()} | {"utf_8": "UTF-8"}


def name_of_codec(codec: str) -> str:
    """The name of one of `CODECS`' codecs in messages."""
    return _NAMES.get(codec, codec)


# Each page of a site names its encoding.
@lru_cache(maxsize=100)
def find_codec(name: str) -> str:
    """Python's codec of an encoding's name; "" for a name that no text encoding has.

    ISO 8859-1 is read as Windows-1252 and GB2312 as GB18030, as browsers do (WHATWG Encoding Standard).
    """
    key = _key_of(name)
    codec = _ALIASES.get(key) or next((codec for known, codec in CODECS.items() if _key_of(known) == key), "")
    for spelling in () if codec else (name, key):
        try:
            found = codecs.lookup(spelling).name.replace("-", "_")
        except (LookupError, ValueError):
            continue
        found = _ALIASES.get(_key_of(found), found)
        codec = found if found == "utf_8" or found in _NAMES or _OTHERS.fullmatch(found) else ""
    return codec


def _key_of(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
