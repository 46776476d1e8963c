import pytest

from tests.factories.conferences import make_duty
from tests.mailbox.arriving import CAME, DOCX, NOW, Arena, letter, make_arena
from tongket.conferences.actions.duties import DutyMoved, accept, excuse, hand_in
from tongket.conferences.actions.taking_back import TooLate
from tongket.conferences.models import Duty, Evidence
from tongket.conferences.rules import DutyKind, DutyState
from tongket.mailbox import handlers
from tongket.mailbox.actions.filing import (
    IncomingMoved,
    NothingToFile,
    file_incoming,
    put_aside,
    reopen,
    take_back_filing,
)
from tongket.mailbox.actions.intake import take_in
from tongket.mailbox.handlers import Filing, Handler, register_handler
from tongket.mailbox.models import Incoming, Message

pytestmark = pytest.mark.django_db
STRANGER = "Khách <khach@lavidu.vn>"
PHOTO = b"\xff\xd8\xff" + b"x" * 40_000


@pytest.fixture
def arena() -> Arena:
    return make_arena()


def waiting(**values: object) -> Incoming:
    raw = letter(**{"sender": STRANGER, "body": "Gửi.\n"} | values)  # type: ignore[arg-type]
    return take_in(raw=raw, came_at=CAME, by=None, now=NOW)


def test_person_files_what_waited(arena: Arena) -> None:
    incoming = waiting()

    evidence = file_incoming(incoming=incoming, duty=arena.duty_b, files=None, by=arena.clerk, now=NOW)

    incoming.refresh_from_db()
    assert (incoming.state, incoming.handled_by, incoming.evidence) == ("filed", arena.clerk, evidence)
    assert (incoming.sender_unit, incoming.conference, incoming.host) == (arena.unit_b, arena.conference, arena.host)
    assert (evidence.entered_by, evidence.channel, evidence.received_at) == (arena.clerk, "email", CAME)
    assert evidence.note.startswith("Thư “Gửi bài tham luận” của Khách <khach@lavidu.vn>.")
    assert Message.objects.get().deliveries.get().address == "khach@lavidu.vn"


def test_main_document_stands_first_and_the_others_come_along(arena: Arena) -> None:
    files = [("anh.jpg", PHOTO), ("Phụ lục.xlsx", b"PK\x03\x04 x"), ("Bản ký.pdf", b"%PDF"), ("Tham luận.docx", DOCX)]

    evidence = file_incoming(incoming=waiting(files=files), duty=arena.duty_a, files=None, by=arena.clerk, now=NOW)

    assert evidence.file is not None
    assert evidence.file.name == "Tham luận.docx"
    assert sorted(other.name for other in evidence.others.all()) == ["Bản ký.pdf", "Phụ lục.xlsx"]


def test_photographs_are_the_matter_where_there_is_no_document(arena: Arena) -> None:
    files = [("IMG_1.jpg", PHOTO), ("IMG_2.jpg", PHOTO + b"2")]

    evidence = file_incoming(incoming=waiting(files=files), duty=arena.duty_a, files=None, by=arena.clerk, now=NOW)

    assert evidence.file is not None
    assert [evidence.file.name, *(other.name for other in evidence.others.all())] == ["IMG_1.jpg", "IMG_2.jpg"]


def test_error_no_file(arena: Arena) -> None:
    incoming = waiting(files=())

    with pytest.raises(NothingToFile):
        file_incoming(incoming=incoming, duty=arena.duty_a, files=None, by=arena.clerk, now=NOW)

    assert Incoming.objects.get().state == "waiting"


def test_error_filed_twice_by_two_people(arena: Arena) -> None:
    incoming = waiting()
    stale = Incoming.objects.get(pk=incoming.pk)
    file_incoming(incoming=incoming, duty=arena.duty_a, files=None, by=arena.clerk, now=NOW)

    with pytest.raises(IncomingMoved):
        file_incoming(incoming=stale, duty=arena.duty_b, files=None, by=arena.clerk, now=NOW)

    assert Evidence.objects.count() == 1


def test_error_duty_takes_nothing_and_the_message_still_waits(arena: Arena) -> None:
    incoming = waiting()
    excuse(duty=arena.duty_a, reason="miễn", by=arena.clerk, now=NOW)

    with pytest.raises(DutyMoved):
        file_incoming(incoming=incoming, duty=arena.duty_a, files=None, by=arena.clerk, now=NOW)

    assert (Incoming.objects.get().state, Evidence.objects.count()) == ("waiting", 0)


def test_taking_back_restores_duty_and_tray_and_drops_the_receipt(arena: Arena) -> None:
    incoming = take_in(raw=letter(), came_at=CAME, by=None, now=NOW)

    take_back_filing(incoming=incoming, by=arena.clerk, now=NOW)

    incoming.refresh_from_db()
    assert (incoming.state, incoming.evidence, incoming.handled_at) == ("waiting", None, None)
    assert Duty.objects.get(pk=arena.duty_a.pk).state == DutyState.OPEN
    assert Evidence.objects.get().taken_back_at == NOW
    assert Message.objects.get().state == "discarded"


def test_filed_again_elsewhere_gets_a_receipt_of_its_own(arena: Arena) -> None:
    incoming = take_in(raw=letter(), came_at=CAME, by=None, now=NOW)
    take_back_filing(incoming=incoming, by=arena.clerk, now=NOW)

    evidence = file_incoming(incoming=incoming, duty=arena.duty_b, files=None, by=arena.clerk, now=NOW)

    receipts = list(Message.objects.order_by("pk").values_list("state", flat=True))
    assert (receipts, evidence.duty) == (["discarded", "draft"], arena.duty_b)


def test_error_taking_back_after_the_office_accepted(arena: Arena) -> None:
    incoming = take_in(raw=letter(), came_at=CAME, by=None, now=NOW)
    accept(duty=Duty.objects.get(pk=arena.duty_a.pk), by=arena.clerk, now=NOW)

    with pytest.raises(TooLate):
        take_back_filing(incoming=incoming, by=arena.clerk, now=NOW)

    assert Incoming.objects.get().state == "filed"


def test_put_aside_and_back(arena: Arena) -> None:
    incoming = waiting()

    put_aside(incoming=incoming, by=arena.clerk, now=NOW)
    aside = Incoming.objects.get()
    assert (aside.state, aside.handled_by) == ("handled", arena.clerk)
    reopen(incoming=aside, by=arena.clerk, now=NOW)
    assert (Incoming.objects.get().state, Incoming.objects.get().handled_by) == ("waiting", None)
    with pytest.raises(IncomingMoved):
        reopen(incoming=aside, by=arena.clerk, now=NOW)


def test_message_left_alone_can_be_taken_up(arena: Arena) -> None:
    incoming = waiting(headers=[("Auto-Submitted", "auto-replied")])

    reopen(incoming=incoming, by=arena.clerk, now=NOW)
    evidence = file_incoming(incoming=incoming, duty=arena.duty_a, files=None, by=arena.clerk, now=NOW)

    assert evidence.duty == arena.duty_a


def test_room_that_registered_for_a_kind_takes_its_mail(arena: Arena, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(handlers, "HANDLERS", {})
    seen: list[Filing] = []

    def take(filing: Filing) -> object:
        seen.append(filing)
        return hand_in(duty=filing.duty, note="phòng khác", kept=filing.files, by=filing.by, now=filing.now)

    register_handler(DutyKind.EXHIBIT, Handler(take))  # type: ignore[arg-type]
    exhibit = make_duty(conference=arena.conference, unit=arena.unit_a, kind=DutyKind.EXHIBIT)

    file_incoming(incoming=waiting(), duty=exhibit, files=None, by=arena.clerk, now=NOW)
    file_incoming(incoming=waiting(), duty=arena.duty_a, files=None, by=arena.clerk, now=NOW)

    assert [filing.duty for filing in seen] == [exhibit]
    assert sorted(Evidence.objects.values_list("note", flat=True))[1] == "phòng khác"
