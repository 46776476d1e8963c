"""Words in place of a number are asked back, with the words."""

from tests.factories.figures import figure, indicator
from tests.reviews.checks.asking import said, sight
from tongket.reviews.checks.unread import check

ASKED = (indicator("ho", measure="hộ"),)


def test_words_without_a_number_are_told() -> None:
    (finding,) = check(sight(figure("ho", None, written="nhiều hộ"), asked=ASKED))

    assert said((finding,)) == ["“nhiều hộ” không đọc được thành số."]
    assert (finding.quote, finding.values["measure"]) == ("nhiều hộ", "hộ")


def test_numbers_and_empty_cells_pass() -> None:
    assert check(sight(figure("ho", 3), figure("ho", None, 2023), asked=ASKED)) == ()
