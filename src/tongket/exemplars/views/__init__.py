"""Pages of the register of exemplars."""
