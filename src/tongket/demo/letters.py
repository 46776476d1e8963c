"""The documents of the sample conference, from the plan to those that wait for the leader on 21/10/2024."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from tongket.conferences.rules import Channel
from tongket.demo.guests import GUESTS
from tongket.demo.playing import Cast, Scene
from tongket.demo.story import ECONOMY, FARMERS, WOMEN, YOUTH, at
from tongket.documents.actions.copies import add_copies
from tongket.documents.actions.drafting import draft_document
from tongket.documents.actions.life import approve, check, give_number, issue
from tongket.documents.actions.plan import plan_document, settle_plan
from tongket.documents.actions.reached import note_reached
from tongket.documents.actions.register import set_numbering
from tongket.documents.actions.writing import write_whole
from tongket.documents.copy_lists import read_list
from tongket.documents.models import Document, Recipient
from tongket.documents.queries.copies import proposed, unit_finder
from tongket.documents.rules import Reached, RecipientRole, Series
from tongket.mailbox.actions.letters import letters_to_outbox
from tongket.mailbox.actions.messages import send_by_hand

PLAN_NUMBER, PLAN_SYMBOL = 305, "KH-MTTQ-BTT"
CHAIR = "Đồng chí Nguyễn Thị Thu Hiền, Phó Chủ tịch Ủy ban MTTQ Việt Nam thành phố"


@dataclass(frozen=True, slots=True)
class Letter:
    """An official letter of 14/10: its number, what it asks for, and when who said to have received it.

    `received` names recipients by the end of their names; the others did so at `rest`, None for never.
    """

    number: int
    duty_kinds: tuple[str, ...]
    received: Mapping[str, datetime]
    rest: datetime | None = None


LETTERS = (
    Letter(
        212,
        ("paper",),
        {
            WOMEN: at(14, 9, 2),
            FARMERS: at(14, 8, 47),
            "xã Tam Thăng": at(14, 13, 40),
            "phường Tân Thạnh": at(14, 8, 51),
            "phường An Phú": at(15, 7, 58),
        },
    ),
    Letter(
        213,
        ("nomination",),
        {ECONOMY: at(14, 9, 15), WOMEN: at(14, 9, 4), FARMERS: at(14, 8, 49), YOUTH: at(14, 10, 20)},
    ),
    Letter(214, ("exhibit", "review"), {"xã Tam Ngọc": at(15, 8, 10)}, rest=at(14, 14)),
)


def scenes() -> list[Scene]:
    """Everything of this part, in no order."""
    asked = [scene for letter in LETTERS for scene in _life(letter)]
    return [
        Scene(at(11, 15), number_by_kind),
        Scene(at(11, 16), settle),
        *asked,
        Scene(at(17, 9, 30), partial(draft, "notice", {})),
        Scene(at(18, 10), partial(hand_up, "notice")),
        Scene(at(18, 14), invite),
        Scene(at(19, 10), partial(draft, "decision", {})),
        Scene(at(21, 7, 40), partial(draft, "urge", {"on": "2024-10-21"})),
        Scene(at(21, 8), partial(hand_up, "urge")),
    ]


def _life(letter: Letter) -> list[Scene]:
    minutes = letter.number - LETTERS[0].number
    deeds = (
        (at(11, 16, 40 + minutes), draft_letter),
        (at(12, 9, minutes), check_letter),
        (at(14, 8, 20 + minutes), approve_letter),
        (at(14, 8, 31 + minutes), number_letter),
        (at(14, 8, 40 + minutes), send_letter),
        (at(15, 8, 10 + minutes), note_received),
    )
    return [Scene(moment, partial(deed, letter)) for moment, deed in deeds]


def number_by_kind(cast: Cast, now: datetime) -> None:
    """The office numbers plans and letters apart, as its paper register does."""
    set_numbering(unit=cast.conference.host, series=Series.KIND, year=now.year, by=cast.clerk, now=now)


def settle(cast: Cast, now: datetime) -> None:
    """The plan was signed and numbered on paper before anybody opened this software, and went to all it names."""
    document = plan_document(conference=cast.conference, by=cast.clerk, now=now)
    settle_plan(
        document=document,
        number=PLAN_NUMBER,
        symbol=PLAN_SYMBOL,
        dated_on=now.date(),
        signer=document.signer_name,
        signed=None,
        by=cast.clerk,
        now=now,
    )
    for recipient in document.recipients.select_related("document__conference"):
        note_reached(recipient=recipient, reached=Reached.RECEIVED, by=cast.clerk, now=now)


def draft(kind: str, options: Mapping[str, Any], cast: Cast, now: datetime) -> Document:
    """The clerk has a document made."""
    return draft_document(conference=cast.conference, kind=kind, options=options, by=cast.clerk, now=now)


def hand_up(kind: str, cast: Cast, now: datetime) -> None:
    """The clerk lays a document before the leader."""
    check(document=_document(cast, kind), by=cast.clerk, now=now)


def _document(cast: Cast, kind: str, ordinal: int = 1) -> Document:
    found = Document.objects.select_related("conference__host", "entry", "replaces")
    return found.get(conference=cast.conference, kind=kind, ordinal=ordinal)


def _of(letter: Letter, cast: Cast) -> Document:
    return _document(cast, "request", LETTERS.index(letter) + 1)


def draft_letter(letter: Letter, cast: Cast, now: datetime) -> None:
    """A letter to every unit that owes what it asks for."""
    draft("request", {"duty_kinds": list(letter.duty_kinds)}, cast, now)


def check_letter(letter: Letter, cast: Cast, now: datetime) -> None:
    """The clerk lays the letter before the leader."""
    check(document=_of(letter, cast), by=cast.clerk, now=now)


def approve_letter(letter: Letter, cast: Cast, now: datetime) -> None:
    """The leader signs for it."""
    approve(document=_of(letter, cast), by=cast.leader, now=now)


def number_letter(letter: Letter, cast: Cast, now: datetime) -> None:
    """It gets its number; the first one says where the register goes on from paper."""
    document = _of(letter, cast)
    give_number(
        document=document,
        number=letter.number,
        dated_on=now.date(),
        symbol=document.symbol,
        by=cast.clerk,
        now=now,
    )


def send_letter(letter: Letter, cast: Cast, now: datetime) -> None:
    """It is issued and leaves by the office's own mail program, since no server is set up here."""
    document = _of(letter, cast)
    issue(document=document, by=cast.clerk, now=now)
    messages = letters_to_outbox(document=document, by=cast.clerk, now=now)
    send_by_hand(messages=messages, channel=Channel.EMAIL, by=cast.clerk, now=now)


def note_received(letter: Letter, cast: Cast, _now: datetime) -> None:
    """Those who answered that they have it, each at its own time."""
    rows = Recipient.objects.select_related("document__conference").filter(document=_of(letter, cast))
    for recipient in rows.filter(role=RecipientRole.ADDRESSEE):
        own = [moment for end, moment in letter.received.items() if recipient.name.endswith(end)]
        moment = own[0] if own else letter.rest
        if moment:
            note_reached(recipient=recipient, reached=Reached.RECEIVED, by=cast.clerk, now=moment)


def invite(cast: Cast, now: datetime) -> None:
    """The invitation with everybody who gets one: units of the conference and guests, ready to be made."""
    document = draft("invitation", {}, cast, now)
    write_whole(
        document=document,
        subject=document.subject,
        body=document.body,
        values={"chu_tri": CHAIR},
        around={},
        revision=document.revision,
        by=cast.clerk,
        now=now,
    )
    guests = read_list(GUESTS, unit_of=unit_finder(now.date()))
    drafts = [*proposed(document, "units", on=now.date()), *(line.draft for line in guests.new if line.draft)]
    common = {"noi_dung_moi": "tham dự"}
    add_copies(document=document, drafts=drafts, common=common, by=cast.clerk, now=now)
