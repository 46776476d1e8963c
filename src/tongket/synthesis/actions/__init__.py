"""What happens to themes, passages and recommendations."""
