"""What people type about delegates, made clean."""
