"""Themes: an editable taxonomy of key phrases, near-duplicates, and what is learnt from a person's moves. Pure."""

from tongket.synthesis.themes.telling import wording_of

__all__ = ["wording_of"]
