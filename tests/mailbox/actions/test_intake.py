from datetime import timedelta
from pathlib import Path

import pytest

from tests.factories.conferences import make_duty
from tests.factories.mailbox import make_draft, make_message
from tests.mailbox.arriving import ADDRESS_A, ADDRESS_B, CAME, DOCX, NOW, Arena, letter, make_arena
from tongket.conferences.actions.duties import accept, hand_in
from tongket.conferences.models import Conference, Duty, Evidence
from tongket.conferences.rules import DutyKind, DutyState
from tongket.core import files
from tongket.core.models import Event
from tongket.mailbox.actions.intake import keep_whole, take_in
from tongket.mailbox.codes import code_of_duty
from tongket.mailbox.models import Delivery, Incoming, Message
from tongket.mailbox.rules import DeliveryState, MessageState
from tongket.reading.mail.values import Fault

pytestmark = pytest.mark.django_db


@pytest.fixture
def arena() -> Arena:
    return make_arena()


def came(raw: bytes) -> Incoming:
    return take_in(raw=raw, came_at=CAME, by=None, now=NOW)


def codes_of(incoming: Incoming) -> list[str]:
    return [reason["code"] for reason in incoming.reasons]


def test_attachment_of_known_address_for_its_one_duty_is_filed_by_itself(arena: Arena) -> None:
    incoming = came(letter())

    evidence = Evidence.objects.get(duty=arena.duty_a)
    assert (incoming.state, incoming.certainty, incoming.handled_by) == ("filed", "sure", None)
    assert (evidence.channel, evidence.received_at, evidence.entered_by) == ("email", CAME, None)
    assert evidence.file is not None
    assert files.read(evidence.file) == DOCX
    assert Duty.objects.get(pk=arena.duty_a.pk).state == DutyState.HANDED_IN


def test_receipt_waits_in_the_outbox_and_answers_the_letter(arena: Arena) -> None:
    incoming = came(letter())

    receipt = Message.objects.get()
    assert (receipt.kind, receipt.state, receipt.in_reply_to) == ("receipt", "draft", f"<{incoming.message_id}>")
    assert list(receipt.deliveries.values_list("address", flat=True)) == [ADDRESS_A]
    assert list(receipt.duties.all()) == [arena.duty_a]
    assert Evidence.objects.get().receipt in receipt.body


def test_message_is_kept_whole_with_its_files(arena: Arena) -> None:
    raw = letter(files=[("a.docx", DOCX), ("b.pdf", b"%PDF b")])

    incoming = came(raw)

    assert files.read(incoming.raw) == raw
    assert [(row.ordinal, row.file.name, row.role) for row in incoming.files.order_by("ordinal")] == [
        (1, "a.docx", "document"),
        (2, "b.pdf", "document"),
    ]


def test_same_message_again_changes_nothing(arena: Arena) -> None:
    raw = letter(message_id="<mot@vidu.vn>")

    first, again = came(raw), came(raw)
    by_another_way = came(b"Received: by khac\nX-Spam: no\n" + raw)
    with_other_line_ends = came(raw.replace(b"\n", b"\r\n"))

    assert {first.pk} == {again.pk, by_another_way.pk, with_other_line_ends.pk}
    assert (Incoming.objects.count(), Evidence.objects.count(), Message.objects.count()) == (1, 1, 1)


def test_same_id_with_other_content_is_kept_and_waits(arena: Arena) -> None:
    came(letter(message_id="<mot@vidu.vn>", files=()))

    other = came(letter(message_id="<mot@vidu.vn>"))

    assert (other.state, codes_of(other)[-1], Evidence.objects.count()) == ("waiting", "id-taken", 0)
    assert Incoming.objects.filter(message_id="mot@vidu.vn").count() == 2


def test_messages_without_id_are_told_apart_by_their_bytes(arena: Arena) -> None:
    came(letter(message_id=None, files=()))
    came(letter(message_id=None, files=(), body="khác\n"))
    came(letter(message_id=None, files=()))

    assert Incoming.objects.count() == 2


def test_unknown_address_waits_with_a_guess_and_its_reasons(arena: Arena) -> None:
    body = "Gửi bài.\n\nTrân trọng,\nỦy ban MTTQ Việt Nam xã Tam Phú\n"

    incoming = came(letter(sender="Phu <phu90@gmail.com>", body=body, files=[("Tham luận Tam Phú.docx", DOCX)]))

    assert (incoming.state, incoming.certainty) == ("waiting", "likely")
    assert (incoming.sender_unit, incoming.duty) == (arena.unit_b, arena.duty_b)
    assert codes_of(incoming) == ["signature", "file-name", "unknown-sender", "kind", "one-duty"]
    assert Message.objects.count() == 0


def test_login_of_a_member_is_an_exactly_known_address(arena: Arena) -> None:
    incoming = came(letter(sender=str(arena.member_a.email)))

    assert (incoming.state, codes_of(incoming)[0]) == ("filed", "person")


def test_person_who_left_the_unit_is_not_known(arena: Arena) -> None:
    person = arena.member_a.person
    person.memberships.update(ended_on=NOW.date() - timedelta(days=1))

    assert came(letter(sender=str(arena.member_a.email))).state == "waiting"


def test_accepted_version_is_never_replaced_by_itself(arena: Arena) -> None:
    hand_in(duty=arena.duty_a, note="bản 1", by=arena.member_a, now=NOW)
    accept(duty=arena.duty_a, by=arena.clerk, now=NOW)

    incoming = came(letter(body=f"Mã {code_of_duty(arena.duty_a.pk)}\n"))

    assert (incoming.state, codes_of(incoming)[-1]) == ("waiting", "accepted")
    assert Duty.objects.get(pk=arena.duty_a.pk).state == DutyState.ACCEPTED


def test_version_that_waits_to_be_looked_at_is_not_replaced_by_itself(arena: Arena) -> None:
    came(letter())

    again = came(letter(files=[("Tham luận sửa.docx", b"PK\x03\x04 sua")]))

    assert (again.state, again.duty, codes_of(again)[-1]) == ("waiting", arena.duty_a, "handed-in")


def test_two_open_duties_wait_unless_the_message_says_which(arena: Arena) -> None:
    review = make_duty(conference=arena.conference, unit=arena.unit_a, kind=DutyKind.REVIEW)

    unclear = came(letter(subject="Gửi văn bản", files=[("scan.pdf", b"%PDF 1")], body="Gửi.\n"))
    told = came(letter(subject="Báo cáo", files=[("BC.pdf", b"%PDF 2")], body="Gửi.\n"))
    coded = came(letter(subject="Gửi", files=[("x.pdf", b"%PDF 3")], body=f"{code_of_duty(arena.duty_a.pk)}\n"))

    assert [(each.state, each.duty) for each in (unclear, told, coded)] == [
        ("waiting", arena.duty_a),
        ("filed", review),
        ("filed", arena.duty_a),
    ]


def test_answer_to_our_letter_is_filed_for_its_duty(arena: Arena) -> None:
    make_duty(conference=arena.conference, unit=arena.unit_a, kind=DutyKind.REVIEW)
    ours = make_message(conference=arena.conference, draft=make_draft(unit=arena.unit_a, duties=[arena.duty_a]))

    incoming = came(
        letter(subject="Gửi bài", body="Gửi.\n", files=[("x.docx", DOCX)], headers=[("In-Reply-To", ours.message_id)])
    )

    assert (incoming.state, incoming.duty) == ("filed", arena.duty_a)


def test_duty_of_another_units_code_waits(arena: Arena) -> None:
    incoming = came(letter(body=f"Mã {code_of_duty(arena.duty_b.pk)}\n"))

    assert (incoming.state, codes_of(incoming)[-1]) == ("waiting", "foreign-code")


def test_sender_we_know_is_told_once_that_somebody_will_look(arena: Arena) -> None:
    raw = letter(subject="Góp ý dự thảo", files=[("gop-y.pdf", b"%PDF x")], body="Gửi.\n")

    came(raw)
    came(raw)

    told = Message.objects.get()
    assert (told.subject, told.state) == ("Đã nhận thư: Góp ý dự thảo", "draft")
    assert "giấy biên nhận" in told.body


@pytest.mark.parametrize(
    ("headers", "subject", "loop"),
    [
        ([("Auto-Submitted", "auto-replied")], "Tham luận", "auto-reply"),
        ([("X-Autoreply", "yes")], "Tham luận", "auto-reply"),
        ([], "Automatic reply: Tham luận", "auto-reply"),
    ],
)
def test_loop_is_left_alone_and_nobody_is_answered(
    arena: Arena, headers: list[tuple[str, str]], subject: str, loop: str
) -> None:
    incoming = came(letter(headers=headers, subject=subject, files=()))

    assert (incoming.state, incoming.loop, incoming.duty) == ("ignored", loop, None)
    assert (Message.objects.count(), Evidence.objects.count()) == (0, 0)


def test_own_message_is_left_alone(arena: Arena) -> None:
    ours = make_message(conference=arena.conference, draft=make_draft(unit=arena.unit_a))

    assert came(letter(message_id=ours.message_id)).loop == "own"


def test_bounce_reaches_the_delivery_that_it_is_about(arena: Arena) -> None:
    ours = make_message(conference=arena.conference, draft=make_draft(unit=arena.unit_a), state=MessageState.SENT)
    delivery = Delivery.objects.filter(message=ours).first()
    assert delivery is not None
    Delivery.objects.filter(pk=delivery.pk).update(state=DeliveryState.SENT)
    report = (
        "From: mailer-daemon@mx.vidu.vn\nSubject: Undelivered\nMessage-ID: <r@mx>\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="r"\n\n'
        f"--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; "
        f"{delivery.address}\nAction: failed\nStatus: 5.1.1\n\n"
        f"--r\nContent-Type: message/rfc822\n\nMessage-ID: {ours.message_id}\nSubject: x\n\nx\n--r--\n"
    )

    incoming = came(report.encode())

    assert (incoming.state, incoming.loop) == ("ignored", "bounce")
    assert Delivery.objects.get(pk=delivery.pk).state == DeliveryState.BOUNCED


def test_message_that_cannot_be_taken_apart_is_kept_for_a_person(arena: Arena) -> None:
    incoming = keep_whole(raw=letter(), fault=Fault.BROKEN, came_at=CAME, by=None, now=NOW)

    assert (incoming.state, incoming.faults, incoming.subject, incoming.files.count()) == (
        "broken",
        ["broken"],
        "Gửi bài tham luận",
        0,
    )


def test_time_to_come_is_not_believed(arena: Arena) -> None:
    incoming = take_in(raw=letter(), came_at=NOW + timedelta(days=3), by=None, now=NOW)

    assert (incoming.came_at, Evidence.objects.get().received_at) == (NOW, NOW)


def test_closed_conference_asks_for_nothing_any_more(arena: Arena) -> None:
    Conference.objects.update(state="closed")

    assert came(letter()).state == "waiting"


def test_trail_holds_references_only(arena: Arena) -> None:
    incoming = came(letter())

    trail = str(list(Event.objects.values_list("verb", "actor", "changes")))
    assert list(Event.objects.order_by("pk").values_list("verb", flat=True)) == [
        "take_in",
        "hand_in",
        "submit_version",
        "file_incoming",
        "put_in_outbox",
    ]
    assert [word in trail for word in (ADDRESS_A, incoming.subject, "Tham luận")] == [False, False, False]


def test_unit_b_gets_nothing_of_a(arena: Arena) -> None:
    came(letter(sender=ADDRESS_B))

    assert Duty.objects.get(pk=arena.duty_a.pk).state == DutyState.OPEN
    assert Evidence.objects.get().duty == arena.duty_b


def test_every_sample_is_taken_in_whole(arena: Arena) -> None:
    samples = sorted((Path(__file__).parents[2] / "samples/mail").glob("*.eml"))

    taken = [came(sample.read_bytes()) for sample in samples]

    assert [files.read(each.raw) for each in taken] == [sample.read_bytes() for sample in samples]


@pytest.mark.parametrize(
    ("part", "odd"),
    [
        (b"Subject: ", b"Subject: a\0b \xff\xed\xa0\x80 =?utf-8?b?AGEA?= "),
        (b"Message-ID: <", b"Message-ID: <\0\xff"),
        (b"From: ", b"From: =?utf-8?q?a=00b?= \0"),
        (b"Date: ", b"Date: \0"),
        (b"filename=", b"filename*=utf-8''a%00b%ED%A0%80.docx; x="),
        (b"filename*=", b"filename*=utf-8''a%00b%ED%A0%80.docx; x="),
        (b"\n\nK", b"\n\n\0\xffK"),
    ],
)
def test_zero_characters_and_broken_letters_are_kept(part: bytes, odd: bytes) -> None:
    """PostgreSQL keeps no zero character in a text, and no database half of a pair."""
    make_arena()
    raw = letter(sender="a@b.vn", subject="Goi", body="Kinh\n").replace(part, odd, 1)

    incoming = take_in(raw=raw, came_at=CAME, by=None, now=NOW)

    kept = Incoming.objects.get(pk=incoming.pk)
    texts = [kept.subject, kept.body, kept.name, kept.address, kept.message_id]
    texts += [row.file.name for row in kept.files.all()]
    assert [text for text in texts if "\0" in text] == []
    assert files.read(kept.raw) == raw
