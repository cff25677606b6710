"""Search in the index's files as the search page does in a browser: from a query to ranked articles."""
