"""The board shows after every move what a new sorter with the same lessons would propose."""

from random import Random

from tests.factories.themes import labelled
from tongket.reviews.rules import Kind
from tongket.synthesis.themes.board import Board
from tongket.synthesis.themes.sorting import Sorter
from tongket.synthesis.themes.taxonomy import load
from tongket.synthesis.values import Placed, Said

ROWS = labelled("tuning")
SAID = [Said(key, row.text, row.kind, key) for key, row in enumerate(ROWS)]


def proposed(placed: dict[int, str]) -> dict[int, tuple[str, float]]:
    sorter = Sorter(load(), [(SAID[key], theme) for key, theme in placed.items()])
    found = {said.key: sorter.place(said)[0] for said in SAID}
    return {key: (placed[key], 1.0) if key in placed else (each.theme, each.score) for key, each in found.items()}


def shown(board: Board) -> dict[int, tuple[str, float]]:
    return {key: (each.theme, each.score) for key, each in board.placed(with_why=False).items()}


def test_a_board_begins_as_the_sorter_proposes() -> None:
    assert shown(Board(load(), SAID)) == proposed({})


def test_moves_and_moves_taken_back_leave_what_a_new_sorter_proposes() -> None:
    board, placed, draw = Board(load(), SAID), dict[int, str](), Random(1)

    for _ in range(25):
        key, theme = draw.randrange(len(SAID)), draw.choice(load()).code
        board.move(key, theme)
        placed[key] = theme
    for key in draw.sample(sorted(placed), 8):
        board.take_back(key)
        del placed[key]

    assert shown(board) == proposed(placed)
    assert shown(Board(load(), SAID, placed)) == proposed(placed)


def test_a_move_tells_what_stands_elsewhere_now() -> None:
    board = Board(load(), SAID)
    before = board.theme_of()

    told = board.move(3, "funding")

    after = board.theme_of()
    assert {each.key for each in told} == {3} | {key for key in after if after[key] != before[key]}
    assert next(each for each in told if each.key == 3) == Placed(3, "funding", 1.0)


def test_statements_of_the_same_words_move_together_but_for_those_a_person_placed() -> None:
    twice = [Said(1, "Đội lân sư rồng 5 người", Kind.RESULT), Said(2, "Đội lân sư rồng 9 người.", Kind.RESULT)]
    board = Board(load(), twice, {2: "culture"})

    board.move(1, "lion-dance")

    assert board.theme_of() == {1: "lion-dance", 2: "culture"}


def test_the_board_asks_first_about_what_it_is_least_sure_of() -> None:
    texts = ("Đề nghị bố trí kinh phí cho sáng kiến.", "Kinh phí hiến đất.", "xyz")
    board = Board(load(), [Said(key, text, Kind.RESULT) for key, text in enumerate(texts)])

    assert board.unsure(3)[0] == 2
    assert board.unsure(1) == (2,)

    board.move(2, "funding")

    assert set(board.unsure(9)) == {0, 1}


def test_nothing_changes_where_nobody_placed_anything() -> None:
    assert Board(load(), SAID).take_back(1) == ()


def test_the_order_of_statements_changes_nothing() -> None:
    assert shown(Board(load(), SAID)) == shown(Board(load(), reversed(SAID)))
