"""What other rooms and pages read of papers."""
