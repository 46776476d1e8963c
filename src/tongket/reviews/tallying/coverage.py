"""Which units are in a total and which are missing, as the report says it: `15/18 đơn vị`."""

from collections.abc import Sequence
from dataclasses import dataclass

from tongket.core.findings import Finding, Level, words

MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Coverage:
    """`number` of `expected` units are in; `missing` names the others, those that never came before those without a
    figure."""

    number: int
    expected: int
    missing: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether nobody is missing."""
        return self.number >= self.expected

    def __str__(self) -> str:
        return f"{self.number}/{self.expected}"


MISSING = words("{number}/{expected} đơn vị có số; thiếu {names}.")
MISSING_MORE = words("{number}/{expected} đơn vị có số; thiếu {names} và {more} đơn vị nữa.")
APPROXIMATE = words("Tổng có số ước chừng của {names}.")
APPROXIMATE_MORE = words("Tổng có số ước chừng của {names} và {more} đơn vị nữa.")
MISSING_MANY = words("{number}/{expected} đơn vị có số.")


def finding(coverage: Coverage, *, indicator: str, period: str) -> Finding | None:
    """Who is missing, as advice; None where nobody is."""
    if coverage.is_whole:
        return None
    names, more = _named(coverage.missing)
    message = MISSING_MORE if more else MISSING
    return Finding(
        "coverage",
        Level.ADVICE,
        found=message if names else MISSING_MANY,
        todo=words("Nhắc các đơn vị thiếu, hoặc ghi rõ trong báo cáo là chưa đủ."),
        values={
            "number": coverage.number,
            "expected": coverage.expected,
            "names": names,
            "more": more,
            "indicator": indicator,
            "period": period,
        },
    )


def approximate(units: Sequence[str], *, indicator: str, period: str) -> Finding | None:
    """Said where some of what was added up stands with `gần`, `trên` or the like: no more exact is the total."""
    if not units:
        return None
    names, more = _named(units)
    return Finding(
        "approximate",
        Level.ADVICE,
        found=APPROXIMATE_MORE if more else APPROXIMATE,
        values={"names": names, "more": more, "indicator": indicator, "period": period},
    )


def _named(missing: Sequence[str]) -> tuple[str, int]:
    return ", ".join(missing[:MOST_NAMED]), max(0, len(missing) - MOST_NAMED)
