"""What people type about delegates."""
