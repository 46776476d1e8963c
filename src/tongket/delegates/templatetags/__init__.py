"""What templates of delegates say."""
