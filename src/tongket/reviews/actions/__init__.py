"""What happens to outlines and reviews."""
