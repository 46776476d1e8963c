"""Checks of a summary report, one file each. Pure."""
