"""Organisations: their tree, names, aliases, validity and people. May use core, reading and accounts."""
