"""Learn from the pasted texts of a folder what they have in common: recurring lines, and the places of fields."""
