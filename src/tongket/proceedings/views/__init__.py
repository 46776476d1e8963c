"""Pages of the volume."""
