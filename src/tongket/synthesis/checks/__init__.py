"""Checks of a summary report, one file each; the list is the order in which they are told. Pure."""

from tongket.core.findings import Finding, Level, Result
from tongket.synthesis.checks.covered import covered
from tongket.synthesis.checks.doubted import doubted
from tongket.synthesis.checks.figures import figures
from tongket.synthesis.checks.stale import stale
from tongket.synthesis.checks.sums import sums
from tongket.synthesis.checks.unsourced import unsourced
from tongket.synthesis.checks.values import Draft

CHECKS = (
    ("stale", stale),
    ("unsourced", unsourced),
    ("figures", figures),
    ("sums", sums),
    ("covered", covered),
    ("doubted", doubted),
)

__all__ = ["CHECKS", "Draft", "blockers", "examine"]


def examine(draft: Draft) -> tuple[Result, ...]:
    """What each check says of the report, those that pass too."""
    return tuple(Result(name, check(draft)) for name, check in CHECKS)


def blockers(results: tuple[Result, ...]) -> tuple[Finding, ...]:
    """What must be settled before the report may leave."""
    found = (finding for result in results for finding in result.findings)
    return tuple(finding for finding in found if finding.level is Level.BLOCKER)
