"""Full-text search without a server.

Here is what all sides agree in: the words and stems of a text, and how the index's files code them. `index` makes these
files, `reader` searches in them, and `browser` does the same in the search page.
"""
