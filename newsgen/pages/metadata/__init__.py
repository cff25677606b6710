"""What a page tells machines: head tags, JSON-LD and citations."""
