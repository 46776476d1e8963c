"""No more decimals than are counted; a thousand parted by a dot is proposed."""

from tests.factories.figures import figure, indicator
from tests.reviews.checks.asking import sight
from tongket.core.findings import compose
from tongket.reviews.checks.places import check

ASKED = (indicator("ho", measure="hộ"), indicator("dat", measure="m²", decimals=1))


def test_part_of_a_count_is_told_with_what_it_may_mean() -> None:
    (finding,) = check(sight(figure("ho", "1.2", written="1.200"), asked=ASKED))

    sentence = compose(finding)
    assert (sentence.wanted, sentence.todo) == ("Số nguyên.", "Nếu đúng là 1.200 thì ghi 1.200.")


def test_more_places_than_allowed_are_told() -> None:
    (finding,) = check(sight(figure("dat", "3.25"), asked=ASKED))

    sentence = compose(finding)
    assert (sentence.wanted, sentence.todo) == ("Nhiều nhất 1 số lẻ.", "Xem lại dấu phẩy.")


def test_whole_numbers_and_allowed_places_pass() -> None:
    assert check(sight(figure("ho", "3.0"), figure("dat", "3.5"), asked=ASKED)) == ()
