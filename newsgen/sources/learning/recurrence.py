"""Find the lines that recur in the texts of a folder: in how many different articles each is, and at which place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsgen.settings.learnt_reading import LearntReading
from newsgen.sources.learning.texts import LearningText
from newsgen.sources.pasted.author_names import is_byline
from newsgen.sources.pasted.headline import may_be_headline

# A longer line, or one with the brackets of a template, is not remembered.
_LONGEST = 300
# A line recurs if it is in this share of the articles, of a large folder in fewer: a paper's older pages have others.
_SHARE, _SOME, _SHARE_OF_MANY = 0.1, 12, 0.01
_FEW, _FEWEST, _LEAST = 8, 2, 3
# A line of this width may be the headline of another article, which pages list; then it takes more to recur.
_LINK = 24
_LINKS_SHARE, _LINKS_SOME, _LINKS_SHARE_OF_MANY = 0.5, 10, 0.05
# The shares that it takes to be left out of articles, to be no author's name, and to be no headline though it was
# read as one; and the share of its occurrences as headline that makes a line a standing headline.
_INSIDE = 0.3
_NAME = 0.6
_HEADLINE = 0.5
_STANDING = 2 / 3
# A line in this share of the articles is the name of the paper and no standing headline, if in most of them a line of
# fewer articles below it may be the headline.
_EVERYWHERE, _MANY = 0.8, 0.4
_PLACES = ("above", "inside", "below")


@dataclass(slots=True)
class Occurrences:
    """In how many articles a line is, and in how many it was read as what; `text` and `width` are of one of them.

    In `above_others` of them it was read as the headline, and below it stands a line of fewer articles that may be it.
    """

    text: str
    width: float
    articles: int = 0
    above_others: int = 0
    roles: Counter[str] = field(default_factory=Counter)


def count_lines(articles: Sequence[Sequence[LearningText]]) -> dict[str, Occurrences]:
    """The occurrences of each line, which is in the form of phrases; an article may have several texts."""
    found: dict[str, Occurrences] = {}
    for texts in articles:
        roles: dict[str, str] = {}
        for text in texts:
            for index, (word, here) in enumerate(zip(text.words, text.features, strict=True)):
                if not word or here.dated or len(word) > _LONGEST or "[" in word or "{" in word:
                    continue
                role = text.place(index)
                if word not in roles or role in ("headline", "byline"):
                    roles[word] = role
                if word not in found:
                    found[word] = Occurrences(text.lines[index].text, here.width)
        for word, role in roles.items():
            found[word].articles += 1
            found[word].roles[role] += 1
    for texts in articles:
        for word in {text.words[text.headline] for text in texts if _has_other_headline(text, found)}:
            found[word].above_others += 1
    return found


def find_on_every_page(found: dict[str, Occurrences], count: int) -> frozenset[str]:
    """The lines that nearly all of `count` articles have, whatever they are."""
    return frozenset(word for word, line in found.items() if line.articles >= _EVERYWHERE * count)


def settle_headline(text: LearningText, found: dict[str, Occurrences], count: int) -> int:
    """The line of one of `count` articles that is counted as its headline; -1 for none.

    A line that was read as the headline of some articles, and that not nearly all have, is the name of a section if
    another below it may be the headline that fewer articles have.
    """
    if text.headline < 0 or text.words[text.headline] not in found:
        return text.headline
    read = found[text.words[text.headline]]
    if read.roles["headline"] < _FEWEST or read.articles >= _EVERYWHERE * count:
        return text.headline
    others = _other_headlines(text, found, read.articles)
    return next((index for index in others if not is_byline(text.lines[index].text)), text.headline)


def _has_other_headline(text: LearningText, found: dict[str, Occurrences]) -> bool:
    """Whether below a text's headline a line of few texts stands that may be the headline."""
    if text.headline < 0 or text.words[text.headline] not in found:
        return False
    many = _MANY * found[text.words[text.headline]].articles
    return next(_other_headlines(text, found, many), -1) >= 0


def _other_headlines(text: LearningText, found: dict[str, Occurrences], many: float) -> Iterator[int]:
    """The lines between a text's headline and its first paragraph that may be it, and that fewer articles have."""
    for index in range(text.headline + 1, text.end):
        here, word = text.features[index], text.words[index]
        if here.prose:
            return
        if word in found and found[word].articles < many and may_be_headline(text.lines[index].text, here):
            yield index


def find_recurring(found: dict[str, Occurrences], count: int) -> LearntReading:
    """The recurring lines of `count` articles, by their places; no sections yet."""
    places: dict[str, set[str]] = defaultdict(set)
    least = least_articles(count)
    for word, line in found.items():
        if line.articles >= least and _is_chrome(line, count):
            places[max(_PLACES, key=lambda name: line.roles[name])].add(word)
    inside = {word for word in places["inside"] if found[word].articles >= max(_LEAST, _INSIDE * count)}
    return LearntReading(above=frozenset(places["above"]), inside=frozenset(inside), below=frozenset(places["below"]))


def least_articles(count: int) -> int:
    """In how many articles of `count` a line is that recurs."""
    return max(_FEWEST if count < _FEW else _LEAST, round(min(_SHARE * count, _SOME + _SHARE_OF_MANY * count)))


def _is_chrome(line: Occurrences, count: int) -> bool:
    """Whether a line that recurs is neither a headline nor a name."""
    if line.width >= _LINK and line.articles < min(_LINKS_SHARE * count, _LINKS_SOME + _LINKS_SHARE_OF_MANY * count):
        return False
    headlines = line.roles["headline"]
    if line.articles >= _EVERYWHERE * count and line.above_others >= _STANDING * line.articles:
        return True
    if headlines >= _STANDING * line.articles or (headlines and line.articles < _HEADLINE * count):
        return False
    return line.articles >= _NAME * count or not (line.roles["byline"] or is_byline(line.text))
