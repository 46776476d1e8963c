"""What the tests of checks share: one check asked about figures, and what it says in one sentence."""

from collections.abc import Mapping
from decimal import Decimal

from tests.factories.figures import outline
from tongket.core.findings import Finding, compose
from tongket.reviews.checks.sight import Sight, Spread
from tongket.reviews.values import Figure, Indicator


def sight(
    *figures: Figure,
    asked: tuple[Indicator, ...] = (),
    before: Mapping[str, int] | None = None,
    peers: Spread | None = None,
    below: Mapping[str, int] | None = None,
) -> Sight:
    """A sight of 2023 and 2024, the current one; `peers` are those of every indicator."""
    return Sight(
        outline(*asked),
        {(each.period, each.indicator): each for each in figures},
        {code: Decimal(value) for code, value in (before or {}).items()},
        {each.code: peers for each in asked} if peers else {},
        {code: Decimal(value) for code, value in (below or {}).items()},
    )


def said(findings: tuple[Finding, ...]) -> list[str]:
    """What was found, each in one sentence, with spaces that break."""
    return [compose(each).found.replace("\N{NO-BREAK SPACE}", " ") for each in findings]


def spread(median: int, low: int, high: int, number: int = 9) -> Spread:
    """What others say."""
    return Spread(Decimal(median), Decimal(low), Decimal(high), number)
