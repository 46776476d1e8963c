"""What there is to read of outlines and reviews."""
