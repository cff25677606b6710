"""The binary format of the index's files (docs/format/search.md): codes and their decoders."""
