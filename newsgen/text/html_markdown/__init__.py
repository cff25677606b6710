"""HTML as Markdown that newsgen renders back: one conversion for all importers, with an account of its parts."""
