"""Parts add up to their total.

The outline says which indicators are parts of which; the sum is only compared where every part is given, but given
parts never exceed the total.
"""

from decimal import Decimal

from tongket.core.decimals import written
from tongket.core.findings import Finding, Level, words
from tongket.reviews.checks.sight import Sight, finding, said
from tongket.reviews.values import Indicator


def check(sight: Sight) -> tuple[Finding, ...]:
    """A finding for each total that its parts do not make."""
    found = []
    for period, indicator, figure, total in sight.known():
        parts = [part for part in sight.outline.indicators if part.part_of == indicator.code]
        values = [sight.value(part.code, period.code) for part in parts]
        known = [value for value in values if value is not None]
        added = sum(known, Decimal(0))
        is_whole = len(known) == len(parts)
        if not known or added == total or (not is_whole and added < total):
            continue
        message = words("Các phần cộng lại là {added}, tổng ghi {value}: {sum}.")
        incomplete = words("Mới {given} trên {all} phần mà cộng lại đã là {added}, hơn tổng {value}: {sum}.")
        found.append(
            finding(
                "parts",
                Level.APPROVAL,
                indicator,
                period,
                figure=figure,
                found=message if is_whole else incomplete,
                wanted=words("Tổng bằng các phần cộng lại."),
                todo=words("Xem lại tổng và từng phần."),
                value=said(total, indicator),
                added=said(added, indicator),
                sum=_sum_of(parts, values),
                given=len(known),
                all=len(parts),
            )
        )
    return tuple(found)


def _sum_of(parts: list[Indicator], values: list[Decimal | None]) -> str:
    """`nông nghiệp 3 + dịch vụ 4`."""
    pairs = zip(parts, values, strict=True)
    return " + ".join(f"{part.name} {written(value)}" for part, value in pairs if value is not None)
