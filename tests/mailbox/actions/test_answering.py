"""The receipt for what came by mail, as its sender reads it."""

import pytest

from tests.factories.conferences import make_duty
from tests.mailbox.arriving import CAME, NOW, letter, make_arena
from tongket.conferences.models import Evidence
from tongket.conferences.rules import DutyKind
from tongket.mailbox.actions.answering import put_receipt
from tongket.mailbox.actions.intake import take_in
from tongket.mailbox.models import Message


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "what"),
    [(DutyKind.PAPER, "tham luận"), (DutyKind.REVIEW, "báo cáo tổng kết"), (DutyKind.EXHIBIT, "sản phẩm trưng bày")],
)
def test_receipt_says_once_whose_it_is(kind: DutyKind, what: str) -> None:
    arena = make_arena()
    duty = make_duty(conference=arena.conference, unit=arena.unit_a, kind=kind)
    evidence = Evidence.objects.create(duty=duty, ordinal=1, received_at=CAME, entered_at=NOW)
    incoming = take_in(raw=letter(sender="Khách <khach@lavidu.vn>", body="Gửi.\n"), came_at=CAME, by=None, now=NOW)

    put_receipt(incoming=incoming, evidence=evidence, by=arena.clerk, now=NOW)

    message = Message.objects.get()
    assert message.subject == f"Đã nhận: {what} của {arena.unit_a.called}"
    assert f"đã nhận {what} của {arena.unit_a.called}. Giấy biên nhận {evidence.receipt}." in message.body
