"""Reviews: what units report of themselves; outline, indicators, reports as they came, figures, statements, roll-up.

May use `core`, `reading`, `accounts`, `units`, `plans`, `conferences`, `documents`, `mailbox` and `exemplars`.
"""
