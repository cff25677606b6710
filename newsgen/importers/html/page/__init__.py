"""Read one HTML page: what it says of itself, and what its blocks show."""
