"""The findings of a paper as its page says them: gravest first, numbered where they have a place in the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from tongket.conferences.models import Duty
from tongket.core.findings import Finding, Level
from tongket.papers.marks import Spot

LEVELS = {Level.BLOCKER: ("must", "stop"), Level.APPROVAL: ("rule", "ask"), Level.ADVICE: ("tip", "note")}
MINUTES, PAGES = frozenset({"too-slow", "slow"}), frozenset({"too-long", "long"})


@dataclass(frozen=True, slots=True)
class Said:
    """A finding as the page shows it; `number` stands beside the text too where the finding has a place there.

    `figure_at` leads to the figure of the unit's review that the finding is about: who sees the paper sees that too.
    """

    finding: Finding
    anchor: str
    css: str
    picture: str
    number: int | None
    how: str
    figure_at: str = ""


def said_of(findings: Sequence[Finding], texts: Sequence[str], duty: Duty) -> tuple[Said, ...]:
    """The findings, gravest first; those that have a place in the text are numbered."""
    order = list(LEVELS)
    found = sorted(findings, key=lambda finding: order.index(finding.level))
    shown: list[Said] = []
    number = 0
    for place, finding in enumerate(found, 1):
        block = finding.values.get("block")
        has_place = isinstance(block, int) and block < len(texts)
        number += has_place
        css, picture = LEVELS[finding.level]
        how = "minutes" if finding.code in MINUTES else "pages" if finding.code in PAGES else ""
        at, numbered = figure_at(finding, duty), number if has_place else None
        shown.append(Said(finding, f"phat-hien-{place}", css, picture, numbered, how, at))
    return tuple(shown)


def figure_at(finding: Finding, duty: Duty) -> str:
    """Where the figure of the unit's review stands that a finding tells of, empty for any other finding."""
    figure = finding.values.get("figure")
    if not isinstance(figure, list | tuple) or duty.unit_id is None:
        return ""
    return f"{reverse('reviews:review', args=[duty.conference_id, duty.unit_id])}#so-{'-'.join(map(str, figure))}"


def tally_of(said: Sequence[Said], passed: int) -> dict[str, int]:
    """How many findings of each level, and how many checks found nothing."""
    return {level.value: sum(each.finding.level is level for each in said) for level in Level} | {"passed": passed}


def spots_of(said: Sequence[Said]) -> list[Spot]:
    """The places that the numbered findings are about."""
    return [
        Spot(each.number, each.anchor, int(str(each.finding.values["block"])), each.finding.quote)
        for each in said
        if each.number is not None
    ]
