"""What there is to read about official documents."""
