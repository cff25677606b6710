"""Reduce a byline to its names: without addresses, links, brackets, and what follows the last name."""

from __future__ import annotations

import re
from functools import lru_cache

from newsgen.record.limits import BYLINE_CHARACTERS
from newsgen.sources.dates.month_names import is_month
from newsgen.sources.dates.words_beside import is_day_name
from newsgen.sources.pasted.authors.person import ends_with_occupation, in_small, is_person
from newsgen.sources.pasted.authors.trimming import trim_names

_ADDRESS = re.compile(r"[(<]?[^\s@]++@[^\s@]+\.\w+[)>]?|(?<!\w)\(?@\w+\)?|https?://\S+|\b(?:www|twitter)\.\S+")
_SPACES = re.compile(r"\s{2,}")
_ENTITY = re.compile(r"&nbsp;?|&#160;")
_GLUED = re.compile(r"(?<=\w)@(?=\w+\b(?!\.))")
_NETWORK = re.compile(
    r"(?<=[a-z])(?:Twitter|Facebook|Instagram|Follow|Updated|Published|Posted|View|Last|Read)\b.*$"
    r"|(?<=[A-Z]{3})(?:LAST UPDATED|UPDATED|PUBLISHED|POSTED)\b.*$"
)
# A role pasted onto a name without a space: "Ada QuillTravel News Reporter".
_GLUED_ROLE = re.compile(r"(?<=[a-z])[A-Z][\w ]*\b(?:Reporter|Editor|Correspondent|Writer|Columnist)\b.*$")
# Where a word may be pasted onto a name, and what may be: a month before a number, a number, a role.
_JOINT = re.compile(r"(?<=[^\W\d_]{2})(?:(?=\d)|(?<=[a-zß-ÿ]{2})(?=[A-ZÀ-Þ][a-zß-ÿ]{2}))")
_LETTERS = re.compile(r"[^\W\d_]+")
# What stands before the last of several names, or before the one of a line that begins as a byline.
_LAST_NAME = re.compile(r"[,;&]\s*|\s+(?:and|und|et|y)\s+|^(?:by|von|par|por)\s+", re.IGNORECASE)
_NUMBER_AFTER = re.compile(r"\.?,? +\d")
_TAIL = re.compile(
    r"\s+(?:send an email|with|mit|avec|con agencias|view all posts|contact|follow|profile|more from|view|see more)"
    r".*$|\s*(?:기자|記者|记者)$",
    re.IGNORECASE,
)
# "记者 李晓明", "本報記者　李曉明": the word for a reporter before a name.
_REPORTER_BEFORE = re.compile(
    r"^(?:本[报報网網台社刊]|见习|見習|实习|實習|特约|特約|首席)?(?:记者|記者|通讯员|通訊員)[\s\u3000:：/／]+(?=\S)"
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
# Such words after a name of one word are no part of it, and that at the end of a whole name neither: "Ada Quill In".
_NO_NAME = re.compile(r"\s+(?:am|on|dne|w dniu)$")
_UNFINISHED = re.compile(r"(?<=\w )(?P<last>\S+)\s+[Ii]n$")
# A day and a month after the names, so that a month before them is a surname: "Ada May 3 March 2019".
_DAY = re.compile(r"\s+\d{1,2}(?:\.|st|nd|rd|th)?\s+(?P<month>[^\W\d_]{3,})")
_SHORTEST_DAY = 4
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
    text = _SPACES.sub(_one_space, text[:BYLINE_CHARACTERS])
    text = _ENTITY.sub(" ", _ADDRESS.sub(" ", _GLUED.sub(" @", text))).replace("\u00a0", " ").replace("\u00ad", "")
    text = _without_glued(_NETWORK.sub("", _GLUED_ROLE.sub("", text)))
    text = _REPORTER_BEFORE.sub("", LINK_BEFORE.sub("", text.strip(" ,.;:|-–—•·")))
    return trim_names(_TAIL.sub("", text).strip(" ,.;:|-–—•·"))


def _one_space(row: re.Match[str]) -> str:
    return next((sign for sign in "\t\n" if sign in row[0]), " ")


def _without_glued(text: str) -> str:
    """A byline without a date or a role that is pasted onto a person's name: "Ada QuillMay 3", "Ada QuillFounder"."""
    for joint in _JOINT.finditer(text):
        before, after = text[: joint.start()], text[joint.start() :]
        word = _LETTERS.match(after)
        is_date = word is None or (is_month(word[0]) and bool(_NUMBER_AFTER.match(after, word.end())))
        is_role = word is not None and ends_with_occupation(word[0])
        if (is_date or is_role) and is_person(in_small(_LAST_NAME.split(before)[-1])):
            return before
    return text


def _begins_with_date(text: str) -> bool:
    day = _DAY.match(text)
    return day is not None and is_month(day["month"])


def _without_month(text: str) -> str:
    words = text.split()
    return " ".join(words[:-1]) if words and is_month(words[-1]) else text


def _without_day(text: str) -> str:
    """Names without the day of the week before a date: "Ada Quill Tuesday,"."""
    words = text.split()
    # Short names of days are names of people, too: "Do", "Sun", "An".
    if len(words) > 2 and len(words[-1].strip(".,")) >= _SHORTEST_DAY and is_day_name(words[-1].strip(",")):
        words.pop()
    return " ".join(words)


def leading_names(text: str) -> str:
    """The names with which a byline begins, without the text after them and without a month before a number."""
    text = BRACKETS.sub("", _PICTURES.sub(NO_WRITER, text))
    text = _PICTURES_BY.split(text, maxsplit=1)[0]
    stop = _STOP.search(text, 3)
    if stop:
        text, rest = text[: stop.start()], text[stop.start() :]
        if text != (name := _BEFORE_DATE.sub("", text)) and " " in name:
            text = name
        text = _NO_NAME.sub("", _without_day(text if _begins_with_date(rest) else _without_month(text)))
    text = _UNFINISHED.sub(r"\g<last>", text)
    for word in _STOP_WORD.finditer(text):
        last = _SEPARATOR.split(text[: word.start()])[-1].strip()
        if is_person(in_small(last)) or (
            last != text[: word.start()].strip() and word[0].strip().casefold() not in ("le", "del")
        ):
            return text[: word.start()]
    return text
