"""Read WXR: from bytes to items, whatever state the file is in."""
