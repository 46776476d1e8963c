"""The findings of a version as one reader may see them: what other units wrote is not theirs to learn."""

from collections.abc import Iterable

from tongket.core.findings import Finding
from tongket.core.stored_findings import findings_from_json
from tongket.papers.models import PaperVersion
from tongket.papers.values import Origin

ORDER = {"blocker": 0, "approval": 1, "advice": 2}


def findings_shown(version: PaperVersion, *, is_host: bool) -> tuple[Finding, ...]:
    """What was found in a version, what holds it up first; asks nothing."""
    return shown_to(findings_from_json(version.findings), is_host=is_host)


def shown_to(findings: Iterable[Finding], *, is_host: bool) -> tuple[Finding, ...]:
    """The findings in order; a unit does not learn of words in another's paper before the office publishes it."""
    kept = [each for each in findings if is_host or not _is_anothers(each)]
    return tuple(sorted(kept, key=lambda each: ORDER[each.level.value]))


def _is_anothers(finding: Finding) -> bool:
    """Whether it tells of another unit's paper; one kept before findings named an origin may be of any."""
    return finding.code == "copied" and finding.values.get("origin", Origin.PAPER.value) == Origin.PAPER.value
