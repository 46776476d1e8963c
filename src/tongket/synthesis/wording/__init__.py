"""Wording proposed by a model behind an address the office chose; refused where it says more than its sources."""
