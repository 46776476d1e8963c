"""What an author is told before anything is handed in, also where this machine cannot tell everything."""

import pytest

from tests.factories.conferences import NOW
from tests.factories.papers import paper_text
from tests.office import Office
from tests.reading.manuscript.making import picture
from tongket.documents.render.fonts import FontsMissing
from tongket.papers.measuring import Given
from tongket.papers.queries.checked import Checked, checked
from tongket.papers.queries.papers import paper_of
from tongket.reading.refusals import Unreadable


def looked(office: Office, given: Given) -> Checked:
    return checked(paper_of(office.duty_a), given, title="", speaker="", on=NOW.date())


def test_a_paper_that_is_typed_has_its_meters_and_findings(office: Office) -> None:
    found = looked(office, Given(text=paper_text()))

    assert (found.is_later, len(found.meters), found.expansions is not None) == (False, 2, True)


def test_a_scan_is_told_to_come_later(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tongket.reading.manuscript.safely.find_tesseract", lambda: "/usr/bin/false")

    assert looked(office, Given(data=picture(), name="bai.png")).is_later


def test_a_scan_that_no_machine_here_reads_is_refused_at_once(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in ("tongket.reading.scans", "tongket.reading.manuscript.safely"):
        monkeypatch.setattr(f"{place}.find_tesseract", lambda: None)

    with pytest.raises(Unreadable):
        looked(office, Given(data=picture(), name="bai.png"))


def test_a_file_called_otherwise_than_it_is_is_told_before_it_is_handed_in(office: Office) -> None:
    found = looked(office, Given(data=paper_text().encode(), name="tham-luan.docx"))

    assert "wrong-extension" in [said.finding.code for said in found.findings]
    assert len(found.meters) == 2


def test_a_refusal_at_first_sight_speaks_of_papers(office: Office) -> None:
    with pytest.raises(Unreadable) as refused:
        looked(office, Given(data=b" \n", name="bai.docx"))

    assert str(refused.value) == (
        "Tệp không có chữ nào. Cần tệp có nội dung bài viết. Tệp: bai.docx. Chọn tệp khác, hoặc dán nội dung bài vào ô."
    )


def test_without_type_faces_the_reason_is_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_fonts(*_paper: object, **_more: object) -> None:
        raise FontsMissing("no type face")

    monkeypatch.setattr("tongket.papers.measuring.examine", no_fonts)

    found = looked(office, Given(text=paper_text()))

    assert (found.is_later, found.meters) == (False, ())
    assert [said.finding.code for said in found.findings] == ["fonts-missing"]
