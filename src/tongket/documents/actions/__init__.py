"""What happens to documents: every write that matters, one function each."""
