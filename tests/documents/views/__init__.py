"""Tests of this floor of the room."""
