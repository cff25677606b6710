"""Build the index and keep it up to date: from the words of articles to the files of `search/`."""
