"""Passages that stand in two texts, found through shingles of four syllables: an inverted index of our own. Pure."""
