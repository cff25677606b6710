"""What the folders of static site generators have in common: pages with front matter, settings, and other files."""
