"""Writes of the room of mail."""
