"""Pages of delegates."""
