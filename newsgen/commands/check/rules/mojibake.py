"""Letters that were read in the wrong encoding, such as "Ã©" for "é": readers stumble, and search finds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsgen.commands.check.rules.misread_text import find_misread_text
from newsgen.commands.check.subject import ArticleUnderCheck
from newsgen.errors import Problem

# What bytes of UTF-8 become if they are taken for Windows-1252: the first of two or three, and those after it.
_CONTINUATION = "[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]"
_MISREAD = re.compile(f"(?:[Â-ß]{_CONTINUATION}|[à-ï]{_CONTINUATION}{{2}}|ð{_CONTINUATION}{{3}})+")
# One of these letters is enough; other scripts take two, for "é »" ends a French quotation and could be "頻".
_SUFFICIENT = re.compile("[\u00a0-\u024f\u2010-\u205e\u20a0-\u20bf™]")
_REPLACEMENT = "\ufffd"
_AROUND = 15
_FIELDS = ("headline", "dek", "kicker", "byline", "dateline", "section", "tags", "rights")
_REASON = "Readers stumble over it, and searching for the right word does not find the article."


def find_mojibake(subject: ArticleUnderCheck) -> Iterator[Problem]:
    """The first fault of each field and of the body, with the number of the others."""
    for field in _FIELDS:
        value = getattr(subject.article, field)
        for message, fix in _faults(value if isinstance(value, str) else "; ".join(value))[:1]:
            yield subject.problem_of(field, message, _REASON, fix)
    if subject.html.isascii():
        return
    found = [
        (number, *fault)
        for block in subject.article.body
        if not block.text.isascii()
        for number, line in enumerate(block.text.split("\n"), block.line)
        for fault in _faults(line)
    ]
    if found:
        number, message, fix = found[0]
        more = f", and {len(found) - 1} more such" if len(found) > 1 else ""
        yield subject.problem(number, message + more, _REASON, fix)
    else:
        yield from _find_misread(subject)


def _find_misread(subject: ArticleUnderCheck) -> Iterator[Problem]:
    lines = [
        (number, line)
        for block in subject.article.body
        for number, line in enumerate(block.text.split("\n"), block.line)
    ]
    misread = find_misread_text([line for _, line in lines])
    if misread:
        message = f'has "{misread.word}", which was probably "{misread.right}" in {misread.encoding}'
        fix = f"Convert the file anew from its source: iconv -f {misread.encoding} -t UTF-8 OLD > NEW"
        yield subject.problem(lines[misread.place][0], message, _REASON, fix)


def _faults(line: str) -> list[tuple[str, str]]:
    """The faults of a line, each as a message and a fix."""
    if line.isascii():
        return []
    faults = []
    if _REPLACEMENT in line:
        index = line.index(_REPLACEMENT)
        part = line[max(0, index - _AROUND) : index + _AROUND + 1]
        message = f'has lost a letter at the sign "{_REPLACEMENT}": "{part}"'
        faults.append((message, "Put it in; the text's source may still have it."))
    for misread in _MISREAD.findall(line):
        letters = repair(misread)
        if letters:
            label = misread if misread.isprintable() else misread.encode("unicode_escape").decode()
            message = f'has "{label}", which was probably "{letters}"'
            faults.append((message, "Convert the file anew from its source, as UTF-8."))
    return faults


def repair(misread: str) -> str:
    """The letters whose bytes of UTF-8 were misread; "" for bytes of no letters that newspapers print."""
    try:
        letters = b"".join(_byte_of(sign) for sign in misread).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return ""
    is_likely = _SUFFICIENT.search(letters) or (len(letters) > 1 and letters.isprintable())
    return letters if is_likely else ""


def _byte_of(sign: str) -> bytes:
    # Five bytes are not letters of Windows-1252 and stay as they are.
    return bytes([ord(sign)]) if "\x80" <= sign <= "\xff" else sign.encode("cp1252")
