"""What the linter says of a document, as its page shows it: what must be mended first, then how much is in order."""

from dataclasses import dataclass

from tongket.core.findings import Finding, Level
from tongket.documents.checks import check_document
from tongket.documents.queries.assembled import Assembled

ORDER = (Level.BLOCKER, Level.APPROVAL, Level.ADVICE)


@dataclass(frozen=True, slots=True)
class FormCheck:
    """The findings in order of weight, and how many checks passed."""

    findings: tuple[Finding, ...]
    passed: int


def form_check(made: Assembled) -> FormCheck:
    """What the making of the document and the linter found; asks nothing of the database."""
    results = check_document(made.document)
    found = [*made.findings, *(finding for result in results for finding in result.findings)]
    return FormCheck(
        tuple(sorted(found, key=lambda finding: ORDER.index(finding.level))),
        sum(not result.findings for result in results),
    )
