"""What stands in the margins fits there."""

from tests.factories.volumes import make_chapter
from tongket.documents.render.chapters import ListChapter
from tongket.documents.render.fonts import width_mm
from tongket.proceedings.render.running import HEAD_PT, chapter_head, fitted, part_head

LINE_MM = 165.0
LONG = "Trung tâm Văn hóa – Thể thao và Truyền thanh – Truyền hình thành phố Tam Kỳ, tỉnh Quảng Nam"


def test_author_and_unit_stand_together_where_they_fit() -> None:
    assert chapter_head(make_chapter(1, author="Lê An", unit="Hội Nông dân"), LINE_MM) == "Lê An · Hội Nông dân"


def test_a_long_unit_stands_alone_and_is_cut_between_words() -> None:
    head = chapter_head(make_chapter(1, unit=LONG), LINE_MM)

    assert LONG.startswith(head.removesuffix("…"))
    assert head.endswith("…")
    assert width_mm(head, HEAD_PT) <= 0.58 * LINE_MM


def test_what_has_no_owner_is_named_by_its_title() -> None:
    assert chapter_head(ListChapter("l", "Danh sách đại biểu", ()), LINE_MM) == "Danh sách đại biểu"
    assert chapter_head(make_chapter(1, author="", unit="", title="Bài"), LINE_MM) == "Bài"


def test_one_endless_word_is_cut_within() -> None:
    assert fitted("x" * 200, 20.0) == "x" * 8 + "…"


def test_the_name_of_a_part_leaves_room_for_the_owner() -> None:
    assert width_mm(part_head(LONG, LINE_MM), HEAD_PT, italic=True) <= 0.38 * LINE_MM
