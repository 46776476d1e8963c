"""A conference made of a plan: clauses, duties, evidence, dashboard. May use every room from core to plans."""
