"""Sentences from figures: the total, who stands behind it, its parts, and what it was before. Pure."""

import re
from collections.abc import Sequence
from decimal import Decimal

from tongket.reviews.rules import Gather, Nature
from tongket.synthesis.composing.values import Before, Share, Total
from tongket.synthesis.composing.wording import (
    WITHIN,
    all_of,
    closed,
    counted,
    figure,
    listed,
    lowered,
    measured,
    printed,
    raised,
    share,
    told,
)
from tongket.synthesis.rules import SourceSort
from tongket.synthesis.values import Passage, Source

Figures = dict[str, tuple[str, Source]]
SHOWN_SHARES = 60
SHOWN_FIRST = 2
# The first of the units stands out where it gave so many times what one of them gives in the mean.
STANDS_OUT = Decimal("1.5")
# Above twice as much more, times are said and not hundreds of per cent.
TIMES_LEAST = 2
SINCE_EVERY = 4
CHANGES_LEAST = Decimal("0.05")
# A name that ends with what was done takes no second verb: `tiền vận động được là …`.
DONE = re.compile(r"\b(?:được|hiến|góp|gửi)$", re.IGNORECASE)
# How many units speak, after their names; a name may hold brackets of its own.
NUMBERED = re.compile(r" \(([\d.]+/[\d.]+ đơn vị)\)$")
VERBS = {Gather.MEAN: "bình quân là", Gather.RATE: "đạt"}


def figured(section: str, totals: Sequence[Total], since: str) -> tuple[Passage, ...]:
    """A passage for each total, and one more where it cannot be compared with the earlier period and why."""
    found: list[Passage] = []
    for turn, total in enumerate(totals):
        found.append(_total(section, total, since, turn))
        if total.before is not None and total.before.note:
            found.append(_incomparable(section, total, total.before))
    return tuple(found)


def amount(total: Total) -> str:
    """`57 mô hình`, `3.960,5 triệu đồng`, `86,5%`."""
    return measured(_shown(total), total.indicator.measure)


def _shown(total: Total) -> str:
    return figure(total.value, total.indicator.nature, total.indicator.decimals)


def _of(total: Total) -> Source:
    return Source(SourceSort.TALLY, total.key, where=total.indicator.name)


def _sources(total: Total) -> tuple[Source, ...]:
    shares = total.shares[:SHOWN_SHARES]
    return (_of(total), *(_of(part) for part in total.parts), *map(shared, shares))


def shared(share: Share) -> Source:
    """One unit's part as a source."""
    sort = SourceSort.TALLY if share.is_tally else SourceSort.FIGURE
    return Source(sort, share.key, share.quote, share.where or share.unit_name)


def by_whom(total: Total) -> tuple[str, Figures]:
    """Of how many units a figure speaks, one or two of them by name: `15/18 đơn vị`, `xã Tam Phú (1/18 đơn vị)`.

    Where only one was asked its name says it all.
    """
    if total.number == total.expected == len(total.shares) == 1:
        return total.shares[0].unit_name, {}
    if total.number == total.expected and total.number > 1:
        number = counted(total.number)
        return f"{all_of(total.number)} đơn vị", {"co_so": (number, _of(total))}
    number, _slash, whole = share(total.number, total.expected).partition("/")
    names = [each.unit_name for each in total.shares]
    who = f"{listed(names)} ({number}/{whole} đơn vị)" if 0 < total.number == len(names) <= SHOWN_FIRST else ""
    return who or f"{number}/{whole} đơn vị", {"co_so": (number, _of(total)), "phai_co": (whole, _of(total))}


def _total(section: str, total: Total, since: str, turn: int) -> Passage:
    whom, figures = by_whom(total)
    figures["tong"] = (_shown(total), _of(total))
    said = _said(total)
    opening = raised(f"{since}, {said}" if since and turn % SINCE_EVERY == 0 else said)
    first = f"{opening}, theo báo cáo của {whom}" if turn % 2 == 0 else f"{opening} (số liệu của {_within(whom)})"
    pieces = (_change(total, figures), _parts(total, figures), _most(total, figures))
    text = closed(first + "".join(f"; {each}" for each in pieces if each))
    slot = f"{section}:so:{total.indicator.code}"
    sources = (*_sources(total), *_earlier(total))
    return Passage(slot, text, sources, figures=figures, clause=total.indicator.clause)


def _within(whom: str) -> str:
    """The same within brackets: `xã Tam Thăng, 1/18 đơn vị`."""
    return NUMBERED.sub(r", \1", whom)


def _said(total: Total) -> str:
    """`có 57 mô hình đang duy trì` where the name begins with its measure, else `giá trị làm lợi đạt …`."""
    indicator, shown = total.indicator, _shown(total)
    said = told(indicator, shown)
    if said.startswith(shown):
        return f"có {said}"
    is_plain = indicator.nature is Nature.COUNT or DONE.search(indicator.name)
    verb = VERBS.get(indicator.gather) or ("là" if is_plain else "đạt")
    return f"{lowered(indicator.name)} {verb} {amount(total)}"


def _parts(total: Total, figures: Figures) -> str:
    """`trong đó có 13 nhà xây mới và …`: the parts that the outline asks for, each with its own figure."""
    said = []
    for part in total.parts:
        figures[f"phan_{part.indicator.code}"] = (_shown(part), _of(part))
        said.append(_part(part))
    are_counts = all(part.indicator.nature is Nature.COUNT for part in total.parts)
    return f"trong đó {'có ' if are_counts else ''}{listed(said)}" if said else ""


def _part(part: Total) -> str:
    """`19 sản phẩm 3 sao`: a part's name alone does not say what is counted."""
    said = told(part.indicator, _shown(part))
    if said.startswith(f"{_shown(part)} ") or part.indicator.nature is not Nature.COUNT:
        return said
    return f"{amount(part)} {lowered(WITHIN.sub('', part.indicator.name))}"


def _most(total: Total, figures: Figures) -> str:
    """The two that gave most, where they stand out among several and there are no parts to tell of."""
    shares = total.shares
    if total.parts or total.indicator.gather is not Gather.SUM or len(shares) <= SHOWN_FIRST:
        return ""
    if shares[0].value * len(shares) < total.value * STANDS_OUT or shares[SHOWN_FIRST - 1].value <= 0:
        return ""
    named = []
    for turn, each in enumerate(shares[:SHOWN_FIRST], 1):
        shown = figure(each.value, total.indicator.nature, total.indicator.decimals)
        figures[f"tieu_bieu_{turn}"] = (shown, shared(each))
        named.append(f"{each.unit_name} ({measured(shown, total.indicator.measure)})")
    return f"tiêu biểu là {listed(named)}"


def _earlier(total: Total) -> tuple[Source, ...]:
    """The total it is compared with, as a source."""
    if total.before is None or total.before.note:
        return ()
    return (Source(SourceSort.TALLY, total.before.key, where=f"{total.indicator.name}, {total.before.label}"),)


def _incomparable(section: str, total: Total, before: Before) -> Passage:
    """What the earlier figure was, and why the two are not compared."""
    indicator = total.indicator
    earlier = Source(SourceSort.TALLY, before.key, where=f"{indicator.name}, {before.label}")
    shown = figure(before.value, indicator.nature, indicator.decimals)
    text = f"{indicator.name} {lowered(before.label)} là {measured(shown, indicator.measure)}; {lowered(before.note)}"
    slot = f"{section}:so-sanh:{indicator.code}"
    return Passage(slot, closed(text), (_of(total), earlier), figures={"truoc": (shown, earlier)})


def _change(total: Total, figures: Figures) -> str:
    """The change, and what mergers and splits since do to it: `giảm 02 mô hình so với năm 2023 (số năm 2023 của …)`."""
    said = _changed(total, figures)
    effect = total.before.effect if total.before else ""
    return f"{said} ({effect})" if said and effect else said


def _changed(total: Total, figures: Figures) -> str:
    """`tăng 12 mô hình (26,7%) so với năm 2023`, or that it stands where it stood; a rate changes by points."""
    before = total.before
    if before is None or before.note:
        return ""
    indicator, difference = total.indicator, total.value - before.value
    since = f"so với {lowered(before.label)}"
    if not difference:
        return f"bằng {lowered(before.label)}"
    verb = "tăng" if difference > 0 else "giảm"
    shown = figure(abs(difference), indicator.nature, indicator.decimals)
    figures["chenh"] = (shown, _of(total))
    if indicator.measure == "%":
        return f"{verb} {shown} điểm phần trăm {since}"
    part = abs(difference) / before.value if before.value > 0 else None
    said = f"{verb} {measured(shown, indicator.measure)}"
    if part is None or part < CHANGES_LEAST:
        return f"{said} {since}"
    if part >= TIMES_LEAST:
        times = printed(total.value / before.value, 1)
        del figures["chenh"]
        figures["lan"] = (times, _of(total))
        return f"gấp {times} lần {lowered(before.label)}"
    percent = printed(part * 100, 1)
    figures["phan_tram"] = (percent, _of(total))
    return f"{said} ({percent}%) {since}"
