"""Every write of the room of conferences."""
