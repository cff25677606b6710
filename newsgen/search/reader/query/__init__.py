"""What a query asks for: its pieces, words and conditions."""
