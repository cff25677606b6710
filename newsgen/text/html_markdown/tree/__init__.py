"""The tree of an HTML document, and what its elements are."""
