"""What was returned is told by mail: one message for each return, put aside again when the return is taken back."""

from datetime import date, datetime, time

from django.utils import timezone

from tests.factories.conferences import NOW
from tests.office import Office
from tongket.mailbox.actions.mending import Mending, drop_mending, mending_to_outbox
from tongket.mailbox.models import Message
from tongket.mailbox.rules import MessageKind, MessageState

DUE = timezone.make_aware(datetime.combine(date(2024, 10, 25), time(23, 59)))


def _mending(office: Office, *, due_at: datetime | None = DUE) -> Mending:
    return Mending(office.duty_a, "tham luận", "Bớt nửa trang.\n- “36 hộ”: trang 3 ghi 38", due_at, once="returned:7")


def test_the_unit_is_told_what_to_mend_until_when_and_where(office: Office) -> None:
    office.unit_a.email = "mttq.tamthang@vidu.vn"
    office.unit_a.save(update_fields=["email"])

    message = mending_to_outbox(mending=_mending(office), by=office.clerk, now=NOW)

    assert message is not None
    assert (message.kind, message.state, message.unit) == (MessageKind.RETURNED, MessageState.DRAFT, office.unit_a)
    assert message.subject == "Trả lại để sửa: tham luận"
    assert "Bớt nửa trang.\n- “36 hộ”: trang 3 ghi 38\n" in message.body
    assert "Nộp bản sửa trước hết thứ Sáu, 25/10/2024, ở đây, không cần mật khẩu: {đường dẫn}" in message.body
    assert [each.address for each in message.deliveries.all()] == ["mttq.tamthang@vidu.vn"]
    assert list(message.duties.all()) == [office.duty_a]


def test_braces_in_a_remark_are_words_and_no_gaps(office: Office) -> None:
    mending = Mending(office.duty_a, "tham luận", "Bỏ chỗ {điện thoại} trong bài", DUE, once="returned:8")

    message = mending_to_outbox(mending=mending, by=office.clerk, now=NOW)

    assert message is not None
    assert "Bỏ chỗ (điện thoại) trong bài" in message.body


def test_without_a_due_time_the_letter_has_no_gap(office: Office) -> None:
    message = mending_to_outbox(mending=_mending(office, due_at=None), by=office.clerk, now=NOW)

    assert message is not None
    assert "Nộp bản sửa sớm nhất có thể, ở đây" in message.body


def test_a_duty_of_nobody_in_the_directory_gets_no_letter(office: Office) -> None:
    office.duty_a.unit = None

    assert mending_to_outbox(mending=_mending(office), by=office.clerk, now=NOW) is None
    assert Message.objects.count() == 0


def test_a_return_taken_back_puts_its_letter_aside(office: Office) -> None:
    message = mending_to_outbox(mending=_mending(office), by=office.clerk, now=NOW)

    drop_mending(duty=office.duty_a, now=NOW)

    assert message is not None
    assert Message.objects.get(pk=message.pk).state == MessageState.DISCARDED


def test_a_letter_that_left_stays(office: Office) -> None:
    message = mending_to_outbox(mending=_mending(office), by=office.clerk, now=NOW)
    assert message is not None
    Message.objects.filter(pk=message.pk).update(state=MessageState.SENT, sent_at=NOW)

    drop_mending(duty=office.duty_a, now=NOW)

    assert Message.objects.get(pk=message.pk).state == MessageState.SENT
