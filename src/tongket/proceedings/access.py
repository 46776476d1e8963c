"""Who may do what with the volume: the host's people see it, its clerks and leaders bind it."""
