"""What the checks say of a sheet, in few words."""

from tests.documents.checks.writing import Sheet, written
from tongket.core.findings import Finding
from tongket.documents.checks import run_checks
from tongket.documents.render.values import Profile
from tongket.documents.seen.components import Sight
from tongket.documents.seen.recognise import recognise
from tongket.documents.seen.walk import see
from tongket.reading.limits import DEFAULT


def sight(sheet: Sheet) -> Sight:
    """The sheet as the checks see it."""
    return recognise(see(written(sheet), DEFAULT))


def findings(sheet: Sheet, profile: Profile = Profile.FRONT) -> list[Finding]:
    """Everything that is found."""
    return [finding for result in run_checks(sight(sheet), profile) for finding in result.findings]


def codes(sheet: Sheet, profile: Profile = Profile.FRONT) -> list[str]:
    """The codes of everything that is found."""
    return [finding.code for finding in findings(sheet, profile)]
