"""This period beside an earlier one, with what mergers, splits and missing reports do to the comparison said aloud."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from tongket.core.findings import Finding, Level, words
from tongket.reviews.rules import Gather
from tongket.reviews.tallying.coverage import Coverage
from tongket.reviews.tallying.lineage import Descent, Past
from tongket.reviews.tallying.values import Given, value_of

PERCENT = Decimal(100)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`before` and how much more (or less) it is now; `percent` None where there was nothing before.

    Where the two do not compare `before` is None and a finding says why; `label` is the period of `before`.
    """

    now: Decimal | None
    before: Decimal | None = None
    findings: tuple[Finding, ...] = ()
    label: str = ""

    @property
    def difference(self) -> Decimal | None:
        """Now less before."""
        return None if self.now is None or self.before is None else self.now - self.before

    @property
    def percent(self) -> Decimal | None:
        """The difference in hundredths of what was before."""
        difference = self.difference
        return None if difference is None or not self.before else difference * PERCENT / abs(self.before)


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the units of an earlier period gave, by key of unit, and what they are called."""

    label: str
    given: Mapping[int, Given]
    names: Mapping[int, str]


def compare(
    now: Decimal | None, past: Past, earlier: Earlier, gather: Gather, *, measure: str = "", name: str = ""
) -> Comparison:
    """A unit's figure beside that of the units it comes from.

    One unit: as it is. Merged: beside all of them together, and said so. Split: not compared. New: nothing to compare
    with. Where some of them gave nothing the comparison is left out and they are named.
    """
    values = {"name": name, "label": earlier.label, "units": _names(past, earlier)}
    if past.descent is Descent.NEW:
        return Comparison(now, findings=(_finding("new", NEW, values),))
    if past.descent is Descent.SPLIT:
        return Comparison(now, findings=(_finding("split", SPLIT, values),))
    missing = [unit for unit in past.units if unit not in earlier.given or not earlier.given[unit].number]
    if len(missing) == len(past.units):
        return Comparison(now)
    if missing:
        named = ", ".join(earlier.names.get(unit, str(unit)) for unit in missing)
        return Comparison(now, findings=(_finding("partly", PARTLY, {**values, "missing": named}),))
    together = sum((earlier.given[unit] for unit in past.units), Given())
    before = value_of(gather, together, measure=measure)
    findings = (_finding("merged", MERGED, values),) if past.descent is Descent.MERGED else ()
    return Comparison(now, before, findings, earlier.label)


MERGED = words("{name} hợp nhất từ {units}: so với số của các đơn vị đó cộng lại, {label}.")
SPLIT = words("{name} tách ra từ {units}: không so được với {label}.")
PARTLY = words("{name} hợp nhất từ {units}; {label} thiếu số của {missing}: không so được.")
NEW = words("{name} chưa có vào {label}: không có số để so.")
COVERAGE = words("Kỳ này {now} đơn vị có số, {label} là {before}: hai tổng chưa cùng độ phủ.")


def _names(past: Past, earlier: Earlier) -> str:
    return ", ".join(earlier.names.get(unit, str(unit)) for unit in past.units)


def _finding(code: str, found: str, values: Mapping[str, object]) -> Finding:
    """A finding whose label stands within its sentence: `năm 2023 là …`."""
    label = str(values["label"])
    within = {**values, "label": label[:1].lower() + label[1:]}
    return Finding(f"compared-{code}", Level.ADVICE, found=found, values=within)


def unlike_coverage(now: Coverage, before: Coverage, *, label: str) -> Finding | None:
    """Said where one of two totals lacks units that the other may have, which alone makes one larger.

    Two whole ones compare, even if mergers left fewer units.
    """
    if (now.is_whole and before.is_whole) or (now.number, now.expected) == (before.number, before.expected):
        return None
    return _finding("coverage", COVERAGE, {"now": str(now), "before": str(before), "label": label})
