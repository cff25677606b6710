"""How well pasted texts are read."""
