"""The JSON of mail."""
