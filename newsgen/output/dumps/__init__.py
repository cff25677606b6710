"""Dumps: the articles as data, one record an article, for those who read archives with programs."""
