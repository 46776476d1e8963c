"""What happens to mail."""
