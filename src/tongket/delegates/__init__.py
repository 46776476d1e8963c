"""Delegates: who comes to a conference, by name: groups of the plan, answers of units, protocol order."""
