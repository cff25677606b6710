"""Making the index, and keeping it up to date with the articles: from their words to the files of `search/`."""
