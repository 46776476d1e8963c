"""A conference made of a plan: clauses, duties, evidence, dashboard. May use core, reading, accounts, units and plans."""
