"""Live reload: the script that the server adds to each page it sends, the data of its events, and the problem page.

The built files have none of it.
"""

from __future__ import annotations

import html
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from newsgen.commands.serve.live_reload.csp import open_policies
from newsgen.commands.serve.served_site import ServedSite
from newsgen.errors import Problem

# The path of the event stream, below a name that no page of a site has.
EVENTS = "/.newsgen/events"
# One mistake in a setting can be a problem of thousands of articles; nobody reads on after these.
_MOST_SHOWN = 50


def add_script(page: bytes, key: int, nonce: str) -> bytes:
    """A page with the script at its end and its policies opened for it; `key` is that of the served site."""
    script, style = _read("overlay.js"), html.escape(_read("overlay.css"))
    tag = f'<script nonce="{nonce}" data-key="{key}" data-events="{EVENTS}" data-style="{style}">\n{script}</script>\n'
    # Browsers take what follows </html> as part of the body.
    return open_policies(page, nonce) + tag.encode()


def event_data(site: ServedSite) -> dict[str, object]:
    """The data of an event: the key that open pages should have, and the problems to lay over them.

    The problem page, which stands for a site before its first good build, shows the problems itself: its event has
    none.
    """
    problems = _problems_data(site) if site.folder and site.problems else {"problems": []}
    return {"key": str(site.key), "build": site.build_number, **problems}


def make_problem_page(site: ServedSite) -> bytes:
    """The page that is sent for every address until a first build succeeds."""
    template = Environment(autoescape=True, undefined=StrictUndefined).from_string(_read("problems.html"))
    return template.render(_problems_data(site), style=Markup(_read("overlay.css"))).encode()


def _problems_data(site: ServedSite) -> dict[str, object]:
    count = len(site.problems)
    rest = count - _MOST_SHOWN
    return {
        "heading": f"Not built: {count:,} problem{'' if count == 1 else 's'}",
        "note": f"{site.note} Fix what is listed here and save; this page will follow.",
        "problems": [_problem_data(problem) for problem in site.problems[:_MOST_SHOWN]],
        "rest": f"And {rest:,} more." if rest > 0 else "",
    }


def _problem_data(problem: Problem) -> dict[str, str]:
    location = f"{problem.path}:{problem.line}" if problem.line else problem.path
    return {"location": location, "message": problem.message, "reason": problem.reason, "fix": problem.fix}


@cache
def _read(name: str) -> str:
    return files("newsgen.commands.serve.live_reload").joinpath(name).read_text(encoding="utf-8")
