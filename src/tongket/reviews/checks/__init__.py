"""Checks of a review's figures, one file each. Pure."""
