"""A line over periods: a period without figures breaks it, one that does not compare is cut off and says why."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tongket.core.charts.scale import reach, ticks
from tongket.core.charts.svg import drawing, element, hatch, line, number, text
from tongket.core.decimals import written

HEIGHT, REASON_HIGH = 184, 16  # of the drawing, and of the words below that say why two periods do not compare
TOP, BOTTOM, LEFT, RIGHT = 26.0, 158.0, 64.0, 24.0
RADIUS = 4.5


@dataclass(frozen=True, slots=True)
class Point:
    """One period: `value` None is missing; `is_partial` says that not all units are in.

    `cut` is why this period does not compare with the one before it, in few words; the line is broken there.
    """

    label: str
    value: Decimal | None
    is_partial: bool = False
    cut: str = ""


def trend(
    points: Sequence[Point], *, title: str, missing: str, description: str = "", key: str = "trend", width: int = 480
) -> str:
    """The values in the given order, each with its number; a hollow dot is a period in which units are missing."""
    known = [point.value for point in points if point.value is not None]
    low, high = reach(known)
    places = _places(len(points), width)
    parts = [hatch(key)] if len(known) < len(points) else []

    def y(value: Decimal) -> float:
        return BOTTOM - (BOTTOM - TOP) * float((value - low) / (high - low))

    for tick in ticks(known):
        parts.append(line("grid" if tick else "zero", LEFT, y(tick), width - RIGHT / 2, y(tick)))
        parts.append(text(written(tick), x=LEFT - 8, y=y(tick) + 4.5, class_="no nm"))
    heights = [None if point.value is None else y(point.value) for point in points]
    parts += _runs(points, places, heights)
    for point, x, height in zip(points, places, heights, strict=True):
        parts += _cut(point, x, (width - LEFT - RIGHT) / len(points)) if point.cut else []
        parts += _period(point, x, height, key=key, missing=missing)
    height = HEIGHT + REASON_HIGH * any(point.cut for point in points)
    return drawing(key, title=title, description=description, width=width, height=height, parts=parts)


def _places(count: int, width: int) -> list[float]:
    """The middle of each period from left to right."""
    each = (width - LEFT - RIGHT) / max(count, 1)
    return [LEFT + each * (place + 0.5) for place in range(count)]


def _runs(points: Sequence[Point], places: Sequence[float], heights: Sequence[float | None]) -> list[str]:
    """A line through each run of periods that compare."""
    runs: list[list[str]] = [[]]
    for point, x, height in zip(points, places, heights, strict=True):
        if height is None or point.cut:
            runs.append([])
        if height is not None:
            runs[-1].append(f"{number(x)},{number(height)}")
    return [element("polyline", class_="line", points=" ".join(run)) for run in runs if len(run) > 1]


def _cut(point: Point, x: float, each: float) -> list[str]:
    """A line between this period and the one before it, and why it is there."""
    between = x - each / 2
    return [line("cut", between, TOP - 10, between, BOTTOM), text(point.cut, x=x, y=BOTTOM + 39, class_="why")]


def _period(point: Point, x: float, height: float | None, *, key: str, missing: str) -> list[str]:
    parts = [text(point.label, x=x, y=BOTTOM + 22, class_="ax")]
    if height is None or point.value is None:
        box = {"x": x - 15, "y": BOTTOM - 30, "width": 30, "height": 30}
        parts.append(element("rect", "", class_="miss", fill=f"url(#{key}-gap)", **box))
        return [*parts, text(missing, x=x, y=BOTTOM - 38, class_="no mid")]
    dot = "dot part" if point.is_partial else "dot"
    parts.append(element("circle", class_=dot, cx=x, cy=height, r=RADIUS))
    return [*parts, text(written(point.value), x=x, y=height - 11, class_="vl mid")]
