"""Which passages of a text stand in others: exact places, small edits, stock phrases, keeping and loading."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tongket.papers.copying.index import Index
from tongket.papers.copying.stock import usual_phrases
from tongket.papers.copying.values import Passage

SYLLABLES = ["hội", "viên", "mô", "hình", "cây", "giống", "vốn", "vay", "hộ", "nghèo", "chợ", "phiên", "rau", "sạch"]
SYLLABLES += ["tổ", "đội", "máy", "cày", "ruộng", "lúa", "kênh", "mương", "cầu", "đường", "bê", "tông", "đèn", "điện"]


def words(seed: int, count: int) -> list[str]:
    """Made-up words, other ones for each seed."""
    drawn = random.Random(seed)
    return [drawn.choice(SYLLABLES) for _ in range(count)]


def text(*parts: list[str]) -> str:
    """Parts as one text."""
    return " ".join(word for part in parts for word in part)


COPIED = words(1, 40)


def test_copied_passage_is_found_at_its_place_in_both() -> None:
    asked = text(words(2, 60), COPIED, words(3, 60))
    other = text(words(4, 30), COPIED, words(5, 90))
    start, other_start = len(text(words(2, 60))) + 1, len(text(words(4, 30))) + 1
    length = len(text(COPIED))

    found = Index([("a", other), ("b", text(words(6, 200)))]).passages(asked)

    assert found == (
        Passage("a", start, start + length, other_start, other_start + length, text(COPIED), syllables=40),
    )


def test_capitals_accents_and_signs_make_no_difference() -> None:
    other = text(COPIED).upper()
    asked = ", ".join(COPIED) + "."

    found = Index([("a", other)]).passages(asked)

    assert [(each.start, each.end, each.syllables) for each in found] == [(0, len(asked) - 1, 40)]
    assert other[found[0].other_start : found[0].other_end] == other


@pytest.mark.parametrize(
    ("edited", "agreeing"),
    [
        ([*COPIED[:20], "khác", *COPIED[21:]], 39),
        ([*COPIED[:20], "thêm", "vào", "đây", *COPIED[20:]], 40),
        ([*COPIED[:20], *COPIED[23:]], 37),
        ([*COPIED[:12], "một", *COPIED[13:25], "hai", "ba", *COPIED[26:]], 38),
    ],
)
def test_small_edits_do_not_part_a_passage(edited: list[str], agreeing: int) -> None:
    asked = text(words(2, 30), edited, words(3, 30))

    found = Index([("a", text(words(4, 30), COPIED))]).passages(asked)

    assert [(each.words, each.syllables) for each in found] == [(text(edited), agreeing)]


def test_longer_insertion_parts_a_passage() -> None:
    asked = text(COPIED[:20], ["a", "b", "c", "d"], COPIED[20:])

    found = Index([("a", text(COPIED))]).passages(asked)

    assert [each.words for each in found] == [text(COPIED[:20]), text(COPIED[20:])]


def test_nineteen_syllables_are_no_passage_unless_asked_for() -> None:
    index = Index([("a", text(words(4, 30), COPIED[:19], words(5, 30)))])
    asked = text(words(2, 30), COPIED[:19], words(3, 30))

    assert index.passages(asked) == ()
    assert [each.words for each in index.passages(asked, least=19)] == [text(COPIED[:19])]


def test_stock_phrases_do_not_count() -> None:
    index = Index([("a", text(words(4, 30), COPIED))])
    asked = text(words(2, 30), COPIED)

    assert index.passages(asked, stock=[text(COPIED)]) == ()
    assert [each.syllables for each in index.passages(asked, stock=[text(COPIED[:10])])] == [30]


def test_short_stock_phrases_count_as_a_whole() -> None:
    asked = "Kính thưa " + text(COPIED)

    found = Index([("a", asked)]).passages(asked, stock=["kính thưa"])

    assert [(each.words, each.syllables) for each in found] == [(asked, 40)]


def test_greeting_and_movements_of_an_official_speech_are_no_copying() -> None:
    greeting = (
        "Kính thưa Đoàn Chủ tịch! Kính thưa quý vị đại biểu! Kính thưa hội nghị! Thực hiện phong trào “Đoàn kết sáng "
        "tạo, nâng cao năng suất, chất lượng, hiệu quả, hội nhập quốc tế”, tôi xin trân trọng cảm ơn."
    )
    index = Index([("a", greeting + " " + text(words(2, 50)))])

    assert len(index.passages(greeting + " " + text(words(3, 50)))) == 1
    assert index.passages(greeting + " " + text(words(3, 50)), stock=usual_phrases()) == ()


def test_what_too_many_texts_have_is_stock() -> None:
    index = Index((f"p{number}", text(words(100 + number, 20), COPIED)) for number in range(9))

    assert index.passages(text(COPIED)) == ()
    assert len(index.passages(text(COPIED), share=1.0)) == 9


def test_common_words_within_a_copied_passage_do_not_part_it() -> None:
    passage = [*COPIED[:25], "nâng", "cao", "đời", "sống", "vật", "chất", "tinh", "thần", *COPIED[25:]]
    others = ((f"p{number}", text(words(100 + number, 20), passage[25:33])) for number in range(9))

    found = Index([("a", text(passage)), *others]).passages(text(passage))

    assert [(each.key, each.words, each.syllables) for each in found] == [("a", text(passage), 40)]


def phrases(number: int, order: list[int]) -> str:
    """A text that strings phrases of eight words together which many texts have, in an order of its own."""
    return text(words(500 + number, 20), *(words(700 + place, 8) for place in order), words(600 + number, 20))


def test_a_long_stretch_of_common_phrases_is_copied_where_few_have_it_whole() -> None:
    drawn = random.Random(6)
    many = [(f"p{number}", phrases(number, drawn.sample(range(8), 8))) for number in range(30)]
    order = [7, 0, 6, 1, 5, 2, 4, 3]
    index = Index([*many, ("copied", phrases(90, order))])

    found = index.passages(phrases(91, order))

    assert [(each.key, each.syllables) for each in found] == [("copied", 64)]
    assert found[0].words == text(*(words(700 + place, 8) for place in order))


def test_a_long_form_that_all_fill_in_stays_stock() -> None:
    form = words(800, 60)
    index = Index((f"p{number}", text(words(100 + number, 20), form)) for number in range(30))

    assert index.passages(text(words(3, 30), form)) == ()


def test_a_plan_that_is_quoted_at_length_does_not_count_either() -> None:
    plan = words(801, 60)
    index = Index((f"p{number}", text(words(100 + number, 20), plan)) for number in range(3))

    assert index.passages(text(words(3, 30), plan), stock=[text(plan)]) == ()


def test_own_versions_are_not_looked_in() -> None:
    index = Index([("own", text(COPIED)), ("other", text(COPIED))])

    assert [each.key for each in index.passages(text(COPIED), but=frozenset({"own"}))] == ["other"]


def test_text_of_a_known_key_replaces_the_earlier_one() -> None:
    index = Index([("a", text(COPIED))])

    index.add("a", text(words(7, 50)))

    assert index.passages(text(COPIED)) == ()
    assert [each.key for each in index.passages(text(words(7, 50)))] == ["a"]
    assert len(index) == 1


def test_passage_that_stands_twice_in_the_text_is_told_twice() -> None:
    asked = text(COPIED, words(2, 30), COPIED)

    found = Index([("a", text(COPIED))]).passages(asked)

    assert [(each.start, each.words) for each in found] == [
        (0, text(COPIED)),
        (len(text(COPIED, words(2, 30))) + 1, text(COPIED)),
    ]


def test_empty_index_and_empty_texts_answer_nothing() -> None:
    assert Index().passages(text(COPIED)) == ()
    assert Index([("a", "")]).passages("") == ()


def test_index_is_the_same_after_it_was_kept() -> None:
    index = Index((f"bài {number}", text(words(number, 80))) for number in range(12))
    for number in range(12, 20):
        index.add(f"bài {number}", text(words(number, 80)))
    asked = text(words(3, 80), words(15, 80))

    again = Index.from_bytes(index.to_bytes())

    assert again.passages(asked) == index.passages(asked)
    assert [each.key for each in again.passages(asked)] == ["bài 3", "bài 15"]
    assert again.to_bytes() == index.to_bytes()


@pytest.mark.parametrize("data", [b"", b"x", b"[]\n", b'{"form": 0}\n'])
def test_what_is_no_index_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Index.from_bytes(data)


def test_index_cut_off_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\w"):
        Index.from_bytes(Index([("a", text(COPIED))]).to_bytes()[:-8])


def test_index_kept_on_a_machine_of_the_other_byte_order_is_read() -> None:
    data = Index([("a", text(COPIED))]).to_bytes()
    head, _, numbers = data.partition(b"\n")
    starts = b"".join(numbers[place : place + 4][::-1] for place in range(0, 160, 4))
    postings = b"".join(numbers[place : place + 8][::-1] for place in range(160, len(numbers), 8))
    other = head.replace(b'"little"', b'"BIG"').replace(b'"big"', b'"little"').replace(b'"BIG"', b'"big"')

    assert len(Index.from_bytes(b"\n".join([other, starts + postings])).passages(text(COPIED))) == 1


@given(st.lists(st.sampled_from([*SYLLABLES[:4], ".", "\n"]), max_size=60).map(" ".join))
def test_every_passage_lies_in_both_texts(asked: str) -> None:
    other = text(words(9, 60))

    for each in Index([("a", other)]).passages(asked, least=5):
        assert asked[each.start : each.end] == each.words
        assert 0 <= each.other_start < each.other_end <= len(other)
        assert each.syllables >= 5


@pytest.mark.slow
def test_form_of_equal_rows_is_searched_at_once() -> None:
    rows = "mô hình tiêu biểu của hội viên " * 300
    index = Index([("a", rows)])
    began = time.process_time()

    index.passages(rows)

    assert time.process_time() - began < 5
