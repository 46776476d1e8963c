"""Statements cut from the text of a report: one thought each, with its kind. Pure."""
