"""Lines of a plan in, clauses, facts and findings out. Pure: no database, no Django. May use core and reading.

The names below are the public door, for programs that want plans read and nothing else: see docs/reading-plans.md.
"""

from tongket.plans.checks import Context, run_checks
from tongket.plans.facts import Facts, from_json, to_json
from tongket.plans.plan import Clause, Evidence, Plan, Span
from tongket.plans.read import read_document, read_plan
from tongket.plans.schema import facts_schema

__all__ = [
    "Clause",
    "Context",
    "Evidence",
    "Facts",
    "Plan",
    "Span",
    "facts_schema",
    "from_json",
    "read_document",
    "read_plan",
    "run_checks",
    "to_json",
]
