"""The names of authors: which people a byline names, and whether a line is a name, a role or a byline.

"By Ada Quill and Bo Fenn, Courant" names two people, "Von Greta Ahlbeck, Zürich" and "Ada Quill @adaq" one. A role, a
place, a paper or an address after the names is left out.
"""

from __future__ import annotations

import re
from itertools import takewhile

from newsgen.sources.pasted.phrases import start_of
from newsgen.sources.pasted.written_dates import is_month

_ADDRESS = re.compile(r"[(<]?\S+@\S+\.\w+[)>]?|(?<!\w)@\w+|https?://\S+|\b(?:www|twitter)\.\S+")
_ENTITY = re.compile(r"&nbsp;?|&#160;")
_DATE_BEGINS = re.compile(r"\d|\b(?:published|updated|posted)\b", re.IGNORECASE)
# An author's name after a date: "7:05 am | by Ada Quill".
_BY_INSIDE = re.compile(r"(?<=[\s|•·,–-])(?:by|von|par|por|door|przez|av)\s+", re.IGNORECASE)
_GLUED = re.compile(r"(?<=\w)@(?=\w+\b(?!\.))")
_NETWORK = re.compile(r"(?<=[a-z])(?:Twitter|Facebook|Instagram|Follow|Updated|Published|Posted)\b.*$")
_AND = re.compile(r"\s+(?:and|et|und|ja|och|og|oraz|ve|και|AND)\s+|\s*&\s*")
# Conjunctions of one letter, which are also initials and parts of names: "Maria e Silva", "Jan A Fenn".
_SHORT_AND = re.compile(r"\s+(?:y|e|i|a|и|і)\s+")
_ARABIC_AND = re.compile(r"\s+و(?=\w{3})")
_COMMA = re.compile(r"\s*[,;、،/\t]\s*(?:and\s+|und\s+|et\s+|y\s+)?")
# The end of the names: a bar, a bullet, a bracket, a number, or a dash with spaces around it.
_STOP = re.compile(r"\s*[|•·(\[]|\s+[-–—]\s|\s+\d")
# Words that end the names if a whole name precedes them: in "Juan del Fenn", "del" does not.
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
# A role pasted onto a name without a space: "Ada QuillTravel News Reporter".
_GLUED_ROLE = re.compile(r"(?<=[a-z])[A-Z][\w ]*\b(?:Reporter|Editor|Correspondent|Writer|Columnist)\b.*$")
_LONGEST = 45
# News agencies, which sign as people do.
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
# A Chinese, Japanese or Korean name before "reporter"; without that word it looks like any other short word.
_EAST_ASIAN = re.compile("[\u3041-\u30ff\u4e00-\u9fff・]{2,7} ?(?:記者|记者)|[\uac00-\ud7a3]{2,4} ?기자")
_HEAD = re.compile(
    r"^(?:view all posts by|all posts by|more by|contact|stories by|articles by|opinion by|analysis by|review by)\s+",
    re.IGNORECASE,
)


def split_names(text: str) -> tuple[str, ...]:
    """The people that a byline names, given without its first words ("By", "Von")."""
    groups = [part for group in _split_pairs(_leading_names(_clean(text))) for part in _ARABIC_AND.split(group)]
    people: list[str] = []
    for index, group in enumerate(groups):
        parts = (_without_repetition(" ".join(part.strip(" .:*").split())) for part in _COMMA.split(group))
        first, *others = [part for part in parts if part] or [""]
        if len(first) > _LONGEST or (people and not _is_author(first)):
            break
        people.append(first)
        if first.casefold() in _AGENCIES or (others and 0 < index == len(groups) - 1):
            break
        more = list(takewhile(is_person, others))
        people += more
        if len(more) < len(others):
            break
    return tuple(dict.fromkeys(name for name in people if name))


def _without_repetition(name: str) -> str:
    """A name without its repetition: a portrait's alternative text is pasted along with the name."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half and words[:half] == words[half:] else name


def _is_author(name: str) -> bool:
    """Whether the text after "and" is another author: a person or an agency."""
    if name.casefold() in _AGENCIES:
        return True
    return len(name.split()) <= 5 and name[:1].isalpha() and not name[:1].islower() and not _ROLE.search(name)


def _leading_names(text: str) -> str:
    """The names with which a byline begins, without the text after them and without a month before a number."""
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
    """A byline split at its "and"; at a conjunction that may be part of a name only between two whole names."""
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
    """Whether a line without a word such as "By" holds the names of authors or of an agency, and little else."""
    if _HEAD.match(text.strip()) or _EAST_ASIAN.fullmatch(text.strip()):
        return True
    bare = _clean(text)
    if bare.casefold() in _AGENCIES or re.split(r"\s*[,/|-]\s*", bare.casefold(), maxsplit=1)[0] in _AGENCIES:
        return True
    names = split_names(text)
    named_length = sum(map(len, names))
    people = [name for name in names if name.casefold() not in _AGENCIES]
    return bool(people) and all(map(is_person, people)) and named_length >= 0.4 * len(bare)


def names_before_date(text: str) -> str:
    """The authors' names before a date in a line: "Ada Quill - Apr 16, 2015"; "" if there are none."""
    date = _DATE_BEGINS.search(text)
    words = text[: date.start()].split() if date else []
    while words and (is_month(words[-1]) or not words[-1][0].isalnum()):
        words.pop()
    names = " ".join(words)
    return names if names and is_byline(names) else ""


def names_after_by(text: str) -> str:
    """The authors' names after a "by" inside a line: "3 May 2015 by Ada Quill"; "" if there are none."""
    by = _BY_INSIDE.search(text)
    names = text[by.end() :] if by else ""
    return names if any(map(is_person, split_names(names)[:1])) else ""


def names_author(text: str) -> bool:
    """Whether a line begins with the word for writers and then names a person."""
    kind, rest = start_of(text)
    return kind == "byline" and any(map(is_person, split_names(rest)[:1]))


def is_role(text: str) -> bool:
    """Whether a short line is someone's role at a paper: "Parliamentary editor"."""
    return len(text) <= _LONGEST and bool(_ROLE.search(text))


def is_person(text: str) -> bool:
    """Whether a text looks like one person's name: two to five capitalised words, particles such as "de" apart."""
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > _LONGEST or any(c.isdigit() for c in text) or _ROLE.search(text):
        return False
    named = [word for word in words if word.lower() not in _PARTICLES]
    return len(named) >= 2 and all(_is_capitalised(word) for word in named)


def _is_capitalised(word: str) -> bool:
    first = word.lstrip("“\"'‘(")[:1]
    return bool(re.fullmatch(r"[^\W\d_][\w.'’-]*", word)) and first.isupper() and not (len(word) > 4 and word.isupper())
