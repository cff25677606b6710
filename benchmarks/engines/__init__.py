"""Build and serve sites: newsgen beside other engines."""
