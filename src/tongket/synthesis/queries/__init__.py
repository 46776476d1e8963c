"""What there is to read of the synthesis."""
