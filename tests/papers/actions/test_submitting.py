"""A version of a paper comes in: measured at once, kept, refused, late, by mail."""

from datetime import timedelta

import pytest

from tests.factories.conferences import NOW
from tests.factories.manuscripts import png
from tests.factories.papers import make_version, paper_text
from tests.office import Office
from tests.parts import need
from tests.reading.making import pdf_page, scan, shown
from tongket.conferences.actions.duties import DutyMoved, accept, return_for_mending
from tongket.conferences.actions.taking_back import take_back
from tongket.conferences.models import Duty
from tongket.conferences.rules import Channel, DutyState
from tongket.core import files
from tongket.core.models import Event, Job
from tongket.documents.render.fonts import FontsMissing
from tongket.papers.actions.measuring import measure_job, out_of_date
from tongket.papers.actions.submitting import Byline, Came, file_version, submit_version
from tongket.papers.measuring import Given
from tongket.papers.models import Paper, PaperVersion
from tongket.papers.queries.papers import latest_version, paper_of, round_of
from tongket.papers.render.standard import docx_of
from tongket.papers.rules import Measured
from tongket.papers.values import standard_form
from tongket.reading.manuscript.typed import manuscript_of
from tongket.reading.manuscript.values import Manuscript, Nature, Paragraph, Picture, Piece
from tongket.reading.refusals import Unreadable

WRITTEN = Given(text=paper_text())
BROKEN = Given(data=b"PK\x03\x04 hong", name="bai.docx")
SCAN = Given(data=scan(pdf_page(shown("Kinh thua Hoi nghi, toi xin trinh bay", 60, 700, size=20))), name="bai.pdf")
PICTURED = Manuscript(
    Nature.DOCX,
    (*manuscript_of(paper_text()).blocks, Paragraph((Piece("", picture=0),))),
    pictures=(Picture(png(300, 200), "image/png", 120.0, 80.0),),
)
OLD = Given(data=b"{\\rtf1 bai}", name="bai.rtf")


def submitted(office: Office, given: Given = WRITTEN, **more: object) -> PaperVersion:
    """The version that comes in for unit A's paper."""
    duty = Duty.objects.get(pk=office.duty_a.pk)
    values = {"byline": Byline(), "by": office.member_a, "now": NOW} | more
    return submit_version(paper=paper_of(duty), given=given, **values)[0]  # type: ignore[arg-type]


def waiting_jobs() -> list[tuple[str, object]]:
    """The jobs that were queued, with what they work on."""
    return list(Job.objects.values_list("name", "arguments"))


def test_submitting_measures_at_once_and_puts_the_paper_before_the_office(office: Office) -> None:
    version = submitted(office, byline=Byline("Một tổ giúp một hộ", "Võ Thị Hồng Nhung", "Chủ tịch", ("Lê An",)))

    paper, duty = Paper.objects.get(pk=office.duty_a.pk), Duty.objects.get(pk=office.duty_a.pk)
    assert (duty.state, duty.handed_in_at) == (DutyState.HANDED_IN, NOW)
    assert (version.ordinal, version.round, version.state) == (1, 1, Measured.DONE)
    assert set(version.measured) >= {"pages_standard", "pages_single", "syllables", "speaking_minutes"}
    assert version.text.startswith("Một tổ đoàn kết giúp một hộ thoát nghèo\n")
    assert version.file is not None
    assert files.read(version.file).decode() == paper_text()
    assert version.evidence.file == version.file
    assert (paper.title, paper.speaker_name, paper.co_authors) == ("Một tổ giúp một hộ", "Võ Thị Hồng Nhung", ["Lê An"])


def test_submitting_leaves_one_line_of_the_paper_in_the_trail(office: Office) -> None:
    version = submitted(office)

    event = Event.objects.get(verb="submit_version")
    assert event.subject == f"paper:{office.duty_a.pk}"
    assert event.changes == {
        "version": version.pk,
        "round": 1,
        "evidence": version.evidence_id,
        "state": "done",
    }


def test_what_was_left_empty_stays_as_it_was_said_before(office: Office) -> None:
    submitted(office, byline=Byline("Tên cũ", "Võ Thị Hồng Nhung"))
    submitted(office, byline=Byline("Tên mới"))

    paper = Paper.objects.get(pk=office.duty_a.pk)
    assert (paper.title, paper.speaker_name) == ("Tên mới", "Võ Thị Hồng Nhung")


def test_a_file_that_cannot_be_read_is_refused_and_the_earlier_version_stands(office: Office) -> None:
    first = submitted(office)

    with pytest.raises(Unreadable):
        submitted(office, BROKEN)

    assert latest_version(paper_of(office.duty_a)) == first


def test_a_file_that_the_office_enters_is_kept_and_marked(office: Office) -> None:
    came = Came(Channel.USB, NOW - timedelta(days=2))
    version = submitted(office, BROKEN, came=came, by=office.clerk)

    duty = Duty.objects.get(pk=office.duty_a.pk)
    assert (version.state, len(version.findings), version.evidence.channel) == (Measured.UNREADABLE, 1, "usb")
    assert (duty.state, duty.handed_in_at) == (DutyState.HANDED_IN, NOW - timedelta(days=2))


def test_only_paper_came_and_the_office_notes_it(office: Office) -> None:
    version = submitted(office, Given(), came=Came(Channel.PAPER, NOW, "Bản giấy 3 trang"), by=office.clerk)

    assert (version.file, version.state, version.evidence.note) == (None, Measured.NOT_HERE, "Bản giấy 3 trang")


def test_a_late_version_is_accepted_and_its_day_kept(office: Office) -> None:
    office.duty_a.due_on = (NOW - timedelta(days=3)).date()
    office.duty_a.save()

    version = submitted(office)

    assert (version.evidence.received_at, Duty.objects.get(pk=office.duty_a.pk).state) == (NOW, "handed_in")


def test_a_version_after_a_return_begins_the_next_round(office: Office) -> None:
    first = submitted(office)
    duty = Duty.objects.get(pk=office.duty_a.pk)
    return_for_mending(duty=duty, remark="Bớt", due_at=NOW + timedelta(days=1), by=office.clerk, now=NOW)
    assert round_of(paper_of(duty), first) == 2

    second = submitted(office)
    third = submitted(office)

    assert [second.round, third.round, third.ordinal] == [2, 2, 3]


def test_a_version_taken_back_counts_no_more(office: Office) -> None:
    first = submitted(office)
    second = submitted(office)
    event = Event.objects.filter(verb="hand_in").latest("pk")

    take_back(event=event, by=office.member_a, now=NOW)

    assert latest_version(paper_of(office.duty_a)) == first
    assert second.ordinal == 2


@pytest.mark.parametrize("given", [Given(text="Kính thưa\n\n" * 30_000), Given(b"Kinh thua\n\n" * 30_000, "bai.txt")])
def test_nobody_waits_for_a_text_of_a_hundred_pages(office: Office, given: Given) -> None:
    version = submitted(office, given)

    assert (version.state, waiting_jobs()) == (Measured.WAITING, [("papers.measure", {"version_id": version.pk})])


def test_a_file_that_needs_another_program_is_measured_by_a_job(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tongket.reading.office.find_office", lambda: None)
    version = submitted(office, OLD)
    assert (version.state, waiting_jobs()) == (Measured.WAITING, [("papers.measure", {"version_id": version.pk})])

    measure_job(version.pk)

    version.refresh_from_db()
    assert (version.state, version.findings[0]["code"]) == (Measured.NOT_HERE, "other-format")


def test_a_scan_is_taken_in_at_once_and_recognised_by_a_job(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tongket.reading.manuscript.safely.find_tesseract", lambda: "/usr/bin/false")
    version = submitted(office, SCAN)

    assert (version.state, version.manuscript) == (Measured.SCANNED, None)
    assert (version.evidence.file, Duty.objects.get(pk=office.duty_a.pk).state) == (version.file, DutyState.HANDED_IN)
    assert waiting_jobs() == [("papers.measure", {"version_id": version.pk})]


@pytest.mark.slow
def test_what_a_machine_recognised_is_measured_and_checked(office: Office) -> None:
    need("tesseract")
    version = submitted(office, SCAN)

    measure_job(version.pk)

    version.refresh_from_db()
    assert (version.state, version.text.split()[:2]) == (Measured.DONE, ["Kinh", "thua"])
    assert "recognised" in {finding["code"] for finding in version.findings}


def test_words_on_pictures_are_read_by_a_job_once_and_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(_manuscript: Manuscript) -> dict[int, int]:
        asked.append(1)
        return {0: 140}

    monkeypatch.setattr("tongket.papers.picture_words.find_tesseract", lambda: "/usr/bin/false")
    monkeypatch.setattr("tongket.papers.actions.measuring.words_on_pictures", counted)
    shown = docx_of(PICTURED, standard_form())
    version = submitted(office, Given(data=shown, name="bai.docx"))
    assert (version.state, waiting_jobs()) == (Measured.DONE, [("papers.measure", {"version_id": version.pk})])
    assert "text-in-picture" not in {finding["code"] for finding in version.findings}

    measure_job(version.pk)
    measure_job(version.pk)

    version.refresh_from_db()
    told = [finding for finding in version.findings if finding["code"] == "text-in-picture"]
    assert [(finding["found"], finding["values"]["count"]) for finding in told] == [
        ("Hình chứa khoảng {count} chữ.", 140)
    ]
    assert (asked, version.measured["words_on_pictures"]) == ([1], {"0": 140})


def test_a_paper_that_no_type_face_can_lay_out_is_kept_with_the_reason(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_fonts(*_paper: object, **_more: object) -> None:
        raise FontsMissing("no type face")

    with monkeypatch.context() as machine:
        machine.setattr("tongket.papers.measuring.examine", no_fonts)
        version = submitted(office)
    assert (version.state, version.text.split()[:2]) == (Measured.NOT_HERE, ["Một", "tổ"])
    assert [(finding["code"], finding["level"]) for finding in version.findings] == [("fonts-missing", "approval")]
    assert out_of_date(office.conference) == [version.pk]

    measure_job(version.pk)

    assert PaperVersion.objects.get(pk=version.pk).state == Measured.DONE


def test_what_came_by_mail_is_kept_whole_and_measured_by_a_job(office: Office) -> None:
    main = files.store(data=paper_text().encode(), name="bai.txt", now=NOW)
    other = files.store(data=b"anh", name="anh.png", now=NOW)
    came = Came(Channel.EMAIL, NOW - timedelta(hours=1), "Thư “Gửi bài”")
    paper = paper_of(office.duty_a)
    version, _event = file_version(paper=paper, kept_files=[main, other], came=came, by=None, now=NOW)
    assert (version.state, waiting_jobs()) == (Measured.WAITING, [("papers.measure", {"version_id": version.pk})])

    measure_job(version.pk)

    version.refresh_from_db()
    assert (version.state, version.file) == (Measured.DONE, main)
    assert list(version.evidence.others.all()) == [other]


def test_mail_replaces_no_accepted_version(office: Office) -> None:
    make_version(duty=office.duty_a)
    accept(duty=office.duty_a, by=office.clerk, now=NOW)
    file = files.store(data=b"bai", name="bai.txt", now=NOW)

    with pytest.raises(DutyMoved):
        file_version(paper=paper_of(office.duty_a), kept_files=[file], came=Came(), by=None, now=NOW)


def test_the_draft_that_was_handed_in_is_empty_again(office: Office) -> None:
    Paper.objects.create(pk=office.duty_a.pk, draft=paper_text(), draft_revision=4)

    submitted(office)

    paper = Paper.objects.get(pk=office.duty_a.pk)
    assert (paper.draft, paper.draft_revision) == ("", 5)
