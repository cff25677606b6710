"""Texts that are about something: those of a topic have words in common, and no two are the same."""

from random import Random
from typing import Any

from newsgen.record.article import Article, Block
from tests.support.records import an_article

_WORDS = {
    "ferry": "ferry skipper Sorrel pier timetable moorings crossing passengers gangway engine harbourmaster fares",
    "mill": "mill weir grain Tolliver millstone sluice flour restoration millrace granary sacks wheel carpenter",
    "frost": "frost orchard blossom Kestrel cider growers harvest thermometer apples pruning beekeeper night damage",
    "vote": "ballot council Ullathorpe turnout candidate mayor recount manifesto polling coalition wards majority seat",
}
TOPICS = tuple(_WORDS)
_PATTERNS = (
    "The {} and the {} are with the {}.",
    "It is not for the {} or for the {}, and not for the {}!",
    "Is this the {} or the {}, or is it the {}?",
    "But there was the {}, the {} and the {}.",
)


def write_about(topic: str, number: int = 0, sentences: int = 8) -> str:
    """A text about a topic; another number makes another text."""
    random = Random(f"{topic} {number}")
    words = _WORDS[topic].split()
    return " ".join(random.choice(_PATTERNS).format(*random.sample(words, 3)) for _ in range(sentences))


def a_report(path: str, topic: str, number: int = 0, **fields: Any) -> Article:
    """An article about a topic; those of one number have the same text."""
    return an_article(path, body=(Block("paragraph", write_about(topic, number), 1),), **fields)


def daily_reports(count: int, topic: str, **fields: Any) -> list[Article]:
    """As many articles about a topic as wanted, the oldest first, one a day in January 2024."""
    return [
        a_report(f"note-{day:02}.md", topic, day, **{"published": f"2024-01-{day:02}", **fields})
        for day in range(1, count + 1)
    ]
