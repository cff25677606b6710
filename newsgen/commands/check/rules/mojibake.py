"""Letters that were read in the wrong encoding, such as "Ã©" for "é": readers stumble, and search finds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgen.commands.check.subject import ArticleUnderCheck
from newsgen.errors import Problem

# What bytes of UTF-8 become where they are taken for Windows-1252: the first of two or three, and those behind it.
_BEHIND = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_MISREAD = re.compile(f"(?:[Â-ß]{_BEHIND}|[à-ï]{_BEHIND}{{2}}|ð{_BEHIND}{{3}})+")
# One of these is a slip by itself; of other scripts it takes two, for "é »" ends a French quotation and could be "頻".
_BY_ITSELF = re.compile("[\u00a0-\u024f\u2010-\u205e\u20a0-\u20bf™]")
_LOST = "\ufffd"
_AROUND = 15
_FIELDS = ("headline", "dek", "kicker", "byline", "dateline", "section", "tags", "rights")
_REASON = "Readers stumble over it, and searching for the right word does not find the article."


def find_mangled_text(text: ArticleUnderCheck) -> Iterator[Problem]:
    """The first such place of each field and of the body, with how many more there are."""
    for field in _FIELDS:
        value = getattr(text.article, field)
        for told, fix in _faults(value if isinstance(value, str) else "; ".join(value))[:1]:
            yield text.problem_of(field, told, _REASON, fix)
    if text.body.isascii():
        return
    found = [
        (number, *fault)
        for block in text.article.body
        if not block.text.isascii()
        for number, line in enumerate(block.text.split("\n"), block.line)
        for fault in _faults(line)
    ]
    if found:
        number, told, fix = found[0]
        more = f", and {len(found) - 1} more such" if len(found) > 1 else ""
        yield text.problem(number, told + more, _REASON, fix)


def _faults(line: str) -> list[tuple[str, str]]:
    """What is wrong with a line, and how to mend it."""
    if line.isascii():
        return []
    faults = []
    if _LOST in line:
        place = line.index(_LOST)
        part = line[max(0, place - _AROUND) : place + _AROUND + 1]
        faults.append(
            (f'has lost a letter at the sign "{_LOST}": "{part}"', "Put it in; the text's source may still have it.")
        )
    for found in _MISREAD.findall(line):
        letters = repaired(found)
        if letters:
            shown = found if found.isprintable() else found.encode("unicode_escape").decode()
            faults.append(
                (f'has "{shown}", which was probably "{letters}"', "Convert the file anew from its source, as UTF-8.")
            )
    return faults


def repaired(found: str) -> str:
    """The letters whose bytes these are; "" where they are of none that newspapers print."""
    try:
        letters = b"".join(_byte_of(sign) for sign in found).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return ""
    likely = _BY_ITSELF.search(letters) or (len(letters) > 1 and letters.isprintable())
    return letters if likely else ""


def _byte_of(sign: str) -> bytes:
    # Five bytes are no letters of Windows-1252, and stay what they were.
    return bytes([ord(sign)]) if "\x80" <= sign <= "\xff" else sign.encode("cp1252")
