"""Copies with a few words changed are gathered, in whatever order they come."""

from tongket.reviews.rules import Kind
from tongket.synthesis.themes import wording_of
from tongket.synthesis.themes.likeness import copies
from tongket.synthesis.values import Said

TEXTS = (
    "Đã tổ chức 14 buổi tuyên truyền với hơn 1.150 lượt người tham dự ở các thôn.",
    "Đã tổ chức 6 buổi tuyên truyền với 300 lượt người tham dự ở các thôn.",
    "Kinh phí cho hoạt động của phong trào còn hạn hẹp.",
    "Cán bộ kiêm nhiệm nhiều việc.",
)
SAID = [Said(key, text, Kind.SHORTCOMING, key) for key, text in enumerate(TEXTS)]


def test_copies_are_gathered_and_others_stand_alone() -> None:
    assert [[each.key for each in group] for group in copies(SAID)] == [[0, 1], [2], [3]]


def test_the_order_changes_nothing() -> None:
    assert copies(reversed(SAID)) == copies(SAID)


def test_the_wording_of_a_group_is_in_its_middle() -> None:
    group = [
        Said(1, "Tiền ít.", Kind.SHORTCOMING),
        Said(2, "Kinh phí cho hoạt động của phong trào ở khu dân cư còn hạn hẹp.", Kind.SHORTCOMING),
        Said(3, "Kinh phí hoạt động của phong trào ở các thôn còn hạn hẹp, nhất là năm đầu.", Kind.SHORTCOMING),
    ]

    assert wording_of(group).key == 2
    assert wording_of(reversed(group)).key == 2
