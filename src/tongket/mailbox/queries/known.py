"""What is known when a message comes in: who has its address, who owes what, which of our letters it answers."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from tongket.conferences.models import ConferenceState, Duty
from tongket.conferences.rules import DutyState
from tongket.mailbox.accounts import BadAddress
from tongket.mailbox.beyond import Owed, find_owed, owed_beyond
from tongket.mailbox.codes import codes_in
from tongket.mailbox.intake.values import Guess, Known, KnownDuty, KnownUnit, OurMessage
from tongket.mailbox.models import Message
from tongket.mailbox.settings_store import imap_account, smtp_account
from tongket.reading.mail.values import Mail
from tongket.units.models import Alias, Membership, Unit

RUNNING = (ConferenceState.PREPARING, ConferenceState.HELD)
# So long letters go on coming for a conference that was called off.
LINGERS = timedelta(days=60)
_CODE_LETTERS = 40_000


def known_for(mail: Mail, *, on: date, is_id_taken: bool, host: Unit | None = None) -> Known:
    """Everything that a guess about `mail` may look at; about ten queries, whatever the number of units.

    Where the sender's address is known only what that unit owes is fetched; with `host` only what is owed to it.
    """
    senders = senders_of(mail.address, on=on)
    coded, answered = _coded(mail), _answered(mail)
    lately = Q(conference__state=ConferenceState.CANCELLED, conference__cancelled_at__date__gte=on - LINGERS)
    found = Duty.objects.filter(Q(conference__state__in=RUNNING) | lately, unit__isnull=False)
    found = found.exclude(state__in=[DutyState.EXCUSED, DutyState.WITHDRAWN])
    found = found.filter(conference__host=host) if host else found
    hosts = frozenset(found.values_list("conference__host_id", flat=True).distinct())
    units = {unit for unit, _person in senders} - hosts
    if units:
        found = found.filter(Q(unit__in=units) | Q(pk__in=coded))
    duties, called_off = _running_and_called_off(found)
    beyond = owed_beyond(units, host=host)
    without_duty = (KnownDuty(-place, each.unit.pk, each.kind, each.state) for place, each in enumerate(beyond, 1))
    owing = units or {duty.unit for duty in (*duties, *called_off) if duty.unit is not None}
    return Known(
        units=() if units else known_units(owing, on=on),
        duties=(*duties, *without_duty),
        called_off=called_off,
        senders=senders,
        answered=answered,
        coded=coded,
        hosts=hosts,
        beyond=tuple((each.kind, each.key) for each in beyond),
        is_id_taken=is_id_taken,
    )


def beyond_of(guessed: Guess, known: Known) -> Owed | None:
    """What is owed without a duty, where that was guessed."""
    if guessed.duty is None or guessed.duty >= 0:
        return None
    return find_owed(*known.beyond[-guessed.duty - 1])


def _running_and_called_off(found: QuerySet[Duty]) -> tuple[tuple[KnownDuty, ...], tuple[KnownDuty, ...]]:
    """The duties as a guess looks at them, apart from those that take nothing any more; one query."""
    fields = ("pk", "unit_id", "kind", "state", "conference__state")
    rows = list(found.order_by("due_on", "pk").values_list(*fields))
    both = [
        (KnownDuty(key, unit, kind, DutyState(state)), of == ConferenceState.CANCELLED)
        for key, unit, kind, state, of in rows
    ]
    return tuple(duty for duty, is_over in both if not is_over), tuple(duty for duty, is_over in both if is_over)


def senders_of(address: str, *, on: date) -> tuple[tuple[int, str], ...]:
    """The units that have exactly this address, and those of its person, named; two queries."""
    if not address:
        return ()
    units = Unit.objects.valid_on(on).filter(email__iexact=address).values_list("pk", flat=True)
    is_theirs = Q(person__email__iexact=address) | Q(person__user__email__iexact=address)
    people = Membership.objects.filter(is_theirs, Q(ended_on__isnull=True) | Q(ended_on__gte=on))
    named = people.order_by("pk").values_list("unit_id", "person__name")
    return (*((key, "") for key in units), *dict.fromkeys(named))


def known_units(keys: Iterable[int], *, on: date) -> tuple[KnownUnit, ...]:
    """The units as their mail shows them; three queries."""
    asked = list(keys)
    names: dict[int, list[str]] = {}
    for unit_id, name in Alias.objects.filter(unit__in=asked).values_list("unit_id", "name"):
        names.setdefault(unit_id, []).append(name)
    people: dict[int, list[tuple[str, str, str]]] = {}
    running = Membership.objects.filter(Q(ended_on__isnull=True) | Q(ended_on__gte=on), unit__in=asked)
    fields = ("unit_id", "person__email", "person__user__email", "person__phone")
    for unit_id, email, login, phone in running.values_list(*fields):
        people.setdefault(unit_id, []).append((email, login or "", phone))
    units = Unit.objects.filter(pk__in=asked)
    return tuple(_known(unit, names.get(unit.pk, []), people.get(unit.pk, [])) for unit in units)


def _known(unit: Unit, aliases: list[str], people: list[tuple[str, str, str]]) -> KnownUnit:
    addresses = {unit.email, *(address for email, login, _phone in people for address in (email, login))}
    return KnownUnit(
        key=unit.pk,
        names=tuple(filter(None, (unit.name, unit.short_name, *aliases))),
        place_kind=unit.place_kind,
        place=unit.place,
        addresses=frozenset(address.lower() for address in addresses if address),
        phones=frozenset(filter(None, (unit.phone, *(phone for _email, _login, phone in people)))),
    )


def _coded(mail: Mail) -> tuple[int, ...]:
    """The duties whose codes, or whose message's code, the message carries; a code nobody gave out is none."""
    codes = codes_in(f"{mail.subject}\n{mail.text[:_CODE_LETTERS]}")
    by_message = Message.objects.filter(pk__in=codes.messages[:20]).values_list("duties", flat=True)
    named = (
        [*codes.duties[:50], *(key for key in by_message if key is not None)] if codes.messages else codes.duties[:50]
    )
    return tuple(Duty.objects.filter(pk__in=named).order_by("pk").values_list("pk", flat=True)) if named else ()


def _answered(mail: Mail) -> tuple[OurMessage, ...]:
    """Our messages whose ids it names, the nearest first."""
    ids = [f"<{each}>" for each in reversed(mail.references)]
    found = (
        {
            message.message_id: message
            for message in Message.objects.filter(message_id__in=ids).prefetch_related("duties")
        }
        if ids
        else {}
    )
    return tuple(
        OurMessage(found[each].subject, found[each].unit_id, tuple(duty.pk for duty in found[each].duties.all()))
        for each in ids
        if each in found
    )


def is_our_id(message_id: str) -> bool:
    """Whether a message of ours has this id."""
    return bool(message_id) and Message.objects.filter(message_id=f"<{message_id}>").exists()


def our_addresses(host: Unit | None) -> frozenset[str]:
    """The office's own addresses: those of its accounts and of the host."""
    try:
        sending, reading = smtp_account(), imap_account()
    except BadAddress:
        sending = reading = None
    found: Collection[str] = (
        *((sending.sender, sending.reply_to) if sending else ()),
        *((reading.user,) if reading else ()),
        *((host.email,) if host else ()),
    )
    return frozenset(address.lower() for address in found if "@" in address)


def office_of_mailbox() -> Unit | None:
    """The office whose mailbox this installation reads: the host of its earliest conference that still runs.

    An installation has one mailbox; where several units host, what belongs to another's conference goes to that one.
    """
    hosts = Unit.objects.filter(hosted__state__in=RUNNING).order_by("hosted__pk")
    return hosts.first() or Unit.objects.filter(hosted__isnull=False).order_by("hosted__pk").first()
