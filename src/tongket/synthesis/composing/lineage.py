"""What mergers, splits and new units do to a comparison with an earlier period, in the words of the report. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from tongket.reviews.tallying.lineage import Descent
from tongket.synthesis.composing.wording import counted, listed, lowered

NAMED = 3


@dataclass(frozen=True, slots=True)
class Change:
    """A unit of today that was not there as it is then: what it came from, by name, and whether all of that is here.

    `is_whole`: nothing of what it came from went to a unit that is not counted here today.
    """

    unit_name: str
    descent: Descent
    before: tuple[str, ...] = ()
    is_whole: bool = True


def effect_of(changes: Sequence[Change], label: str) -> str:
    """How the earlier figures stand for the units of today: `số năm 2023 của xã A gồm số của xã B và xã C …`."""
    merged = [each for each in changes if each.descent is Descent.MERGED]
    split = [each for each in changes if each.descent is Descent.SPLIT]
    number = len(merged) + len(split)
    if number > NAMED:
        return f"số {lowered(label)} của {counted(number)} đơn vị mới là số của các đơn vị trước sắp xếp"
    said = [f"số {lowered(label)} của {each.unit_name} {_from(each)}" for each in merged]
    said += [f"số {lowered(label)} của {each.unit_name} nằm trong số của {listed(each.before)}" for each in split]
    return "; ".join(said)


def _from(change: Change) -> str:
    if len(change.before) == 1:
        return f"là số của {change.before[0]} trước đây"
    return f"là số của {listed(change.before)} trước khi hợp nhất, cộng lại"


def hindrance_of(changes: Sequence[Change], label: str) -> str:
    """Why the totals of then and now do not speak of the same places; empty where they do."""
    said = [_apart(each, label) for each in changes if each.descent is Descent.NEW or not each.is_whole]
    if len(said) > NAMED:
        return f"{counted(len(said))} đơn vị tách ra hoặc chưa có vào {lowered(label)}, không so được hai tổng"
    return f"{'; '.join(said)}, không so được hai tổng" if said else ""


def _apart(change: Change, label: str) -> str:
    if change.descent is Descent.NEW:
        return f"{change.unit_name} chưa có số vào {lowered(label)}"
    return f"{change.unit_name} tách ra từ {listed(change.before)}"
