"""The documents that name or count people: list, invitation, confirmation, minutes; registered when Django is ready.

A unit is invited as such, for it decides whom it sends. Whom no unit sends is invited by name: guests, the rewarded,
the press. The host does not invite its own people by letter.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from tongket.conferences.models import Conference
from tongket.core.findings import Finding, Level, words
from tongket.delegates.models import Delegate
from tongket.delegates.queries.groups import Row, attendance_of, coming, rows_of, standing
from tongket.delegates.queries.listed import KIND, ROWS, printed_rows
from tongket.delegates.queries.speaking import PAPER, speaking_at
from tongket.delegates.rules import Answer
from tongket.documents.kinds import KINDS, Addressee, Kind, Options, Values, register_kind
from tongket.documents.kinds.coming import CAME, COMES, SPEAKS, SPOKE


def listed(own: Kind) -> Callable[[Conference, Options], Values]:
    """The people of the list; the units alone, whose names are missing, while nobody is named."""

    def values(conference: Conference, options: Options) -> Values:
        known, attendance = own.values(conference, options), attendance_of(conference)
        if not attendance.rows:
            return known
        counts = {"so_trieu_tap": sum(attendance.counts.values()), "so_xac_nhan": attendance.counts[Answer.COMING]}
        return known | counts | {ROWS: printed_rows(attendance)}

    return values


def summoned(own: Kind) -> Callable[[Conference, Options], Values]:
    """How many were asked, as the minutes say it; typed while nobody is named."""

    def values(conference: Conference, options: Options) -> Values:
        known, attendance = own.values(conference, options), attendance_of(conference)
        return known | ({"so_trieu_tap": sum(attendance.counts.values())} if attendance.rows else {})

    return values


def unanswered(conference: Conference, _options: Options) -> tuple[Finding, ...]:
    """What somebody should know who signs the list: how many places nobody has spoken for yet."""
    attendance = attendance_of(conference)
    waiting = attendance.counts[Answer.ASKED]
    if not waiting or not attendance.rows:
        return ()
    return (
        Finding(
            "places_unanswered",
            Level.ADVICE,
            words("{n} chỗ chưa trả lời; danh sách in chỗ ấy là “Chưa trả lời”."),
            todo=words("Nhắc các đơn vị, hoặc phát hành rồi đưa bản mới sau."),
            values={"n": waiting},
        ),
    )


def invited(own: Kind) -> Callable[[Conference, Options], list[Addressee]]:
    """The units that send somebody, then everybody whom no unit sends and who has not declined."""

    def addressees(conference: Conference, options: Options) -> list[Addressee]:
        alone = standing(conference).filter(duty=None).exclude(answer=Answer.ABSENT)
        people = list(alone.exclude(unit=conference.host_id))
        guests = rows_of(people, speaking_at(conference)) if people else ()
        return [*own.addressees(conference, options), *map(_guest, guests)]

    return addressees


def _guest(row: Row) -> Addressee:
    return _addressee(row, {"noi_dung_moi": SPEAKS if row.speaks == PAPER else COMES})


def confirmed(own: Kind) -> Callable[[Conference, Options], list[Addressee]]:
    """Everybody who comes; while nobody said so, the units that speak."""

    def addressees(conference: Conference, options: Options) -> list[Addressee]:
        return [*map(_who_came, coming(conference))] or own.addressees(conference, options)

    return addressees


def _who_came(row: Row) -> Addressee:
    return _addressee(row, {"viec_xac_nhan": SPOKE if row.speaks == PAPER else CAME})


def _addressee(row: Row, says: Mapping[str, str]) -> Addressee:
    """A person with what a paper of their own says of them."""
    each = row.delegate
    known = {"chuc_vu": each.post, "don_vi_cong_tac": row.body, **says}
    values = {name: value for name, value in known.items() if value}
    return Addressee(each.unit, each.called, email_of(each), values=values, is_person=True)


def email_of(delegate: Delegate) -> str:
    """Where a paper for this person is sent: to the person, else to the unit that sends them."""
    own = delegate.person.email if delegate.person else ""
    return own or (delegate.unit.email if delegate.unit and delegate.duty_id else "")


def register() -> None:
    """Takes over what these documents say and who gets them."""
    people, invitation, confirmation, minutes = (
        KINDS[code] for code in (KIND, "invitation", "confirmation", "minutes")
    )
    register_kind(replace(people, values=listed(people), against=unanswered))
    register_kind(replace(invitation, addressees=invited(invitation)))
    register_kind(replace(confirmation, addressees=confirmed(confirmation)))
    register_kind(replace(minutes, values=summoned(minutes)))
