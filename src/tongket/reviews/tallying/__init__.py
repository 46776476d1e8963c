"""Figures of many units as one: sums, means, rates, coverage, comparison, lineage of merged units. Pure."""
