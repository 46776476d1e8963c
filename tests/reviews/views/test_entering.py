import io
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.conftest import ClientOf
from tests.factories.bundles import KEY, make_bundle, make_summary
from tests.factories.conferences import NOW
from tests.factories.reviews import figures_value
from tests.office import Office
from tongket.reading.refusals import refuse
from tongket.reviews import workshop
from tongket.reviews.actions import handing_in
from tongket.reviews.actions.bundles import trust_sender
from tongket.reviews.bundles.signing import public_of
from tongket.reviews.models import Review, ReviewVersion
from tongket.reviews.rules import CameAs, FigureState
from tongket.reviews.values import Cut, Filled, Outline
from tongket.reviews.workshop import Read, key_of, key_of_any

pytestmark = pytest.mark.django_db
Reads = Callable[[Read], None]


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    """Stands in for the readers of files: every file says this."""

    def say(read: Read) -> None:
        def read_file(_data: bytes, _name: str, _outline: Outline) -> Read:
            return read

        monkeypatch.setattr(handing_in, "read_file", read_file)

    return say


def page(review: Review, name: str) -> str:
    return reverse(f"reviews:{name}", args=[review.conference_id, review.unit_id])


def file(name: str = "bieu.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"PK some bytes")


def form(review: Review, key: str) -> Read:
    filled = Filled(unit=key, revision=1, figures=figures_value({"models": 20}))
    return Read(CameAs.SHEET, filled, unit_key=key)


def test_filled_form_is_the_next_version(office: Office, sent: Review, as_user: ClientOf, reads: Reads) -> None:
    reads(form(sent, key_of(sent.conference, sent.unit)))

    answer = as_user(office.member_a).post(page(sent, "hand_in"), {"file": file(), "note": "gửi kèm"})

    version = ReviewVersion.objects.latest("pk")
    assert answer.headers["Location"] == page(sent, "review")
    assert (version.came_as, version.file.name if version.file else "") == ("sheet", "bieu.xlsx")
    assert version.evidence is not None
    assert version.evidence.note == "gửi kèm"
    assert sent.figures.get().value == 20


def test_blank_form_of_the_conference_is_anybodys(
    office: Office, sent: Review, as_user: ClientOf, reads: Reads
) -> None:
    reads(form(sent, key_of_any(sent.conference)))

    as_user(office.member_a).post(page(sent, "hand_in"), {"file": file()})

    assert sent.versions.count() == 2


def test_form_of_another_unit_is_refused(office: Office, sent: Review, as_user: ClientOf, reads: Reads) -> None:
    reads(form(sent, key_of(sent.conference, office.unit_b)))

    answer = as_user(office.member_a).post(page(sent, "hand_in"), {"file": file()})

    assert answer.status_code == 422
    assert "“bieu.xlsx” soạn cho đơn vị hoặc hội nghị khác." in answer.content.decode()
    assert sent.versions.count() == 1


def test_report_leads_to_its_proposed_figures(office: Office, sent: Review, as_user: ClientOf, reads: Reads) -> None:
    proposed = figures_value({"money": 5}, state=FigureState.PROPOSED)
    cuts = (Cut(sent.conference.outline.questions.all()[0].kind, "Vận động được năm triệu đồng."),)  # type: ignore[arg-type]
    reads(Read(CameAs.REPORT, Filled(figures=proposed), ("Dòng một",), cuts))

    answer = as_user(office.member_a).post(page(sent, "hand_in"), {"file": file("bc.docx")})

    assert answer.headers["Location"] == page(sent, "figures")
    assert ReviewVersion.objects.latest("pk").lines == ["Dòng một"]


def test_unreadable_file_keeps_nothing(
    office: Office, sent: Review, as_user: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_file(_data: bytes, _name: str, _outline: Outline) -> Read:
        raise refuse("broken")

    monkeypatch.setattr(handing_in, "read_file", read_file)

    answer = as_user(office.member_a).post(page(sent, "hand_in"), {"file": file()})

    assert answer.status_code == 422
    assert sent.versions.count() == 1


def test_nothing_chosen_and_programs_are_refused(office: Office, sent: Review, as_user: ClientOf) -> None:
    member = as_user(office.member_a)

    assert "Chưa chọn tệp" in member.post(page(sent, "hand_in"), {}).content.decode()
    program = SimpleUploadedFile("x.exe", b"MZ")
    assert "là chương trình" in member.post(page(sent, "hand_in"), {"file": program}).content.decode()
    assert "Gửi tệp báo cáo" in member.get(page(sent, "hand_in")).content.decode()


def test_office_enters_what_came_on_paper_and_saw_signed(office: Office, sent: Review, as_user: ClientOf) -> None:
    typed = {"channel": "paper", "received_on": "19/10/2024", "note": "Bản giấy", "is_signed": "on"}
    assert as_user(office.member_a).get(page(sent, "enter")).status_code == 403

    as_user(office.clerk).post(page(sent, "enter"), typed)

    version = ReviewVersion.objects.latest("pk")
    sent.refresh_from_db()
    assert (version.came_as, version.channel, version.received_at.day) == ("paper", "paper", 19)
    assert sent.confirmed_how == "signed"
    assert as_user(office.clerk).post(page(sent, "enter"), {"channel": "paper"}).status_code == 422


def test_bundle_of_a_known_key_seen_signed_is_confirmed_once(office: Office, sent: Review, as_user: ClientOf) -> None:
    trust_sender(unit=office.unit_a, key=public_of(KEY), by=office.clerk, now=NOW)
    typed = {"channel": "paper", "received_on": "21/10/2024", "note": "Đĩa", "is_signed": "on"}

    goi = SimpleUploadedFile("goi.tongket", make_bundle())
    answer = as_user(office.clerk).post(page(sent, "enter"), typed | {"file": goi}, follow=True)

    sent.refresh_from_db()
    shown = answer.content.decode()
    assert (sent.versions.count(), sent.confirmed_how) == (2, "bundle")
    assert "Lãnh đạo đơn vị xác nhận thì báo cáo mới được tính." not in shown
    assert "đã xác nhận nên báo cáo được tính." in shown
    assert [message.extra_tags for message in answer.context["messages"]] == [""]


def test_forms_are_written_for_the_unit_and_blank(
    office: Office, sent: Review, as_user: ClientOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(_outline: Outline, *, unit: str, unit_key: str, known: Filled | None = None) -> bytes:
        return f"{unit}|{unit_key}|{len(known.figures) if known else 0}".encode()

    for ending, (_write, kind) in workshop.WRITERS.items():
        monkeypatch.setitem(workshop.WRITERS, ending, (write, kind))
    own = reverse("reviews:form", args=[office.conference.pk, office.unit_a.pk, "xlsx"])
    blank = reverse("reviews:blank", args=[office.conference.pk, "docx"])
    key = f"{office.conference.pk}-{office.unit_a.pk}"

    assert as_user(office.member_a).get(own).content.decode() == f"{office.unit_a.name}|{key}|1"
    assert as_user(office.clerk).get(blank).content.decode() == f"|{office.conference.pk}-0|0"
    assert as_user(office.member_b).get(own).status_code == 404
    assert as_user(office.member_a).get(blank).status_code == 404
    assert as_user(office.member_a).get(own.replace("xlsx", "exe")).status_code == 404


def test_minutes_and_photos_lie_beside_it(office: Office, sent: Review, as_user: ClientOf) -> None:
    member = as_user(office.member_a)
    typed = {"sort": "minutes", "file": SimpleUploadedFile("bien-ban.pdf", b"%PDF-1.4"), "caption": "Biên bản"}

    assert member.post(page(sent, "attach"), typed).status_code == 302
    attached = sent.attached.get()
    one = reverse("reviews:attached", args=[attached.pk])

    assert member.get(one).content == b"%PDF-1.4"
    assert as_user(office.member_b).get(one).status_code == 404
    assert as_user(office.host_member).post(one).status_code == 403
    assert member.post(page(sent, "attach"), {"sort": "minutes"}).status_code == 422
    assert member.post(one).status_code == 302
    assert sent.attached.count() == 0


def test_file_of_a_version_is_for_who_sees_the_review(
    office: Office, sent: Review, as_user: ClientOf, reads: Reads
) -> None:
    reads(form(sent, ""))
    as_user(office.member_a).post(page(sent, "hand_in"), {"file": file()})
    version = ReviewVersion.objects.latest("pk")
    path = reverse("reviews:version_file", args=[version.pk])

    assert as_user(office.clerk).get(path).content == b"PK some bytes"
    assert as_user(office.member_b).get(path).status_code == 404
    first = reverse("reviews:version_file", args=[ReviewVersion.objects.earliest("pk").pk])
    assert as_user(office.clerk).get(first).status_code == 404


def test_unit_brings_its_own_bundle_or_hears_why_not(office: Office, sent: Review, as_user: ClientOf) -> None:
    address = reverse("reviews:hand_in", args=[office.conference.pk, office.unit_a.pk])
    member = as_user(office.member_a)

    with zipfile.ZipFile(whole := io.BytesIO(make_bundle()), "a") as archive:
        archive.writestr("them.txt", "thêm")
    changed = member.post(address, {"file": SimpleUploadedFile("goi.tongket", whole.getvalue())})
    other = make_summary(sender=office.unit_b.name, place="Tam Phú")
    foreign = member.post(address, {"file": SimpleUploadedFile("goi.tongket", make_bundle(summary=other))})
    taken = member.post(address, {"file": SimpleUploadedFile("goi.tongket", make_bundle())}, follow=True)

    assert (changed.status_code, foreign.status_code) == (422, 422)
    assert "Có thêm phần “them.txt”" in changed.content.decode()
    assert "“goi.tongket” soạn cho đơn vị hoặc hội nghị khác." in foreign.content.decode()
    shown = taken.content.decode()
    assert "gói chuyển lên" in shown
    assert "Lãnh đạo đơn vị xác nhận thì báo cáo được tính." in shown
