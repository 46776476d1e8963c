"""Where units that still have to name somebody stand among the people of a group: on the page and in print alike."""

from collections.abc import Iterable, Iterator
from heapq import merge

from tongket.delegates.queries.groups import Group, Row, Sender, Turn, turn_of


def places_of(group: Group) -> Iterator[Row | Sender]:
    """Everybody who was asked: a person, or the unit that still has to name one, once for each."""
    for each in with_gaps(group.rows, group.senders):
        yield from [each] if isinstance(each, Row) else [each] * each.missing


def with_gaps(rows: Iterable[Row], gaps: Iterable[Sender]) -> Iterator[Row | Sender]:
    """People in the order of introduction; each unit of `gaps` stands where whoever it still names would."""
    people: Iterator[tuple[Turn, Row | Sender]] = ((turn_of(row.delegate), row) for row in rows)
    units: list[tuple[Turn, Row | Sender]] = [(_turn_of_gap(sender), sender) for sender in gaps]
    return (each for _turn, each in merge(people, sorted(units, key=_by_turn), key=_by_turn))


def _turn_of_gap(sender: Sender) -> Turn:
    """Behind whoever of the unit is named already; no rank is as low."""
    return True, 0, sender.duty.unit_id is None, sender.duty.unit_id or 0, 99, sender.duty.pk


def _by_turn(pair: tuple[Turn, Row | Sender]) -> Turn:
    return pair[0]
