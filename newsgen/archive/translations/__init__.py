"""Articles that are each other's translation: by what they name each other, and which they are."""
