"""The commands `tongket plan read`, `check` and `schema`; none of them loads Django or writes anything."""

import argparse
import sys

from tongket.plans.check_command import print_results
from tongket.plans.checks import run_checks
from tongket.plans.commands import print_plan
from tongket.plans.plan import Plan
from tongket.plans.read import read_document
from tongket.plans.schema import schema_text
from tongket.reading.opening import bytes_of
from tongket.reading.refusals import Unreadable
from tongket.reading.safely import read_safely


def _plan(name: str) -> Plan | None:
    """The plan in the file `name`, `-` for standard input; None after one clear line on standard error."""
    try:
        plan = read_document(read_safely(bytes_of(name)))
    except Unreadable as refused:
        sys.stderr.write(" ".join(f"{name}: {refused}".split()) + "\n")
        return None
    if not plan.is_plan:
        sys.stderr.write(f"{name}: có vẻ không phải kế hoạch. {plan.nature}".rstrip() + "\n")
    return plan


def read(arguments: argparse.Namespace) -> int:
    """Prints what a plan says; exit code 2 where the file cannot be read."""
    plan = _plan(arguments.file)
    if plan is None:
        return 2
    print_plan(plan, as_json=arguments.as_json, out=sys.stdout)
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Prints the findings of a plan; exit code 1 with a blocker, 2 where the file cannot be read."""
    plan = _plan(arguments.file)
    if plan is None:
        return 2
    return print_results(run_checks(plan), json_wanted=arguments.as_json, out=sys.stdout)


def schema(arguments: argparse.Namespace) -> int:  # noqa: ARG001 -- every command is called alike
    """Prints the JSON Schema that the output of `read` keeps."""
    sys.stdout.write(schema_text())
    return 0
