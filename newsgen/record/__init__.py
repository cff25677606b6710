"""What an article is: plain values, dates, digests, paths and its JSON form."""
