"""Every write about official documents."""
