"""Web archives: WARC, ARC and WACZ files as captures, by an index on disk."""
