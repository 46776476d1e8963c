"""Whether a paper's latest version is measured by what holds now, for a page that waits for it."""

from datetime import date

from tongket.papers.models import Paper
from tongket.papers.queries.form import is_outdated, ruled_by, ruled_for
from tongket.papers.queries.papers import latest_version
from tongket.papers.rules import BEING_READ


def is_being_read(paper: Paper, *, today: date) -> bool:
    """Whether a job will soon say more of the version that counts; at most five queries."""
    version = latest_version(paper)
    if version is None:
        return False
    return version.state in BEING_READ or is_outdated(
        version, ruled_for(paper, ruled_by(paper.duty.conference, on=today))
    )
