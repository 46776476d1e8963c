"""Every write that matters in this room, a module for each thing that changes."""
