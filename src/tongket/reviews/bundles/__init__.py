"""A finished synthesis as one signed file that another installation takes as a unit's review. Pure."""
