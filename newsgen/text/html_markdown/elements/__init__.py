"""What the elements of HTML become."""
