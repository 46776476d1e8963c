"""What a message that came in is."""
