"""A unit below those of the plan sends its review by mail, and the mail is read from a real mailbox."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.urls import reverse

from tests.conftest import ClientOf
from tests.factories.bundles import make_bundle, make_summary
from tests.factories.conferences import NOW, make_unit, make_user
from tests.factories.outlines import docx_of
from tests.factories.reviews import figures_value, make_review
from tests.mailbox.arriving import CAME, letter
from tests.mailbox.dovecot import Mailbox, running_dovecot
from tests.office import Office
from tongket.conferences.actions.taking_back import TooLate
from tongket.core import files
from tongket.core.models import Event
from tongket.mailbox.actions.filing import file_beyond, file_incoming, take_back_filing
from tongket.mailbox.actions.intake import take_in
from tongket.mailbox.imap import fetch_mail
from tongket.mailbox.models import Incoming, Message
from tongket.mailbox.queries.tray import letter_of, letters_of
from tongket.reviews.actions.deciding import accept_review, confirm_review
from tongket.reviews.actions.taking_back import take_back_move
from tongket.reviews.mail import find_below
from tongket.reviews.models import Review, ReviewVersion
from tongket.reviews.queries.outline import outline_of
from tongket.reviews.queries.reviews import find_review
from tongket.reviews.rules import ReviewState
from tongket.reviews.values import Filled
from tongket.reviews.workshop import key_of, written_form
from tongket.units.models import Unit

pytestmark = pytest.mark.django_db
ADDRESS = "bctmt.thonmot@vidu.vn"
REPORT = "II. KẾT QUẢ\nVận động được 12 mô hình đang duy trì.\nIII. HẠN CHẾ\nKinh phí còn ít."


@pytest.fixture
def below(office: Office, sent: Review) -> Review:
    """The village committee, asked by unit A; its address is in the directory."""
    unit = make_unit(name="Ban công tác Mặt trận thôn Một")
    Unit.objects.filter(pk=unit.pk).update(parent=sent.unit, email=ADDRESS)
    return make_review(conference=office.conference, unit=unit, upper=sent)


@pytest.fixture
def sent(office: Office, monday: None) -> Review:
    """Unit A's review."""
    return make_review(conference=office.conference, unit=office.unit_a, figures={"models": 12})


def fresh(review: Review) -> Review:
    found = find_review(review.conference, review.unit_id)
    assert found is not None
    return found


def filled(review: Review) -> bytes:
    """The form that the village downloaded, with 7 models in it."""
    known = Filled(answers={"results": "Bà con tham gia đông."}, figures=figures_value({"models": 7}))
    key = key_of(review.conference, review.unit)
    return written_form("xlsx", outline_of(review.conference), unit=review.unit.name, key=key, known=known)


def mail(name: str, data: bytes, subject: str = "Gửi báo cáo tổng kết", sender: str = ADDRESS) -> bytes:
    return letter(sender=f"Thôn Một <{sender}>", subject=subject, body="Thôn Một gửi.\n", files=[(name, data)])


def came(raw: bytes) -> Incoming:
    return take_in(raw=raw, came_at=CAME, by=None, now=NOW)


def test_filled_form_is_the_villages_review_by_itself(office: Office, below: Review) -> None:
    incoming = came(mail("bieu.xlsx", filled(below)))

    row, version = fresh(below), ReviewVersion.objects.latest("pk")
    assert (incoming.state, incoming.certainty, incoming.conference, incoming.duty) == (
        "filed",
        "sure",
        office.conference,
        None,
    )
    assert (row.state, row.confirmed_at, row.figures.get().value) == (ReviewState.SUBMITTED, None, Decimal(7))
    assert (version.came_as, version.channel, version.made_by) == ("sheet", "email", None)
    receipt = Message.objects.get(kind="receipt")
    assert f"TK-B{row.pk:05d}-1" in receipt.body


def test_usual_report_only_proposes(below: Review) -> None:
    came(mail("Báo cáo thôn Một.docx", docx_of(REPORT)))

    figure = fresh(below).figures.get()
    assert (figure.value, figure.state) == (Decimal(12), "proposed")


def test_report_of_a_stranger_waits_for_a_person(below: Review) -> None:
    incoming = came(mail("bieu.xlsx", filled(below), sender="nguoila@vidu.vn"))

    assert (incoming.state, fresh(below).state) == ("waiting", ReviewState.NOT_BEGUN)


def test_letter_that_does_not_say_what_it_is_waits_and_the_clerk_files_it(
    office: Office, below: Review, as_user: ClientOf
) -> None:
    incoming = came(mail("so1.xlsx", filled(below), subject="Kính gửi"))
    assert (incoming.state, incoming.beyond_key) == ("waiting", str(below.pk))
    page = reverse("mailbox:tray_letter", args=[office.conference.pk, incoming.pk])
    clerk = as_user(office.clerk)
    shown = clerk.get(page).content.decode()
    assert f'name="duty" value="review:{below.pk}"' in shown
    found = clerk.get(page, {"unit": "thon mot"}).content.decode()
    assert f'value="review:{below.pk}"' in found

    done = clerk.post(page, {"duty": f"review:{below.pk}"}, follow=True).content.decode()

    assert "Đã nhận vào:" in done
    assert fresh(below).state == ReviewState.SUBMITTED
    assert reverse("reviews:review", args=[office.conference.pk, below.unit_id]) in done
    assert (
        "Ban công tác"
        in clerk.get(reverse("mailbox:tray", args=[office.conference.pk]), {"shelf": "filed"}).content.decode()
    )


def test_filing_is_taken_back_until_somebody_confirms(office: Office, below: Review) -> None:
    incoming = came(mail("bieu.xlsx", filled(below)))

    take_back_filing(incoming=incoming, by=office.clerk, now=NOW)

    row = fresh(below)
    assert (row.state, row.figures.count(), Message.objects.get(kind="receipt").state) == ("not_begun", 0, "discarded")
    again = came(mail("bieu.xlsx", filled(below)))
    confirm_review(review=fresh(below), by=make_user(unit=below.unit), now=NOW)
    with pytest.raises(TooLate):
        take_back_filing(incoming=again, by=office.clerk, now=NOW)


def test_letter_filed_for_a_duty_afterwards_is_taken_back_there(office: Office, below: Review) -> None:
    incoming = came(mail("bieu.xlsx", filled(below)))
    take_back_filing(incoming=incoming, by=office.clerk, now=NOW)

    file_incoming(incoming=incoming, duty=office.duty_b, files=None, by=office.clerk, now=NOW)
    received = Incoming.objects.select_related("evidence__duty", "duty").get()
    assert (received.beyond_kind, received.beyond_key, letter_of(received).is_beyond) == ("", "", False)
    evidence = received.evidence
    assert evidence is not None
    take_back_filing(incoming=received, by=office.clerk, now=NOW)

    evidence.refresh_from_db()
    assert (Incoming.objects.get().state, evidence.taken_back_at) == ("waiting", NOW)


def test_letter_freed_by_its_duty_may_be_filed_for_the_village(office: Office, below: Review) -> None:
    incoming = came(mail("so1.xlsx", filled(below), subject="Kính gửi"))
    evidence = file_incoming(incoming=incoming, duty=office.duty_b, files=None, by=office.clerk, now=NOW)
    Incoming.objects.update(state="waiting")
    incoming = Incoming.objects.get()
    owed = find_below(str(below.pk))
    assert (owed is not None, incoming.evidence) == (True, evidence)

    file_beyond(incoming=incoming, owed=owed, files=None, by=office.clerk, now=NOW)  # type: ignore[arg-type]

    assert (Incoming.objects.get().evidence, Incoming.objects.get().beyond_key) == (None, str(below.pk))


def test_taken_back_in_its_own_room_the_letter_is_free(office: Office, below: Review, as_user: ClientOf) -> None:
    incoming = came(mail("bieu.xlsx", filled(below)))
    assert letter_of(Incoming.objects.get()).is_taken_back is False
    moved = Event.objects.filter(verb="submit_review").latest("pk")
    take_back_move(review=fresh(below), event=moved, by=office.member_a, now=NOW)
    tray = reverse("mailbox:tray", args=[office.conference.pk])

    shown = as_user(office.clerk).get(tray, {"shelf": "filed"}).content.decode()
    (letter_shown,) = letters_of(Incoming.objects.all())
    assert ("Đã lấy lại ở phần việc" in shown, letter_shown.is_taken_back) == (True, True)
    take_back_filing(incoming=incoming, by=office.clerk, now=NOW)

    row = fresh(below)
    assert (Incoming.objects.get().state, Message.objects.get(kind="receipt").state) == ("waiting", "discarded")
    assert (row.state, row.steps.count()) == (ReviewState.NOT_BEGUN, 2)


def test_mail_never_replaces_what_the_unit_above_accepted(office: Office, below: Review) -> None:
    came(mail("bieu.xlsx", filled(below)))
    confirm_review(review=fresh(below), by=make_user(unit=below.unit), now=NOW)
    accept_review(review=fresh(below), by=office.member_a, now=NOW)

    incoming = came(mail("bieu-moi.xlsx", filled(below), subject="Gửi lại báo cáo"))

    assert (incoming.state, fresh(below).state) == ("waiting", ReviewState.ACCEPTED)


def test_signed_bundle_of_a_unit_below_comes_by_mail(below: Review) -> None:
    summary = make_summary(sender=below.unit.name, place="")

    came(mail("bao-cao.tongket", make_bundle(summary=summary)))

    assert (ReviewVersion.objects.latest("pk").came_as, fresh(below).state) == ("bundle", ReviewState.SUBMITTED)


@pytest.fixture
def mailbox() -> Iterator[Mailbox]:
    with running_dovecot() as server:
        yield server


@pytest.mark.slow
def test_form_arrives_through_a_real_mailbox(below: Review, mailbox: Mailbox) -> None:
    data = filled(below)
    mailbox.deliver(mail("bieu.xlsx", data))

    fetch_mail(mailbox.account)

    version = ReviewVersion.objects.latest("pk")
    assert version.file is not None
    assert (version.review_id, files.read(version.file)) == (below.pk, data)
    assert Incoming.objects.get().account == mailbox.account.name


def test_office_files_it_over_the_interface_of_programs_as_on_the_page(
    office: Office, below: Review, as_user: ClientOf
) -> None:
    incoming = came(mail("bao-cao.docx", docx_of(REPORT), sender="khach@lavidu.vn"))
    client, address = as_user(office.clerk), f"/api/mailbox/conferences/{office.conference.pk}/tray/{incoming.pk}"
    beyond = f"review:{below.pk}"

    choices = client.get(address, {"unit": "thon mot"}).json()["choices"]
    filed = client.post(f"{address}/file", {"beyond": beyond}, content_type="application/json").json()

    assert choices == [
        {"duty": None, "beyond": beyond, "words": "Báo cáo · Ban công tác Mặt trận thôn Một", "state": "open",
         "is_guess": False},
    ]  # fmt: skip
    assert (filed["state"], filed["duty"], filed["beyond"]) == ("filed", None, beyond)
    assert [filed["receipt"], client.get(address).json()["receipt"]] == [f"TK-B{below.pk:05d}-1"] * 2
    back = client.post(f"{address}/take-back", content_type="application/json").json()
    assert (back["state"], back["receipt"], fresh(below).state) == ("waiting", None, ReviewState.NOT_BEGUN)


@pytest.mark.parametrize("beyond", ["review:999999", "paper:1", "1", ":"])
def test_error_nothing_of_the_kind_is_owed(office: Office, below: Review, as_user: ClientOf, beyond: str) -> None:
    incoming = came(mail("bao-cao.docx", docx_of(REPORT), sender="khach@lavidu.vn"))
    address = f"/api/mailbox/conferences/{office.conference.pk}/tray/{incoming.pk}/file"

    assert as_user(office.clerk).post(address, {"beyond": beyond}, content_type="application/json").status_code == 404
