"""Exemplars: models worth spreading, who did what where with which proof, across conferences; told from one another.

May use `core`, `reading`, `accounts`, `units`, `plans`, `conferences`, `documents` and `mailbox`.
"""
