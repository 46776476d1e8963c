"""Whose words a paper has too: those of the unit's own review are its own, another unit's paper is not shown to it."""

from tests.factories.conferences import NOW
from tests.factories.papers import make_accepted, paper_text
from tests.factories.reviews import make_review
from tests.office import Office
from tongket.core.findings import Finding, Level
from tongket.papers.measuring import Given, measured
from tongket.papers.queries.copied import copied_in
from tongket.papers.queries.findings import shown_to
from tongket.papers.queries.papers import paper_of
from tongket.papers.values import Origin

SAME = (
    "Buổi họp đầu tiên chỉ có chín người, nhưng ai cũng nói hết điều mình nghĩ: đường hẹp, xe lúa không vào được, mưa "
    "xuống là trẻ con nghỉ học, và điều khó nhất là ai sẽ là người đầu tiên chịu lùi hàng rào của nhà mình."
)


def test_passages_of_the_units_own_review_are_found_in_it(office: Office) -> None:
    make_review(conference=office.conference, unit=office.unit_a, answers={"results": f"Kết quả. {SAME}"})

    copied = copied_in(paper_of(office.duty_a), f"Mở đầu. {SAME} Kết.")

    assert [(source.label, source.origin) for source in copied.sources] == [(office.unit_a.called, Origin.REVIEW)]
    assert "người đầu tiên chịu lùi hàng rào" in copied.passages[0].words


def test_the_review_of_another_unit_is_none_of_its_own(office: Office) -> None:
    make_review(conference=office.conference, unit=office.unit_b, answers={"results": SAME})

    assert copied_in(paper_of(office.duty_a), SAME).sources == ()


def test_a_unit_does_not_learn_whose_paper_has_the_same_words(office: Office) -> None:
    make_accepted(duty=office.duty_b, text=f"{paper_text()}\n\n{SAME}")

    found = measured(Given(text=f"# Bài\n\n{SAME}"), paper_of(office.duty_a), title="", speaker="", on=NOW.date())

    shown = [[each.code for each in shown_to(found.findings, is_host=is_host)] for is_host in (True, False)]
    assert ["copied" in codes for codes in shown] == [True, False]


def test_findings_kept_before_they_named_an_origin_are_another_units_too() -> None:
    old = Finding("copied", Level.ADVICE, found="Đoạn {count} chữ giống “{label}”.", values={"label": "Bài khác"})
    other = Finding("pages", Level.ADVICE, found="Bài dài.")

    shown = [[each.code for each in shown_to([old, other], is_host=is_host)] for is_host in (True, False)]

    assert shown == [["copied", "pages"], ["pages"]]
