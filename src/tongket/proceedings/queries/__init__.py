"""What pages and jobs read of volumes."""
