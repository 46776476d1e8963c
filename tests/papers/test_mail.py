"""What comes by mail for papers and remarks."""

import pytest

from tests.factories.conferences import NOW, make_duty
from tests.factories.papers import make_remark, make_version, paper_text
from tests.office import Office
from tongket.conferences.actions.duties import DutyMoved, accept
from tongket.conferences.models import Duty
from tongket.conferences.rules import DutyKind, DutyState
from tongket.core import files
from tongket.core.models import StoredFile
from tongket.mailbox.handlers import Filing, handler_of
from tongket.papers.actions.measuring import measure_version
from tongket.papers.models import PaperVersion, Remark
from tongket.papers.rules import Measured


def stored(name: str, data: bytes = b"x") -> StoredFile:
    """A file that came along."""
    return files.store(data=data, name=name, now=NOW)


def filing(duty: Duty, *kept: StoredFile) -> Filing:
    """A letter with these files for a duty, filed by itself."""
    return Filing(duty=duty, files=kept, note="Thư “Gửi bài”", received_at=NOW, by=None, now=NOW)


def test_the_readable_document_is_the_version_and_the_rest_is_kept(office: Office) -> None:
    picture, paper = stored("anh.jpg"), stored("bai.txt", paper_text().encode())

    evidence, event = handler_of("paper").file(filing(office.duty_a, picture, paper))

    version = PaperVersion.objects.get()
    assert (version.evidence, version.file, list(evidence.others.all())) == (evidence, paper, [picture])
    assert (evidence.channel, evidence.note, event.verb) == ("email", "Thư “Gửi bài”", "hand_in")


def test_a_file_by_mail_called_otherwise_than_it_is_is_measured_and_told(office: Office) -> None:
    handler_of("paper").file(filing(office.duty_a, stored("bai.docx", paper_text().encode())))

    version = measure_version(version=PaperVersion.objects.get(), now=NOW)

    assert (version.state, [row["level"] for row in version.findings if row["code"] == "wrong-extension"]) == (
        Measured.DONE,
        ["advice"],
    )


def test_filing_taken_back_leaves_the_earlier_version(office: Office) -> None:
    first = make_version(duty=office.duty_a)
    handler = handler_of("paper")
    _evidence, event = handler.file(filing(office.duty_a, stored("bai.docx")))

    handler.undo(event=event, by=office.clerk, now=NOW)

    standing = PaperVersion.objects.filter(evidence__taken_back_at=None)
    assert (list(standing), Duty.objects.get(pk=office.duty_a.pk).state) == ([first], DutyState.HANDED_IN)


def test_mail_replaces_nothing_that_was_accepted(office: Office) -> None:
    asked = make_duty(conference=office.conference, unit=office.unit_b, kind=DutyKind.REMARKS)
    make_remark(conference=office.conference, unit=office.unit_b, duty=asked)
    make_version(duty=office.duty_a)
    for duty in (asked, office.duty_a):
        accept(duty=duty, by=office.clerk, now=NOW)

    for duty in (asked, office.duty_a):
        with pytest.raises(DutyMoved):
            handler_of(duty.kind).file(filing(duty, stored("bai.docx")))


def test_a_file_for_remarks_keeps_what_the_unit_said_before(office: Office) -> None:
    asked = make_duty(conference=office.conference, unit=office.unit_b, kind=DutyKind.REMARKS)
    make_remark(conference=office.conference, unit=office.unit_b, duty=asked)

    handler_of("remarks").file(filing(asked, stored("phat-bieu.docx")))

    remark = Remark.objects.get()
    assert remark.file is not None
    assert (remark.subject, remark.speaker_name, remark.file.name) == (
        "Giữ đường hoa nông thôn",
        "Đặng Thị Minh",
        "phat-bieu.docx",
    )


def test_a_file_for_remarks_nobody_prepared_waits_for_a_person(office: Office) -> None:
    asked = make_duty(conference=office.conference, unit=office.unit_b, kind=DutyKind.REMARKS)

    handler_of("remarks").file(filing(asked, stored("Giữ đường hoa.docx")))

    assert (Remark.objects.get().subject, Remark.objects.get().speaker_name) == ("Giữ đường hoa", "")
