"""Messages come into the outbox in bulk, and none of them twice."""

import time
from unittest.mock import patch

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.factories.conferences import NOW, make_conference, make_duty, make_unit, make_user
from tests.factories.mailbox import make_document, make_draft
from tongket.core import files
from tongket.core.models import Event
from tongket.mailbox.actions import outbox
from tongket.mailbox.actions.outbox import put_in_outbox
from tongket.mailbox.models import Message
from tongket.mailbox.rules import MessageState

pytestmark = pytest.mark.django_db


def test_message_keeps_what_the_draft_says() -> None:
    unit = make_unit(place="Tam Thăng")
    conference, clerk = make_conference(), make_user()
    duty = make_duty(conference=conference, unit=unit)
    document = make_document(conference=conference)
    file = files.store(data=b"%PDF-1.7", name="Đề cương.pdf", now=NOW)
    draft = make_draft(
        unit=unit,
        addresses=["A@vidu.vn; b@vidu.vn", "a@VIDU.vn", "không phải thư"],
        subject="  V/v\nchuẩn bị ",
        duties=[duty, duty],
        document=document,
        attachments=[file],
        in_reply_to="<1@vidu.vn>",
    )

    (message,) = put_in_outbox(conference=conference, drafts=[draft], by=clerk, now=NOW)

    kept = Message.objects.get(pk=message.pk)
    assert (kept.state, kept.unit, kept.subject, kept.made_by, kept.made_at) == (
        MessageState.DRAFT,
        unit,
        "V/v chuẩn bị",
        clerk,
        NOW,
    )
    assert kept.in_reply_to == "<1@vidu.vn>"
    assert [each.address for each in kept.deliveries.order_by("pk")] == ["A@vidu.vn", "b@vidu.vn"]
    assert list(kept.duties.all()) == [duty]
    assert [(each.ordinal, each.file) for each in kept.attachments.order_by("ordinal")] == [(0, None), (1, file)]


def test_message_id_is_fixed_and_of_the_office(settings: object) -> None:
    conference = make_conference()
    conference.host.email = "vp@tamky.vn"
    (message,) = put_in_outbox(conference=conference, drafts=[make_draft()], by=None, now=NOW)

    assert message.message_id.startswith("<tk.")
    assert message.message_id.endswith("@tamky.vn>")


def test_once_is_once_whatever_became_of_the_first() -> None:
    conference = make_conference()
    first = put_in_outbox(conference=conference, drafts=[make_draft(once="a"), make_draft(once="b")], by=None, now=NOW)
    Message.objects.filter(once="a").update(state=MessageState.DISCARDED)

    again = put_in_outbox(
        conference=conference,
        drafts=[make_draft(once="b"), make_draft(once="c"), make_draft(once="a"), make_draft(once="c"), make_draft()],
        by=None,
        now=NOW,
    )

    assert [again[0], again[2]] == [first[1], first[0]]
    assert again[1] == again[3]
    assert Message.objects.count() == 4


def test_once_holds_when_two_press_at_one_moment() -> None:
    conference = make_conference()
    theirs = put_in_outbox(conference=conference, drafts=[make_draft(once="a")], by=None, now=NOW)
    seen: list[int] = []
    known = outbox._known

    def late(names: list[str]) -> dict[str, Message]:
        """The first look comes too early to see theirs."""
        seen.append(1)
        return {} if len(seen) == 1 else known(names)

    with patch.object(outbox, "_known", late):
        ours = put_in_outbox(conference=conference, drafts=[make_draft(once="a")], by=None, now=NOW)

    assert (ours, Message.objects.count()) == (theirs, 1)
    assert theirs[0].deliveries.count() == 1


def test_one_line_of_the_trail_says_how_many() -> None:
    conference = make_conference()
    put_in_outbox(conference=conference, drafts=[make_draft(once="a"), make_draft()], by=None, now=NOW)
    put_in_outbox(conference=conference, drafts=[make_draft(once="a")], by=None, now=NOW)

    (event,) = Event.objects.filter(verb="put_in_outbox")
    assert (event.changes["messages"], event.changes["kinds"]) == (2, ["free"])


@pytest.mark.parametrize("number", [1, 40])
def test_number_of_statements_does_not_grow(number: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    conference = make_conference()
    duty = make_duty(conference=conference, unit=make_unit())
    drafts = [make_draft(once=f"n{place}", duties=[duty]) for place in range(number)]

    with django_assert_num_queries(8):
        put_in_outbox(conference=conference, drafts=drafts, by=None, now=NOW)


@pytest.mark.slow
def test_five_thousand_are_prepared_in_five_seconds() -> None:
    conference = make_conference()
    document = make_document(conference=conference)
    duties = [make_duty(conference=conference, unit=make_unit()) for _ in range(20)]
    drafts = [make_draft(once=f"n{n}", duties=[duties[n % 20]], document=document) for n in range(5000)]
    began = time.process_time()

    messages = put_in_outbox(conference=conference, drafts=drafts, by=None, now=NOW)

    took = time.process_time() - began
    assert (len(messages), took < 5) == (5000, True)
