"""The encodings of old text files: their names, and which of them the bytes of a file were written in."""
