"""The search index: its cost, the quality of its results, and the speed of the search page."""
