"""ninjs, the News in JSON."""
