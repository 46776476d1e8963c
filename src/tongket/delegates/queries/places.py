"""Where units that still have to name somebody stand among the people of a group: on the page and in print alike."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge

from tongket.delegates.queries.groups import Group, Row, Sender, Turn, place_of, turn_of


@dataclass(frozen=True, slots=True)
class Gap:
    """A place of a unit that nobody was named for: yet, or `is_unsent` where the unit answered without."""

    sender: Sender
    is_unsent: bool


def places_of(group: Group) -> Iterator[Row | Gap]:
    """Everybody who was summoned: a person, or a place that nobody was named for."""
    for each in with_gaps(group.rows, group.senders):
        if isinstance(each, Row):
            yield each
        else:
            yield from [Gap(each, is_unsent=False)] * each.missing + [Gap(each, is_unsent=True)] * each.unsent


def with_gaps(rows: Iterable[Row], gaps: Iterable[Sender]) -> Iterator[Row | Sender]:
    """People in the order of introduction; each unit of `gaps` stands where whoever it still names would."""
    people: Iterator[tuple[Turn, Row | Sender]] = ((turn_of(row.delegate), row) for row in rows)
    units: list[tuple[Turn, Row | Sender]] = [(_turn_of_gap(sender), sender) for sender in gaps]
    return (each for _turn, each in merge(people, sorted(units, key=_by_turn), key=_by_turn))


def _turn_of_gap(sender: Sender) -> Turn:
    """Behind whoever of the unit is named already; no rank is as low."""
    return True, 0, *place_of(sender.duty.unit), 99, sender.duty.pk


def _by_turn(pair: tuple[Turn, Row | Sender]) -> Turn:
    return pair[0]
