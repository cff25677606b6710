"""Reduce a byline to its names: without addresses, links, brackets, and what follows the last name."""

from __future__ import annotations

import re
from functools import lru_cache

from newsgen.sources.dates.month_names import is_month
from newsgen.sources.pasted.authors.person import in_small, is_person
from newsgen.sources.pasted.authors.trimming import trim_names

_ADDRESS = re.compile(r"[(<]?\S+@\S+\.\w+[)>]?|(?<!\w)\(?@\w+\)?|https?://\S+|\b(?:www|twitter)\.\S+")
_ENTITY = re.compile(r"&nbsp;?|&#160;")
_GLUED = re.compile(r"(?<=\w)@(?=\w+\b(?!\.))")
_NETWORK = re.compile(r"(?<=[a-z])(?:Twitter|Facebook|Instagram|Follow|Updated|Published|Posted|View|Last|Read)\b.*$")
# A role pasted onto a name without a space: "Ada QuillTravel News Reporter".
_GLUED_ROLE = re.compile(r"(?<=[a-z])[A-Z][\w ]*\b(?:Reporter|Editor|Correspondent|Writer|Columnist)\b.*$")
_TAIL = re.compile(
    r"\s+(?:send an email|with|mit|avec|con agencias|view all posts|contact|follow|profile|more from|view|see more)"
    r".*$|\s*(?:기자|記者|记者)$",
    re.IGNORECASE,
)
LINK_BEFORE = re.compile(
    r"^(?:view all posts by|all posts by|more by|contact|stories by|articles by|opinion by|analysis by|review by)\s+",
    re.IGNORECASE,
)
# A word in brackets after a name, and one that says that the name is not a writer's.
BRACKETS = re.compile(r"\s*[(\[][^()\[\]]+[)\]]")
_PICTURES = re.compile(r"\s*\((?:photo|foto|bild|illustra|video|grafi|graphi|pictures|images)[^()]*\)", re.IGNORECASE)
_PICTURES_BY = re.compile(
    r",?\s+(?:photo(?:graph)?s?|pictures?|images?|illustrations?|videos?|fotos?|fotografías?|bilder)\s*"
    r"(?:by\b|von\b|par\b|de\b|di\b|:)",
    re.IGNORECASE,
)
NO_WRITER = "\ufffc"
# The end of the names: a bar, a bullet, a bracket, a number, or a dash with spaces around it.
_SEPARATOR = re.compile(r"[,;、،/\t]")
_STOP = re.compile(r"\s*[|•·(\[]|\s+[-–—]\s|\s+\d")
# "Ada Quill am 3. Mai"
_BEFORE_DATE = re.compile(r"\s+(?:am|on|um|le|el|il|den|op|dne|w dniu)$")
# Words that end the names if a whole name precedes them: in "Juan del Fenn", "del" does not.
_STOP_WORD = re.compile(
    r"\s+(?:on|(?<!\b(?:and|for) )(?<!\b(?:of|at|in) )(?<!\bfrom )the|um|am|le|del|published|posted|updated|follow"
    r"|special|(?:photograph|picture|photo|image|illustration)s?|fotos?|bilder|videos?)\b",
    re.IGNORECASE,
)


# A line is looked at for several rules, and the bylines of a paper recur.
@lru_cache(maxsize=2_000)
def clean_names(text: str) -> str:
    """The text of a byline without addresses, names of networks and words of links around it."""
    text = _ENTITY.sub(" ", _ADDRESS.sub(" ", _GLUED.sub(" @", text))).replace("\u00a0", " ").replace("\u00ad", "")
    text = _NETWORK.sub("", _GLUED_ROLE.sub("", text))
    return trim_names(_TAIL.sub("", LINK_BEFORE.sub("", text.strip(" ,.;:|-–—•·"))).strip(" ,.;:|-–—•·"))


def leading_names(text: str) -> str:
    """The names with which a byline begins, without the text after them and without a month before a number."""
    text = BRACKETS.sub("", _PICTURES.sub(NO_WRITER, text))
    text = _PICTURES_BY.split(text, maxsplit=1)[0]
    stop = _STOP.search(text, 3)
    if stop:
        text = text[: stop.start()]
        if text != (name := _BEFORE_DATE.sub("", text)) and " " in name:
            text = name
        words = text.split()
        if words and is_month(words[-1]):
            text = " ".join(words[:-1])
    for word in _STOP_WORD.finditer(text):
        last = _SEPARATOR.split(text[: word.start()])[-1].strip()
        if is_person(in_small(last)) or (
            last != text[: word.start()].strip() and word[0].strip().casefold() not in ("le", "del")
        ):
            return text[: word.start()]
    return text
