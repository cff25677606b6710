"""Full-text search without a server.

`format` is the binary format of the index's files, `index` makes these files, `reader` searches in them, and `browser`
does the same in the search page. The modules beside them are what several of these share.
"""
