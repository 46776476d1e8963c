"""What people and jobs do with volumes."""
