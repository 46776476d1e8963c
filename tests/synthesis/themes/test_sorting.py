"""Statements find their themes, and one that a person placed teaches the rest at once."""

import pytest

from tests.factories.themes import labelled
from tongket.reviews.rules import Kind
from tongket.synthesis.themes.sorting import Sorter
from tongket.synthesis.themes.taxonomy import load
from tongket.synthesis.values import Placed, Said, Theme


def said(text: str, key: int = 1, kind: Kind = Kind.RESULT) -> Said:
    return Said(key, text, kind)


def first(sorter: Sorter, text: str) -> str:
    return next((each.theme for each in sorter.proposals(said(text, key=99))), "")


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Đề nghị bố trí kinh phí cho sáng kiến ở khu dân cư.", "funding"),
        ("Nhân dân hiến 1.200 m² đất mở rộng kiệt hẻm.", "roads"),
        ("Cán bộ kiêm nhiệm nhiều việc, năng lực không đồng đều.", "officials"),
        ("Van dong nhan dan hien dat, mo rong kiet hem.", "roads"),
        ("Xây mới 3 nhà Đại đoàn kết.", "homes"),
        ("Thành lập tổ công nghệ số cộng đồng.", "digital"),
    ],
)
def test_statements_find_their_theme(text: str, theme: str) -> None:
    assert first(Sorter(load()), text) == theme


def test_what_nobody_knows_is_placed_nowhere() -> None:
    assert Sorter(load()).proposals(said("xyz")) == ()
    assert Sorter(()).proposals(said("Đề nghị bố trí kinh phí")) == ()
    assert Sorter(()).judged(1, Kind.RESULT, {}) == Placed(1, "", 0.0)


def test_a_theme_for_some_kinds_takes_no_others() -> None:
    sorter = Sorter(
        (Theme("asks", "Kiến nghị", ("kinh phí",), (Kind.RECOMMENDATION,)), Theme("money", "", ("kinh phí",)))
    )

    assert {each.theme for each in sorter.proposals(said("kinh phí"))} == {"money"}
    assert {each.theme for each in sorter.proposals(said("kinh phí", kind=Kind.RECOMMENDATION))} == {"asks", "money"}


def test_one_move_improves_the_rest_at_once() -> None:
    sorter = Sorter(load())
    text = "Đội lân sư rồng của xóm tập luyện mỗi tối."
    before = first(sorter, "Đội lân sư rồng biểu diễn phục vụ thiếu nhi.")

    sorter.learn(said(text, key=1), "lion-dance")

    assert before != "lion-dance"
    assert first(sorter, "Đội lân sư rồng đi thi đấu.") == "lion-dance"


def test_moves_from_one_theme_to_another_are_understood_as_a_merger() -> None:
    sorter = Sorter(load())
    moved = [row for row in labelled("tuning") if row.theme == "Sản phẩm OCOP"]

    for key, row in enumerate(moved):
        sorter.learn(said(row.text, key=key), "markets")

    assert first(sorter, "Có 3 chủ thể OCOP nâng hạng.") == "markets"


def test_a_later_word_on_the_same_statement_replaces_the_earlier_one() -> None:
    sorter = Sorter(load())
    text = "Đội lân sư rồng của xóm tập luyện mỗi tối."
    sorter.learn(said(text), "wrong")
    sorter.learn(said(text), "lion-dance")

    assert first(sorter, text) == "lion-dance"


def test_the_order_of_lessons_changes_nothing() -> None:
    rows = labelled("tuning")[:60]
    lessons = [(said(row.text, key=key), row.theme) for key, row in enumerate(rows)]
    forwards, backwards = Sorter(load(), lessons), Sorter(load(), reversed(lessons))

    assert [forwards.proposals(said(row.text)) for row in labelled("tuning")] == [
        backwards.proposals(said(row.text)) for row in labelled("tuning")
    ]
