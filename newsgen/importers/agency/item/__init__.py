"""News items as all formats give them, and the values of their fields."""
