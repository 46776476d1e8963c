"""Messages go over a real line to a real server: once, with their words and files, and with what went wrong."""

import time
from datetime import timedelta
from unittest.mock import Mock

import pytest
from django.utils import timezone
from pytest_django import Settings

from tests.factories.conferences import NOW, make_conference, make_duty, make_unit, make_user
from tests.factories.mailbox import make_document, make_draft, make_message, make_recipient
from tests.mailbox.sink import Sink, code_of
from tongket.core import clock, files
from tongket.core.models import Event, StoredFile
from tongket.documents.rules import DocumentState, Reached
from tongket.mailbox import composing
from tongket.mailbox.actions.outbox import put_in_outbox
from tongket.mailbox.actions.sending import MOST_BREAKS, send_waiting
from tongket.mailbox.codes import code_of_duty, code_of_message
from tongket.mailbox.models import Delivery, Message
from tongket.mailbox.rules import DeliveryState, MessageKind, MessageState

pytestmark = pytest.mark.django_db
QUEUED = MessageState.QUEUED


def state_of(message: Message) -> tuple[str, list[str]]:
    """What became of a message and of its deliveries."""
    message.refresh_from_db()
    return message.state, list(message.deliveries.order_by("pk").values_list("state", flat=True))


def test_message_arrives_with_head_words_codes_and_files(sink: Sink, settings: Settings) -> None:
    settings.MAIL_REPLY_TO = "tra.loi@tamky.vn"
    unit, conference, clerk = make_unit(place="Tam Thăng"), make_conference(), make_user()
    duty = make_duty(conference=conference, unit=unit)
    file = files.store(data=b"%PDF-1.7 tep", name="Đề cương.pdf", now=NOW)
    draft = make_draft(
        unit=unit,
        addresses=["tamthang@vidu.vn"],
        subject="V/v chuẩn bị tham luận tại hội nghị tổng kết Phong trào “Đoàn kết sáng tạo” năm 2024",
        body="Kính gửi đơn vị.\n.một dấu chấm đầu dòng\n",
        duties=[duty],
        attachments=[file],
        in_reply_to="<1@vidu.vn>",
    )
    message = make_message(conference=conference, draft=draft, by=clerk, state=QUEUED)
    Message.objects.filter(pk=message.pk).update(queued_by=clerk)

    send_waiting()

    (came,) = sink.messages()
    body = came.get_body()
    assert body is not None
    assert sink.kept[0][:2] == ("vp@tamky.vn", ["tamthang@vidu.vn"])
    assert came["Subject"] == f"{message.subject} [{code_of_message(message.pk)}]"
    assert came["From"] == f"{conference.host.name} <vp@tamky.vn>"
    assert came["To"] == f"{unit.name} <tamthang@vidu.vn>"
    assert (came["Reply-To"], came["Message-ID"]) == ("tra.loi@tamky.vn", message.message_id)
    assert (came["In-Reply-To"], came["References"], came["Auto-Submitted"]) == ("<1@vidu.vn>", "<1@vidu.vn>", None)
    assert came["X-Tongket-Code"] == code_of_message(message.pk)
    assert "\n.một dấu chấm đầu dòng" in body.get_content()
    assert f"{code_of_duty(duty.pk)} (Tham luận)" in body.get_content()
    (attached,) = came.iter_attachments()
    assert (attached.get_filename(), attached.get_content_type()) == ("Đề cương.pdf", "application/pdf")
    assert attached.get_content() == b"%PDF-1.7 tep"
    assert state_of(message) == (MessageState.SENT, [DeliveryState.SENT])
    assert message.sent_at == NOW


@pytest.mark.parametrize(
    ("kind", "is_by_person", "mark"),
    [
        (MessageKind.FREE, True, None),
        (MessageKind.REMINDER, False, "auto-generated"),
        (MessageKind.RECEIPT, True, "auto-replied"),
    ],
)
def test_what_the_program_sends_says_so(
    sink: Sink,
    kind: MessageKind,
    is_by_person: bool,  # noqa: FBT001
    mark: str | None,
) -> None:
    message = make_message(draft=make_draft(kind=kind), state=QUEUED)
    Message.objects.filter(pk=message.pk).update(queued_by=make_user() if is_by_person else None)

    send_waiting()

    assert sink.messages()[0]["Auto-Submitted"] == mark


def test_one_line_carries_many_messages(sink: Sink) -> None:
    conference = make_conference()
    messages = [make_message(conference=conference, state=QUEUED) for _ in range(45)]

    run = send_waiting()

    assert run is not None
    assert (run.sent, sink.lines) == (45, 1)
    assert {code_of(came) for came in sink.messages()} == {code_of_message(each.pk) for each in messages}
    assert len(sink.kept) == 45
    lines = Event.objects.filter(verb="deliver_messages")
    assert sum(len(each.changes["sent"]) for each in lines) == 45


def names_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of files as they are read from the storage, from now on."""
    read, asked = files.read, list[str]()

    def noting(file: StoredFile) -> bytes:
        asked.append(file.name)
        return read(file)

    monkeypatch.setattr(files, "read", noting)
    return asked


def test_file_of_many_messages_is_read_once(sink: Sink, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = names_read(monkeypatch)
    conference = make_conference()
    file = files.store(data=b"%PDF-1.7 tep", name="Giấy mời.pdf", now=NOW)
    for _ in range(3):
        make_message(conference=conference, draft=make_draft(attachments=[file]), state=QUEUED)

    send_waiting()

    assert asked == ["Giấy mời.pdf"]
    assert [next(came.iter_attachments()).get_content() for came in sink.messages()] == [b"%PDF-1.7 tep"] * 3


def test_long_file_is_read_again_each_time(sink: Sink, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "MOST_BYTES_KEPT", 3)
    asked = names_read(monkeypatch)
    file = files.store(data=b"%PDF-1.7 tep", name="Giấy mời.pdf", now=NOW)
    conference = make_conference()
    for _ in range(2):
        make_message(conference=conference, draft=make_draft(attachments=[file]), state=QUEUED)

    send_waiting()

    assert asked == ["Giấy mời.pdf", "Giấy mời.pdf"]


def test_run_asks_a_movable_clock_once_for_what_it_claimed(sink: Sink, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Mock(return_value=NOW)
    monkeypatch.setattr(clock, "moved_to", asked)
    conference = make_conference()
    for _ in range(20):
        make_message(conference=conference, state=QUEUED)
    asked.reset_mock()

    send_waiting()

    # Once to look for the dead, once for each claim, once for all that was claimed.
    assert asked.call_count == 4


def test_nothing_is_sent_twice_by_another_run(sink: Sink) -> None:
    make_message(state=QUEUED)

    send_waiting()
    send_waiting()

    assert len(sink.kept) == 1


def test_drafts_and_messages_held_back_stay(sink: Sink) -> None:
    make_message()
    held = make_message(draft=make_draft(send_at=NOW + timedelta(hours=1)), state=QUEUED)
    past = make_message(draft=make_draft(send_at=NOW), state=QUEUED)

    send_waiting()

    assert [code_of(came) for came in sink.messages()] == [code_of_message(past.pk)]
    assert state_of(held) == (QUEUED, [DeliveryState.WAITING])


def test_refused_address_fails_with_the_servers_words_and_the_others_get_it(sink: Sink) -> None:
    sink.refuse = {"sai@vidu.vn": "550 5.1.1 No such user"}
    message = make_message(draft=make_draft(addresses=["sai@vidu.vn", "dung@vidu.vn"]), state=QUEUED)

    send_waiting()

    assert sink.addresses() == ["dung@vidu.vn"]
    assert state_of(message) == (MessageState.FAILED, [DeliveryState.FAILED, DeliveryState.SENT])
    assert message.deliveries.get(address="sai@vidu.vn").fault == "550 5.1.1 No such user"


def test_address_that_is_asked_to_wait_is_tried_again_longer_each_time(sink: Sink) -> None:
    sink.refuse = {"cham@vidu.vn": "451 4.7.1 Greylisted"}
    message = make_message(draft=make_draft(addresses=["cham@vidu.vn"]), state=QUEUED)
    waits = []
    for _ in range(6):
        began = timezone.now()
        Delivery.objects.update(next_try_at=began)
        send_waiting()
        tried = message.deliveries.get()
        waits.append(round((tried.next_try_at - began).total_seconds() / 60) if tried.next_try_at else None)

    assert waits == [1, 5, 15, 60, 240, None]
    assert (tried.attempts, tried.fault) == (6, "451 4.7.1 Greylisted")
    assert state_of(message) == (MessageState.FAILED, [DeliveryState.FAILED])


@pytest.mark.parametrize(
    ("at_end", "state"),
    [("554 5.7.1 Spam", DeliveryState.FAILED), ("452 4.3.1 Mailbox full", DeliveryState.WAITING)],
)
def test_refusal_of_the_whole_message_is_told_apart(sink: Sink, at_end: str, state: DeliveryState) -> None:
    sink.at_end = at_end
    message = make_message(state=QUEUED)

    send_waiting()

    delivery = message.deliveries.get()
    assert (delivery.state, delivery.fault, delivery.attempts) == (state, at_end, 1)


def test_line_that_breaks_before_the_message_is_tried_again(sink: Sink) -> None:
    sink.hang_up = "before"
    messages = [make_message(state=QUEUED) for _ in range(MOST_BREAKS + 2)]

    run = send_waiting()

    assert run is not None
    assert run.fault != ""
    assert sink.kept == []
    assert [each.deliveries.get().attempts for each in messages] == [1] * MOST_BREAKS + [0, 0]
    assert {each.deliveries.get().state for each in messages} == {DeliveryState.WAITING}

    sink.hang_up = ""
    Delivery.objects.update(next_try_at=timezone.now())
    send_waiting()
    assert len(sink.kept) == MOST_BREAKS + 2


def test_line_that_breaks_after_the_message_leaves_it_to_a_person(sink: Sink) -> None:
    sink.hang_up = "after"
    message = make_message(state=QUEUED)

    send_waiting()
    Delivery.objects.update(next_try_at=timezone.now())
    send_waiting()

    assert len(sink.kept) == 1
    assert state_of(message) == (MessageState.FAILED, [DeliveryState.UNSURE])


def test_server_that_is_away_fails_no_message(settings: Settings) -> None:
    settings.SMTP_URL, settings.MAIL_FROM = "smtp://127.0.0.1:8249", "vp@tamky.vn"
    message = make_message(state=QUEUED)

    run = send_waiting()

    assert run is not None
    delivery = message.deliveries.get()
    assert run.fault.startswith("Máy chủ thư không mở cổng ấy.")
    assert (delivery.state, delivery.attempts, delivery.fault) == (DeliveryState.WAITING, 0, run.fault)


def test_wrong_password_fails_no_message(sink: Sink, settings: Settings) -> None:
    sink.password = "đúng"
    settings.SMTP_URL = f"smtp://vp:sai@127.0.0.1:{sink.port}"
    message = make_message(state=QUEUED)

    run = send_waiting()

    assert run is not None
    assert run.fault.startswith("535 ")
    assert state_of(message) == (QUEUED, [DeliveryState.WAITING])


def test_recipient_of_a_document_is_told(sink: Sink) -> None:
    conference = make_conference()
    document = make_document(conference=conference)
    here, gone = make_recipient(document=document), make_recipient(document=document)
    sink.refuse = {"sai@vidu.vn": "550 No"}
    drafts = [
        make_draft(document=document, recipient=here, addresses=["dung@vidu.vn"]),
        make_draft(document=document, recipient=gone, addresses=["sai@vidu.vn"]),
    ]
    for draft in drafts:
        make_message(conference=conference, draft=draft, state=QUEUED)

    send_waiting()

    here.refresh_from_db()
    gone.refresh_from_db()
    assert (here.reached, gone.reached, gone.fault) == (Reached.SENT, Reached.FAILED, "550 No")
    assert [each.get_filename() for each in sink.messages()[0].iter_attachments()] == ["v.pdf"]


def test_recalled_document_does_not_leave(sink: Sink) -> None:
    conference = make_conference()
    document = make_document(conference=conference, state=DocumentState.RECALLED)
    message = make_message(conference=conference, draft=make_draft(document=document), state=QUEUED)

    send_waiting()

    assert (sink.kept, message.deliveries.get().state) == ([], DeliveryState.FAILED)
    assert message.deliveries.get().fault == "Văn bản không còn ở trạng thái đã phát hành."


@pytest.mark.slow
def test_two_hundred_messages_a_second(sink: Sink) -> None:
    conference = make_conference()
    document = make_document(conference=conference)
    put_in_outbox(
        conference=conference,
        drafts=[make_draft(document=document, body="Kính gửi đơn vị.\n" * 20) for _ in range(400)],
        by=None,
        now=NOW,
    )
    Message.objects.update(state=QUEUED)
    Delivery.objects.update(next_try_at=timezone.now())
    began = time.process_time()

    run = send_waiting(seconds=60)

    took = time.process_time() - began
    assert run is not None
    # In processor time, the server that takes them included: a busy machine makes no sender slow.
    assert (run.sent, took < 400 / 100) == (400, True)
