"""What the checks say of a file before it is handed in: the same as afterwards, and nothing is kept."""

from dataclasses import dataclass
from datetime import date

from tongket.papers.measuring import Given
from tongket.papers.models import Paper
from tongket.papers.queries.checking import check_before
from tongket.papers.queries.counting import Counting, counting_of, names_of_checks
from tongket.papers.queries.findings import shown_to
from tongket.papers.queries.findings_said import Said, said_of, tally_of
from tongket.papers.queries.form import ruled_by, ruled_for
from tongket.papers.queries.meters_shown import Meter, meters_of
from tongket.papers.queries.said import Expansions, expansions_of
from tongket.papers.rules import BEING_READ


@dataclass(frozen=True, slots=True)
class Checked:
    """Meters, findings and what passed; `is_later` where another program must open the file first."""

    counting: Counting
    meters: tuple[Meter, ...] = ()
    findings: tuple[Said, ...] = ()
    passed: tuple[str, ...] = ()
    tally: dict[str, int] | None = None
    expansions: Expansions | None = None
    is_later: bool = False

    @property
    def has_minutes_finding(self) -> bool:
        """Whether a finding tells already how the minutes are counted."""
        return any(said.how == "minutes" for said in self.findings)


def checked(paper: Paper, given: Given, *, title: str, speaker: str, on: date) -> Checked:
    """What `given` would be as this paper's next version; raises Unreadable with one sentence."""
    ruled = ruled_for(paper, ruled_by(paper.duty.conference, on=on))
    found = check_before(paper, given, title=title, speaker=speaker, on=on)
    if found.state in BEING_READ:
        return Checked(counting_of(ruled, None), is_later=True)
    text = found.manuscript.text if found.manuscript else ""
    # Numbers lead to places of the laid out text, which is not shown yet.
    said = said_of(shown_to(found.findings, is_host=False), (), paper.duty)
    return Checked(
        counting=counting_of(ruled, found.figures.get("speaking_minutes")),
        meters=meters_of(found.figures, ruled),
        findings=said,
        passed=names_of_checks(found.passed),
        tally=tally_of(said, len(found.passed)),
        expansions=expansions_of(text) if text else None,
    )
