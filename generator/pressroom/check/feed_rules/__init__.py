"""Rules about a podcast's feed, one to a file: what public validators let pass among them."""
