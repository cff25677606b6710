"""Comments of HTML, as a pattern."""

from __future__ import annotations

# It goes no farther than the next beginning of one: many that do not end would else be searched to the end of the text.
COMMENT = r"<!--(?:(?!<!--|-->).)*+-->"
