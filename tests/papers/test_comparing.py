"""Two versions of a paper beside each other: nothing is lost, what moved is known, words are told apart."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.papers.comparing import Change, ComparedParagraph, Fate, Stretch, compared, likeness, words_compared
from tongket.reading.manuscript.values import Cell, Manuscript, Nature, Paragraph, Piece, Table

KEPT, GONE, NEW = Change


def manuscript(*paragraphs: str) -> Manuscript:
    """A manuscript of plain paragraphs."""
    return Manuscript(Nature.TEXT, tuple(Paragraph((Piece(text),)) for text in paragraphs))


def told(old: str, new: str) -> list[tuple[str, str]]:
    """The stretches of two texts as plain pairs."""
    return [(stretch.change.value, stretch.text) for stretch in words_compared(old, new)]


def fates(*, before: list[str], after: list[str]) -> list[tuple[str, int | None, int | None]]:
    """What became of each paragraph."""
    found = compared(manuscript(*before), manuscript(*after))
    return [(paragraph.fate.value, paragraph.before, paragraph.after) for paragraph in found]


def texts_of(found: tuple[ComparedParagraph, ...]) -> tuple[list[str], list[str]]:
    """Both versions put together again from what was compared."""
    old = sorted((each for each in found if each.before is not None), key=lambda each: each.before or 0)
    new = [each for each in found if each.after is not None]
    return (
        ["".join(part.text for part in each.stretches if part.change is not NEW) for each in old],
        ["".join(part.text for part in each.stretches if part.change is not GONE) for each in new],
    )


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("", "", []),
        (
            "góp 1.900 công.",
            "góp 1.936 công.",
            [("kept", "góp"), ("gone", " 1.900"), ("new", " 1.936"), ("kept", " công.")],
        ),
        ("Kính thưa hội nghị", "Kính thưa hội nghị", [("kept", "Kính thưa hội nghị")]),
        ("", "Kính thưa", [("new", "Kính thưa")]),
        ("Kính thưa", "", [("gone", "Kính thưa")]),
        ("có 15 mô hình", "có 16 mô hình", [("kept", "có"), ("gone", " 15"), ("new", " 16"), ("kept", " mô hình")]),
        ("mô hình hay", "mô hình mới, hay", [("kept", "mô hình"), ("new", " mới,"), ("kept", " hay")]),
        ("mô hình", "Có mô hình", [("new", "Có "), ("kept", "mô hình")]),
        ("mô hình", "mô hình.", [("kept", "mô hình"), ("new", ".")]),
        ("rất tốt", "tốt", [("gone", "rất "), ("kept", "tốt")]),
        ("một  hai", "một hai", [("kept", "một"), ("gone", "  "), ("new", " "), ("kept", "hai")]),
        ("một ", "một", [("kept", "một"), ("gone", " ")]),
    ],
)
def test_words_are_told_apart(old: str, new: str, found: list[tuple[str, str]]) -> None:
    assert told(old, new) == found


FIRST, SECOND, THIRD = (
    "Phong trào thi đua được các cấp hưởng ứng.",
    "Hội đã xây dựng ba mô hình tiêu biểu.",
    "Kinh phí do các hộ đóng góp.",
)


def test_equal_papers_are_kept() -> None:
    assert fates(before=[FIRST, SECOND], after=[FIRST, SECOND]) == [("kept", 0, 0), ("kept", 1, 1)]


def test_changed_paragraph_stands_beside_its_old_one() -> None:
    changed = SECOND.replace("ba", "bốn")

    assert fates(before=[FIRST, SECOND], after=[FIRST, changed]) == [("kept", 0, 0), ("changed", 1, 1)]


def test_paragraph_like_none_is_new_and_the_old_one_gone() -> None:
    assert fates(before=[FIRST], after=[THIRD]) == [("new", None, 0), ("gone", 0, None)]


def test_paragraph_put_in_between_leaves_the_others() -> None:
    assert fates(before=[FIRST, THIRD], after=[FIRST, SECOND, THIRD]) == [
        ("kept", 0, 0),
        ("new", None, 1),
        ("kept", 1, 2),
    ]


def test_moved_paragraph_is_known_in_both_places() -> None:
    assert fates(before=[FIRST, SECOND, THIRD], after=[SECOND, THIRD, FIRST]) == [
        ("moved-from", 0, None),
        ("kept", 1, 0),
        ("kept", 2, 1),
        ("moved-to", None, 2),
    ]


def test_moved_paragraph_is_not_taken_for_a_changed_one() -> None:
    like = SECOND.replace("ba", "bốn")

    assert fates(before=[like, FIRST, THIRD], after=[SECOND, FIRST, THIRD, like])[:2] == [
        ("new", None, 0),
        ("moved-from", 0, None),
    ]


def test_empty_paragraphs_do_not_move() -> None:
    found = fates(before=["", FIRST, SECOND], after=[FIRST, SECOND, ""])

    assert found == [("gone", 0, None), ("kept", 1, 0), ("kept", 2, 1), ("new", None, 2)]


def test_tables_are_compared_by_the_words_of_their_cells() -> None:
    def table(value: str) -> Manuscript:
        cells = tuple(Cell((Paragraph((Piece(text),)),)) for text in ("Số hộ", value))
        return Manuscript(Nature.DOCX, (Table((cells,)),))

    assert compared(table("15"), table("16")) == (
        ComparedParagraph(Fate.CHANGED, 0, 0, (Stretch(KEPT, "Số hộ"), Stretch(GONE, " 15"), Stretch(NEW, " 16"))),
    )


def test_likeness_counts_words_in_common() -> None:
    assert likeness(frozenset("ab"), frozenset("ac")) == 0.5
    assert likeness(frozenset(), frozenset()) == 0.0


PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(["hội", "nghị", " ", ",", "15", "\n", "ấ", ""]), max_size=8).map("".join), max_size=8
)


@given(PARAGRAPHS, PARAGRAPHS)
def test_both_papers_come_out_of_what_was_compared(before: list[str], after: list[str]) -> None:
    assert texts_of(compared(manuscript(*before), manuscript(*after))) == (before, after)


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_letter_is_lost_between_words(old: str, new: str) -> None:
    found = words_compared(old, new)

    assert "".join(part.text for part in found if part.change is not NEW) == old
    assert "".join(part.text for part in found if part.change is not GONE) == new


@pytest.mark.slow
def test_ten_pages_with_a_change_in_every_paragraph_are_compared_at_once() -> None:
    before = [f"{FIRST} {number} {SECOND} {THIRD} " * 3 for number in range(60)]
    after = [text.replace("ba mô hình", "bốn mô hình mới") for text in before]
    papers = manuscript(*before), manuscript(*after)
    began = time.process_time()

    found = compared(*papers)

    assert {each.fate for each in found} == {Fate.CHANGED}
    assert time.process_time() - began < 0.5
