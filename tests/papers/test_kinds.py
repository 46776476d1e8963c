"""What the board says of papers that wait."""

import pytest

from tests.factories.conferences import make_conference, make_duty, make_unit
from tests.factories.papers import make_version
from tongket.papers.kinds import judged_papers

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("pages", "words"), [(3.39, "Chờ xem · 3,4 trang"), (3.98, "Chờ xem · 4 trang"), (2.5, "Chờ xem · 2,5 trang")]
)
def test_pages_of_a_waiting_paper_are_rounded_not_cut(pages: float, words: str) -> None:
    duty = make_duty(conference=make_conference(), unit=make_unit())
    make_version(duty=duty, figures={"pages_standard": pages})

    assert judged_papers([duty.pk]) == {duty.pk: words}
