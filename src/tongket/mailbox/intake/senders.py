"""From which unit a message of an unknown address may be: what speaks for each, weighed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from tongket.core.text import fold
from tongket.mailbox.intake.quoting import Words, bare_phone, first_senders, phones_in
from tongket.mailbox.intake.values import Known, KnownUnit, Reason
from tongket.reading.mail.values import Mail
from tongket.units.names import SURE, Named, take_apart

# Everybody has an address there, so it speaks for nobody.
PUBLIC = frozenset(
    [
        "gmail.com",
        "yahoo.com",
        "yahoo.com.vn",
        "ymail.com",
        "outlook.com",
        "outlook.com.vn",
        "hotmail.com",
        "live.com",
        "icloud.com",
        "me.com",
        "zoho.com",
        "proton.me",
        "protonmail.com",
        "aol.com",
        "mail.com",
        "fpt.vn",
        "vnn.vn",
    ]
)
# From here on one press may file it; a sure guess needs a known address or an answer to our own letter.
LIKELY = 50
ANSWERED, FORWARDED, CODED, PHONE, DOMAIN, LOCAL = 60, 55, 55, 45, 30, 25
NAMED = {"signature": 40, "sender-name": 40, "subject": 35, "file-name": 30}
# A place without the body's name is shared by all bodies of the place.
BY_PLACE, BY_PLACE_ALONE = 10, 15
_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class Weighed:
    """A unit with the weight of everything that speaks for it."""

    unit: int
    weight: int
    reasons: tuple[Reason, ...]


def weighed(mail: Mail, words: Words, known: Known) -> tuple[Weighed, ...]:
    """The units that something speaks for, the likeliest first."""
    traits = _Traits(mail, words)
    found = [_weigh(unit, traits, known) for unit in known.units]
    return tuple(sorted((each for each in found if each.weight), key=lambda each: (-each.weight, each.unit)))


class _Traits:
    """What of a message is compared with every unit, folded once."""

    def __init__(self, mail: Mail, words: Words) -> None:
        self.address = mail.address
        self.domain = mail.address.rpartition("@")[2]
        self.bare_address = "".join(filter(str.isalnum, fold(mail.address)))
        self.phones = frozenset(phones_in("\n".join(words.signature)))
        self.writers = frozenset((*mail.writers, *first_senders(f"{words.own}\n{words.quoted}")))
        self.texts = {
            "signature": _spaced(words.signature),
            "sender-name": _spaced([mail.name]),
            "subject": _spaced([mail.subject]),
            "file-name": _spaced([file.name for file in mail.files[:20]]),
        }
        self.lines = [take_apart(line) for line in (mail.name, *words.signature[-6:]) if 8 < len(line) < 160]


def _spaced(texts: Iterable[str]) -> str:
    """Folded words with one space around each, so that a name is found whole."""
    bare = "".join(letter if letter.isalnum() else " " for letter in fold(" | ".join(texts))[:4000])
    return f" {' '.join(bare.split())} "


@lru_cache(maxsize=50_000)
def _folded(name: str) -> str:
    """A unit's name as `_spaced` has it; the same names are looked for in every message."""
    return _spaced([name])


@lru_cache(maxsize=50_000)
def _apart(name: str) -> Named:
    """A unit's name taken apart."""
    return take_apart(name)


def _weigh(unit: KnownUnit, traits: _Traits, known: Known) -> Weighed:
    found = list(_by_address(unit, traits)) + list(_by_name(unit, traits))
    phones = {bare_phone(phone) for phone in unit.phones} & traits.phones
    found += [(PHONE, Reason("phone", {"phone": phone})) for phone in sorted(phones)[:1]]
    found += [
        (ANSWERED, Reason("reply", {"subject": message.subject}))
        for message in known.answered[:1]
        if message.unit == unit.key
    ]
    coded = {duty.unit for duty in known.duties if duty.key in known.coded}
    found += [(CODED, Reason("code"))] if coded == {unit.key} else []
    return Weighed(unit.key, sum(weight for weight, _reason in found), tuple(reason for _weight, reason in found))


def _by_address(unit: KnownUnit, traits: _Traits) -> Iterator[tuple[int, Reason]]:
    writers = sorted(unit.addresses & traits.writers)
    if writers:
        yield FORWARDED, Reason("forwarded", {"address": writers[0]})
    domains = {address.rpartition("@")[2] for address in unit.addresses} - PUBLIC
    if traits.domain in domains:
        yield DOMAIN, Reason("domain", {"domain": traits.domain})
    place = _folded(unit.place).replace(" ", "")
    if len(place) >= _SHORTEST and place in traits.bare_address:
        yield LOCAL, Reason("place-in-address", {"address": traits.address, "place": unit.place})


def _by_name(unit: KnownUnit, traits: _Traits) -> Iterator[tuple[int, Reason]]:
    """A name of the unit found whole, or its place with the place's kind: half as much."""
    place = f"{unit.place_kind} {unit.place}".strip()
    for where, text in traits.texts.items():
        named = next((name for name in unit.names if len(name) >= _SHORTEST and _folded(name) in text), "")
        if not named and where == "signature" and _is_like(unit.names, traits.lines):
            named = unit.names[0]
        if named:
            yield NAMED[where], Reason(where, {"found": named})
        elif unit.place and _folded(place) in text:
            yield NAMED[where] - BY_PLACE, Reason(where, {"found": place})
        elif " " in unit.place and _folded(unit.place) in text:
            yield NAMED[where] - BY_PLACE_ALONE, Reason(where, {"found": unit.place})


def _is_like(names: Sequence[str], lines: Sequence[Named]) -> bool:
    """Whether a line of the signature names the unit another way: its place the same, its body alike or at the end."""
    for name in names:
        own = _apart(name)
        at_place = [line for line in lines if (line.kind, line.place) == (own.kind, own.place)]
        if any(line.body.endswith(own.body) or ratio(own.body, line.body, score_cutoff=SURE) for line in at_place):
            return True
    return False
