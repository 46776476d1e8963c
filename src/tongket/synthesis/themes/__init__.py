"""Themes: an editable taxonomy of key phrases, near-duplicates, and what is learnt from a person's moves. Pure."""
