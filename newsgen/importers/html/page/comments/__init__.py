"""Readers' comments on a page: their names, days, words and threads."""
