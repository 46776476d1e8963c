"""The report as an official document: a blocker keeps it back, issued it is bound in the volume."""

import pytest

from tests.factories.conferences import NOW
from tests.factories.synthesis import Reported
from tongket.core.models import Event
from tongket.documents.actions.life import NotReady, approve, check, give_number, issue
from tongket.documents.models import Document
from tongket.documents.parts import PARTS
from tongket.documents.queries.assembled import assembled
from tongket.documents.render.values import Heading, Table, plain
from tongket.synthesis.actions.issuing import draft_report
from tongket.synthesis.actions.reports import set_drawings, set_source_annex
from tongket.synthesis.actions.sourcing import vouch
from tongket.synthesis.actions.writing import add_passage
from tongket.synthesis.models import Passage


@pytest.fixture
def document(reported: Reported) -> Document:
    reported.conference.plan_versions.update(number="305/KH-MTTQ-BTT")
    return draft_report(report=reported.report, by=reported.clerk, now=NOW)


def unsourced(reported: Reported) -> Passage:
    section = reported.report.sections.get(code="IV")
    return add_passage(section=section, text="Phong trào sẽ lan rộng.", after=None, by=reported.clerk, now=NOW)


def test_the_document_holds_every_part_and_the_table_of_figures(document: Document) -> None:
    whole = assembled(document).document

    headings = [plain(block.runs) for block in whole.body if isinstance(block, Heading) and block.level == 1]
    assert headings == [
        "I. TÌNH HÌNH, CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TUYÊN TRUYỀN",
        "II. KẾT QUẢ THỰC HIỆN",
        "III. ĐÁNH GIÁ CHUNG",
        "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ",
        "V. KIẾN NGHỊ, ĐỀ XUẤT",
    ]
    assert [annex.title for annex in whole.annexes] == ["BẢNG SỐ LIỆU TỔNG HỢP", "HÌNH VẼ SỐ LIỆU TỔNG HỢP"]
    table = next(block for block in whole.annexes[0].body if isinstance(block, Table))
    assert [plain(cell.runs) for cell in table.rows[0]][:4] == ["1", "Mô hình đang duy trì", "mô hình", "15"]


def test_the_document_has_no_drawings_where_the_clerk_leaves_them_out(reported: Reported, document: Document) -> None:
    set_drawings(report=reported.report, wanted=False, by=reported.clerk, now=NOW)

    assert [annex.title for annex in assembled(document).document.annexes] == ["BẢNG SỐ LIỆU TỔNG HỢP"]
    assert Event.objects.get(verb="set_drawings").changes == {"has_drawings": False}


def test_one_document_lives_at_a_time(reported: Reported, document: Document) -> None:
    assert draft_report(report=reported.report, by=reported.clerk, now=NOW) == document


def test_a_blocker_keeps_the_report_from_the_leader(reported: Reported, document: Document) -> None:
    unsourced(reported)

    with pytest.raises(NotReady) as refused:
        check(document=document, by=reported.clerk, now=NOW)
    assert [finding.code for finding in refused.value.findings] == ["unsourced"]


def test_vouched_for_it_may_leave_and_the_source_annex_prints_who(reported: Reported, document: Document) -> None:
    row = unsourced(reported)
    vouch(passage=row, because="Theo kết luận hội nghị.", revision=0, by=reported.leader, now=NOW)
    set_source_annex(report=reported.report, wanted=True, by=reported.clerk, now=NOW)

    check(document=document, by=reported.clerk, now=NOW)

    annex = assembled(document).document.annexes[-1]
    assert annex.title == "NGUỒN CỦA TỪNG CÂU TRONG BÁO CÁO"
    table = next(block for block in annex.body if isinstance(block, Table))
    cells = {plain(line[1].runs): plain(line[2].runs) for line in table.rows}
    assert cells["Phong trào sẽ lan rộng."] == (
        "Nguyễn Thị Thu Hiền chịu trách nhiệm, ngày 21/10/2024: Theo kết luận hội nghị."
    )


@pytest.mark.slow
def test_issued_it_is_stored_and_bound_in_the_volume(reported: Reported, document: Document) -> None:
    check(document=document, by=reported.clerk, now=NOW)
    approve(document=document, by=reported.leader, now=NOW)
    give_number(document=document, number=1, dated_on=NOW.date(), symbol="BC-MTTQ-BTT", by=reported.clerk, now=NOW)
    issue(document=document, by=reported.clerk, now=NOW)

    document.refresh_from_db()
    assert document.docx is not None
    assert document.pdf is not None
    (chapter,) = PARTS["summary_report"].content(reported.conference)
    assert chapter.code == f"document-{document.pk}"
