"""Names of writers: whether a line is one, and which people a byline names.

"By Ada Quill and Bo Fenn, Courant" is two people; "Von Greta Ahlbeck, Zürich" one; "Ada Quill @adaq" one. What
follows the names (a role, a place, a paper, an address) is left out.
"""

from __future__ import annotations

import re
from itertools import takewhile

from newsgen.sources.pasted.days import is_month

_ADDRESS = re.compile(r"[(<]?\S+@\S+\.\w+[)>]?|(?<!\w)@\w+|https?://\S+|\b(?:www|twitter)\.\S+")
_ENTITY = re.compile(r"&nbsp;?|&#160;")
_DATE_BEGINS = re.compile(r"\d|\b(?:published|updated|posted)\b", re.IGNORECASE)
# A writer's name behind a date: "7:05 am | by Ada Quill".
_BY_INSIDE = re.compile(r"(?<=[\s|•·,–-])(?:by|von|par|por|door|przez|av)\s+", re.IGNORECASE)
_GLUED = re.compile(r"(?<=\w)@(?=\w+\b(?!\.))")
_NETWORK = re.compile(r"(?<=[a-z])(?:Twitter|Facebook|Instagram|Follow|Updated|Published|Posted)\b.*$")
_AND = re.compile(r"\s+(?:and|et|und|ja|och|og|oraz|ve|και|AND)\s+|\s*&\s*")
# Joints of one letter, which are also initials and parts of names: "Maria e Silva", "Jan A Fenn".
_SHORT_AND = re.compile(r"\s+(?:y|e|i|a|и|і)\s+")
_ARABIC_AND = re.compile(r"\s+و(?=\w{3})")
_COMMA = re.compile(r"\s*[,;、،/\t]\s*(?:and\s+|und\s+|et\s+|y\s+)?")
# What ends the names: a bar, a bullet, a bracket, a number, a dash with spaces around it.
_STOP = re.compile(r"\s*[|•·(\[]|\s+[-–—]\s|\s+\d")
# Words that end them too, where what stands before is a whole name: "Juan del Fenn" is one.
_STOP_WORD = re.compile(
    r"\s+(?:on|at|in|for|the|um|am|le|del|à|from|aus|published|posted|updated|follow|special|photographs?|pictures?)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(?:staff|senior|editors?|correspondents?|reporters?|writers?|producer|analysts?|columnists?|contributors?|chief"
    r"|director|fellow|professor|bureau|desk|team|news|press|agency|agencies|redaktion|redakteur(?:in)?"
    r"|korrespondent(?:in)?|reporter(?:in)?|journaliste?|corresponsal|rédaction|redacción|redazione|redakcja|inc|llc|ltd"
    r"|magazine|times|post|daily|herald|tribune|journal|university|institute|ph\.?d|m\.?d)\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "de da do dos das del della di du van von der den ter la le el al bin ibn zu zum af av y e und of the mc".split()
)
# A role pasted onto a name: "Ada QuillTravel News Reporter".
_GLUED_ROLE = re.compile(r"(?<=[a-z])[A-Z][\w ]*\b(?:Reporter|Editor|Correspondent|Writer|Columnist)\b.*$")
_LONGEST = 45
# News agencies sign as people do.
_AGENCIES = frozenset(
    "reuters;afp;dpa;ap;associated press;the associated press;apa;ansa;efe;pa;pa media;upi;xinhua;tass;interfax;"
    "bloomberg;anadolu ajansı;aa;pap;lusa;belga;ritzau;ntb;tt;kyodo;jiji;pti;ians;ani;press association;"
    "sid;agence france-presse;deutsche presse-agentur;риа новости;тасс;интерфакс;staff;editorial board;newsroom".split(
        ";"
    )
)
_TAIL = re.compile(
    r"\s+(?:send an email|with|mit|avec|con agencias|view all posts|contact|follow|profile|more from|view|see more)"
    r".*$|\s*(?:기자|記者|记者)$",
    re.IGNORECASE,
)
# A Chinese, Japanese or Korean name with "reporter" behind it; without, it looks like any other short word.
_EAST_ASIAN = re.compile("[\u3041-\u30ff\u4e00-\u9fff・]{2,7} ?(?:記者|记者)|[\uac00-\ud7a3]{2,4} ?기자")
_HEAD = re.compile(
    r"^(?:view all posts by|all posts by|more by|contact|stories by|articles by|opinion by|analysis by|review by)\s+",
    re.IGNORECASE,
)


def split_names(text: str) -> tuple[str, ...]:
    """The people that a byline names, its first words ("By", "Von") taken off already."""
    groups = [part for group in _split_pairs(_cut(_clean(text))) for part in _ARABIC_AND.split(group)]
    people: list[str] = []
    for place, group in enumerate(groups):
        parts = (_once(" ".join(part.strip(" .:*").split())) for part in _COMMA.split(group))
        first, *others = [part for part in parts if part] or [""]
        if len(first) > _LONGEST or (people and not _signs(first)):
            break
        people.append(first)
        if first.casefold() in _AGENCIES or (others and 0 < place == len(groups) - 1):
            break
        more = list(takewhile(is_person, others))
        people += more
        if len(more) < len(others):
            break
    return tuple(dict.fromkeys(name for name in people if name))


def _once(name: str) -> str:
    """A name that stands there twice, for a portrait's text is pasted along with it, once."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half and words[:half] == words[half:] else name


def _signs(name: str) -> bool:
    """Whether a text behind "and" is another writer: a person, or an agency."""
    if name.casefold() in _AGENCIES:
        return True
    return len(name.split()) <= 5 and name[:1].isalpha() and not name[:1].islower() and not _ROLE.search(name)


def _cut(text: str) -> str:
    """The names with which a byline begins, without what follows them and without a month before a number."""
    stop = _STOP.search(text, 3)
    if stop:
        text = text[: stop.start()]
        words = text.split()
        if words and is_month(words[-1]):
            text = " ".join(words[:-1])
    for word in _STOP_WORD.finditer(text):
        if is_person(text[: word.start()]) or _COMMA.search(text[: word.start()]):
            return text[: word.start()]
    return text


def _split_pairs(text: str) -> list[str]:
    """A byline parted at its "and"; at joints that may also be part of a name only between two whole names."""
    parts = []
    for part in _AND.split(text):
        pair = _SHORT_AND.split(part)
        parts += pair if len(pair) > 1 and all(is_person(name.split(",")[-1].strip()) for name in pair) else [part]
    return parts


def _clean(text: str) -> str:
    text = _NETWORK.sub(
        "", _GLUED_ROLE.sub("", _ENTITY.sub(" ", _ADDRESS.sub(" ", _GLUED.sub(" @", text))).replace("\u00a0", " "))
    )
    return _TAIL.sub("", _HEAD.sub("", text.strip(" ,.;:|-–—•·"))).strip(" ,.;:|-–—•·")


def is_byline(text: str) -> bool:
    """Whether a line without a word such as "By" is names of writers or of an agency and little else."""
    if _HEAD.match(text.strip()) or _EAST_ASIAN.fullmatch(text.strip()):
        return True
    bare = _clean(text)
    if bare.casefold() in _AGENCIES or re.split(r"\s*[,/|-]\s*", bare.casefold(), maxsplit=1)[0] in _AGENCIES:
        return True
    names = split_names(text)
    told = sum(map(len, names))
    people = [name for name in names if name.casefold() not in _AGENCIES]
    return bool(people) and all(map(is_person, people)) and told >= 0.4 * len(bare)


def names_before_date(text: str) -> str:
    """The writers' names with which a line begins whose rest is a date: "Ada Quill - Apr 16, 2015"; else ""."""
    told = _DATE_BEGINS.search(text)
    words = text[: told.start()].split() if told else []
    while words and (is_month(words[-1]) or not words[-1][0].isalnum()):
        words.pop()
    names = " ".join(words)
    return names if names and is_byline(names) else ""


def names_behind_by(text: str) -> str:
    """The writers' names behind a "by" inside a line: "3 May 2015 by Ada Quill"; else ""."""
    by = _BY_INSIDE.search(text)
    names = text[by.end() :] if by else ""
    return names if any(map(is_person, split_names(names)[:1])) else ""


def is_role(text: str) -> bool:
    """Whether a short line tells what somebody does for a paper: "Parliamentary editor"."""
    return len(text) <= _LONGEST and bool(_ROLE.search(text))


def is_person(text: str) -> bool:
    """Whether a text is shaped like one person's name: two to five words with capitals but for "de" and the like."""
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > _LONGEST or any(c.isdigit() for c in text) or _ROLE.search(text):
        return False
    named = [word for word in words if word.lower() not in _PARTICLES]
    return len(named) >= 2 and all(_is_capitalised(word) for word in named)


def _is_capitalised(word: str) -> bool:
    first = word.lstrip("“\"'‘(")[:1]
    return bool(re.fullmatch(r"[^\W\d_][\w.'’-]*", word)) and first.isupper() and not (len(word) > 4 and word.isupper())
