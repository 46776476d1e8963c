"""The guess: from whom, for which duty, how sure; and the rule by which something is filed without a person.

The rule (design, "Trust"): an attachment is filed by itself only when the sender's address is exactly known and one
duty that is still owed fits, or when the message carries that duty's code. Codes can be guessed, so the code counts
where its sender is of the duty's unit, or the message answers a letter of ours, whose id nobody can guess. "Fits" means
that the message says so: by a word for the kind of duty, by the code, or by answering our letter about it. Nothing is
ever filed by itself over what was accepted or still waits to be looked at.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tongket.conferences.rules import DutyKind, DutyState
from tongket.mailbox.intake.files import Role, matter, role_of
from tongket.mailbox.intake.kinds import kinds_in
from tongket.mailbox.intake.quoting import Words, first_senders, take_apart
from tongket.mailbox.intake.senders import LIKELY, Weighed, weighed
from tongket.mailbox.intake.values import Certainty, Guess, Known, KnownDuty, Reason
from tongket.reading.mail.values import Mail

_OWN_LETTERS = 3000


def guess(mail: Mail, known: Known) -> Guess:
    """From whom `mail` is and for which duty; a sure guess, and only that, may be filed by itself."""
    words = take_apart(mail.text)
    sender = _sender(mail, words, known)
    choice = _of_called_off(mail, words, known, sender) or _choose(mail, words, known, sender)
    against = _against(mail, known)
    duty = choice.duty
    is_sure = sender.is_trusted and choice.is_clear and duty is not None and duty.is_owed and not against
    return Guess(
        unit=sender.unit,
        duty=duty.key if duty else None,
        certainty=Certainty.SURE if is_sure else _doubtful(sender, choice),
        reasons=_each_once((*sender.reasons, *choice.reasons, *against)),
    )


def _each_once(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """The reasons without those that are said already: a code speaks for the unit as well as for the duty."""
    return tuple(reason for place, reason in enumerate(reasons) if reason not in reasons[:place])


def _doubtful(sender: "_Sender", choice: "_Choice") -> Certainty:
    if sender.unit is None and choice.duty is None:
        return Certainty.NONE
    return Certainty.LIKELY if sender.weight >= LIKELY and choice.is_clear else Certainty.MAYBE


@dataclass(frozen=True, slots=True)
class _Sender:
    """The unit that wrote, with the weight of what speaks for it; a trusted one is known by address or answer."""

    unit: int | None
    weight: int
    reasons: tuple[Reason, ...]
    is_trusted: bool = False


def _sender(mail: Mail, words: Words, known: Known) -> _Sender:
    units = tuple(dict.fromkeys(unit for unit, _person in known.senders))
    if known.hosts.issuperset(units) and (mail.writers or first_senders(mail.text)):
        # A colleague passed on what somebody else wrote: who that was can only be guessed.
        units = ()
    if len(units) == 1:
        return _Sender(units[0], 100, (_of_address(mail, known),), is_trusted=True)
    if units:
        return _of_many(mail, known, units)
    found = weighed(mail, words, known)
    reason = Reason("unknown-sender", {"address": mail.address}) if mail.address else Reason("no-sender")
    if not found or _is_tie(found):
        return _Sender(None, 0, (*(found[0].reasons if found else ()), reason))
    first = found[0]
    return _Sender(first.unit, first.weight, (*first.reasons, reason), is_trusted=_answers_us(known, first.unit))


def _is_tie(found: Sequence[Weighed]) -> bool:
    return len(found) > 1 and found[0].weight == found[1].weight


def _of_address(mail: Mail, known: Known) -> Reason:
    person = next((person for _unit, person in known.senders if person), "")
    by_unit = any(not person for _unit, person in known.senders)
    values = {"address": mail.address}
    return Reason("address", values) if by_unit else Reason("person", values | {"person": person})


def _of_many(mail: Mail, known: Known, units: Sequence[int]) -> _Sender:
    """A person of several units: the code says for which, else a person must."""
    coded = {duty.unit for duty in known.duties if duty.key in known.coded} & set(units)
    reason = Reason("many-units", {"address": mail.address})
    if len(coded) == 1:
        return _Sender(coded.pop(), 100, (reason,), is_trusted=True)
    owing = [unit for unit in units if any(duty.unit == unit and duty.is_owed for duty in known.duties)]
    return _Sender(owing[0] if owing else None, LIKELY - 1, (reason,))


def _answers_us(known: Known, unit: int) -> bool:
    """Whether the message answers a letter of ours to this unit and carries the code of one of its duties."""
    answers = any(message.unit == unit for message in known.answered)
    return answers and any(duty.unit == unit for duty in known.duties if duty.key in known.coded)


@dataclass(frozen=True, slots=True)
class _Choice:
    """The duty that fits best; a clear one is the only one, and the message says so."""

    duty: KnownDuty | None
    reasons: tuple[Reason, ...]
    is_clear: bool = False


def _choose(mail: Mail, words: Words, known: Known, sender: _Sender) -> _Choice:
    mine = [duty for duty in known.duties if sender.unit is not None and duty.unit == sender.unit]
    kinds = _kinds(mail, words)
    named, by_code = _pointed_at(mine, known)
    if _is_foreign(known, sender):
        return _Choice(None, (Reason("foreign-code"),))
    told: tuple[Reason, ...] = (Reason("code"),) if by_code else ()
    told += (Reason("kind", {"kind": "|".join(sorted(kinds))}),) if kinds else ()
    pool = named if by_code and len(named) == 1 else _narrowed(named or mine, kinds)
    return _best(pool, mine, told, says_so=by_code or bool(kinds) or bool(named))


def _kinds(mail: Mail, words: Words) -> frozenset[DutyKind]:
    """The kinds that subject and files name; the text is asked only where these say nothing."""
    heads = kinds_in(" . ".join((mail.subject, *(file.name for file in mail.files[:50]))))
    return heads or kinds_in(words.own[:_OWN_LETTERS])


def _pointed_at(mine: Sequence[KnownDuty], known: Known) -> tuple[list[KnownDuty], bool]:
    """The sender's duties that the message names by code, else those of our letter that it answers."""
    coded = [duty for duty in mine if duty.key in known.coded]
    answered = {key for message in known.answered for key in message.duties}
    return (coded, True) if coded else ([duty for duty in mine if duty.key in answered], False)


def _of_called_off(mail: Mail, words: Words, known: Known, sender: _Sender) -> _Choice | None:
    """The likeliest duty of a conference that was called off, never a clear one: it takes nothing.

    Only where the message points at it by code or by answering our letter, or its sender owes nothing that runs; a code
    of what its sender owes and that runs wins.
    """
    over = replace(known, duties=known.called_off)
    mine = [duty for duty in over.duties if sender.unit is not None and duty.unit == sender.unit]
    running = [duty for duty in known.duties if duty.unit == sender.unit]
    _named, is_coded = _pointed_at(running, known)
    if not mine or is_coded or (running and not _pointed_at(mine, over)[0]):
        return None
    found = _choose(mail, words, over, sender)
    return replace(found, reasons=(*found.reasons, Reason("called-off")), is_clear=False)


def _is_foreign(known: Known, sender: _Sender) -> bool:
    """Whether every code is another unit's."""
    owners = {duty.unit for duty in known.duties if duty.key in known.coded}
    return bool(owners) and sender.unit is not None and sender.unit not in owners


def _narrowed(duties: Sequence[KnownDuty], kinds: frozenset[DutyKind]) -> list[KnownDuty]:
    """Those of the kinds that are named; all where none is named, none where only others are."""
    return [duty for duty in duties if not kinds or duty.kind in kinds]


def _best(pool: Sequence[KnownDuty], mine: Sequence[KnownDuty], told: tuple[Reason, ...], *, says_so: bool) -> _Choice:
    """The one duty of `pool` that is still owed, else the likeliest with the reason for doubt."""
    owed = [duty for duty in pool if duty.is_owed]
    if len(owed) == 1:
        return _Choice(owed[0], (*told, Reason("one-duty" if says_so else "only-duty")), is_clear=says_so)
    if owed:
        return _Choice(owed[0], (*told, Reason("some-duties", {"count": str(len(owed))})))
    rest = sorted(pool, key=lambda duty: duty.state is DutyState.ACCEPTED)
    if not rest:
        return _Choice(None, (*told, Reason("no-duty")) if mine or told else ())
    why = Reason("accepted" if rest[0].state is DutyState.ACCEPTED else "handed-in")
    return _Choice(rest[0], (*told, why), is_clear=says_so and len(rest) == 1)


def _against(mail: Mail, known: Known) -> tuple[Reason, ...]:
    """What forbids filing by itself, whoever wrote."""
    roles = [(file.name, role_of(file)) for file in mail.files]
    program = next((name for name, role in roles if role is Role.PROGRAM), "")
    found: tuple[Reason, ...] = (Reason("program", {"file": program}),) if program else ()
    found += (Reason("id-taken"),) if known.is_id_taken else ()
    found += (Reason("faulty"),) if mail.faults else ()
    return found if matter(roles) else (*found, Reason("no-file"))
