from tongket.reviews.plain_cutting import cut
from tongket.reviews.rules import Kind
from tongket.reviews.values import Cut, Place


def test_one_statement_a_sentence_without_marks() -> None:
    text = "- Kinh phí còn ít. Cán bộ kiêm nhiệm nhiều việc;\n1. Thiếu nơi sinh hoạt chung\nNgắn."

    cuts = cut(text, kind=Kind.SHORTCOMING, question="q", page=2)

    assert [each.text for each in cuts] == [
        "Kinh phí còn ít.",
        "Cán bộ kiêm nhiệm nhiều việc",
        "Thiếu nơi sinh hoạt chung",
    ]
    assert cuts[0] == Cut(Kind.SHORTCOMING, "Kinh phí còn ít.", "q", Place(2, None))
