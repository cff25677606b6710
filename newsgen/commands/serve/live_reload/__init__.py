"""What the server adds to a page as it sends it: a script that hears of the next build, and shows its problems.

Nothing of this is in the files that are built.
"""

from __future__ import annotations

import html
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from newsgen.commands.serve.edition import ServedSite
from newsgen.commands.serve.live_reload.csp import open_policies
from newsgen.errors import Problem

# Where the server tells its news: below a name that no page of a site has.
EVENTS = "/.newsgen/events"
# One mistake in a setting can stand in thousands of articles; nobody reads on after these.
_MOST_SHOWN = 50


def add_script(page: bytes, key: int, nonce: str) -> bytes:
    """A page with the script at its end, and with its policies opened for it; `key` is that of `Edition`."""
    script, style = _read("overlay.js"), html.escape(_read("overlay.css"))
    tag = f'<script nonce="{nonce}" data-key="{key}" data-events="{EVENTS}" data-style="{style}">\n{script}</script>\n'
    # A browser takes what follows </html> for a part of the body.
    return open_policies(page, nonce) + tag.encode()


def event_data(edition: ServedSite) -> dict[str, object]:
    """What an open page must know of an edition: the key that it should have, and the problems to show in it.

    The page that stands for a site that is not there yet shows the problems itself; the news has none for it.
    """
    shown = bool(edition.folder and edition.problems)
    told = _problems_data(edition) if shown else {"problems": []}
    return {"key": str(edition.key), "turn": edition.turn, **told}


def make_problem_page(edition: ServedSite) -> bytes:
    """The page that is shown in place of a site that could not be built yet."""
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(_read("problems.html"))
    return template.render(_problems_data(edition), style=Markup(_read("overlay.css"))).encode()


def _problems_data(edition: ServedSite) -> dict[str, object]:
    count = len(edition.problems)
    rest = count - _MOST_SHOWN
    return {
        "heading": f"Not built: {count:,} problem{'' if count == 1 else 's'}",
        "note": f"{edition.note} Mend what stands here and save; this page will follow.",
        "problems": [_data(problem) for problem in edition.problems[:_MOST_SHOWN]],
        "rest": f"And {rest:,} more." if rest > 0 else "",
    }


def _data(problem: Problem) -> dict[str, str]:
    place = f"{problem.path}:{problem.line}" if problem.line else problem.path
    return {"place": place, "message": problem.message, "reason": problem.reason, "fix": problem.fix}


@cache
def _read(name: str) -> str:
    return files("newsgen.commands.serve.live_reload").joinpath(name).read_text(encoding="utf-8")
