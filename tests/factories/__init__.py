"""Makes one row and its needs, nothing else; typed keyword-only functions."""
