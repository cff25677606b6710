"""The files of an index, read as a query needs them."""
