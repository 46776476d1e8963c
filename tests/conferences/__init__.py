"""The room of conferences."""
