"""Substack's exports: a ZIP of `posts.csv` and the HTML of each post; its lists of readers are left alone."""
