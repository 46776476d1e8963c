"""What leaves and arrives by mail."""
