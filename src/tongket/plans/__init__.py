"""Lines of a plan in, clauses, facts and findings out. Pure: no database, no Django. May use core and reading."""
