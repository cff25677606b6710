"""From an article's body to safe HTML, and the links in it."""
