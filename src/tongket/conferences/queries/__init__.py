"""Reads over several tables of this room, a module for each page that asks."""
