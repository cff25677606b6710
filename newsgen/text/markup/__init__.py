"""Article bodies as safe HTML, and the links in it."""
