"""Mail as JSON."""
