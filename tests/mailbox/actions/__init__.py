"""Every write about mail."""
