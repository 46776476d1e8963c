"""Pages and minutes as meters, in the language of who reads them."""

import pytest
from django.utils import translation

from tests.factories.conferences import NOW
from tests.office import Office
from tongket.papers.queries.counting import counting_of, limits_words
from tongket.papers.queries.form import ruled_by
from tongket.papers.queries.meters_shown import meters_of

FIGURES = {"pages_standard": 3.42, "pages_single": 3.04, "syllables": 1633, "speaking_minutes": 8.165}


@pytest.mark.parametrize(
    ("language", "pages", "how"), [("vi", "3,4 trang", "dòng 1,15,"), ("en", "3.4 pages", "spacing 1.15,")]
)
def test_figures_have_the_signs_of_the_readers_language(office: Office, language: str, pages: str, how: str) -> None:
    ruled = ruled_by(office.conference, on=NOW.date())

    with translation.override(language):
        found = meters_of(FIGURES, ruled)
        counting = counting_of(ruled, 8.165)

    assert (found[0].figure, how in counting.how_pages) == (pages, True)
    assert counting.spoken_clock == "8:10"


def test_a_figure_just_beyond_its_limit_shows_that_it_is(office: Office) -> None:
    found = meters_of(FIGURES | {"pages_standard": 3.04}, ruled_by(office.conference, on=NOW.date()))

    assert found[0].figure == "3,04 trang"
    assert limits_words(ruled_by(office.conference, on=NOW.date())) == "Không quá 3 trang A4 và 7 phút."


def test_what_was_not_measured_has_no_meters(office: Office) -> None:
    assert meters_of({}, ruled_by(office.conference, on=NOW.date())) == ()
