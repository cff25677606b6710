"""The binary format of the index's files: codes, and their decoders."""
