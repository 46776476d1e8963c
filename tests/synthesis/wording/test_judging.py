"""What a model proposes is taken only with its sources."""

import json

import pytest

from tongket.synthesis.wording.judging import Proposal, Refused, judged

STATEMENTS = {1: "Xã có 5 mô hình.", 2: "Kinh phí còn ít."}


def answer(*sentences: tuple[str, list[int]]) -> str:
    return json.dumps({"sentences": [{"text": text, "cites": cites} for text, cites in sentences]})


def test_a_sentence_that_cites_and_says_no_more_is_taken() -> None:
    said = answer(("Xã giữ được 05 mô hình.", [1]), ("Kinh phí còn ít.", [2]))

    assert judged(said, STATEMENTS) == Proposal("Xã giữ được 05 mô hình. Kinh phí còn ít.", (1, 2))


def test_figures_of_the_composed_sentence_may_be_repeated() -> None:
    assert judged(answer(("9/15 đơn vị thiếu kinh phí.", [2])), STATEMENTS, known="9/15 đơn vị…").cites == (2,)


@pytest.mark.parametrize(
    ("said", "code", "found"),
    [
        (answer(("Xã có 6 mô hình.", [1])), "figure", "6"),
        (answer(("Xã có 5 mô hình.", [2])), "figure", "5"),
        (answer(("Kinh phí còn ít.", [])), "uncited", "Kinh phí còn ít."),
        (answer(("Kinh phí còn ít.", [3])), "unknown", "3"),
        (answer(), "empty", ""),
        (answer(("a " * 800, [2])), "long", ""),
        ("Đây là câu mới.", "unreadable", ""),
        ('{"sentences": [{"text": "x"}]}', "unreadable", ""),
    ],
)
def test_a_proposal_that_says_more_is_refused_with_the_reason(said: str, code: str, found: str) -> None:
    with pytest.raises(Refused) as refused:
        judged(said, STATEMENTS)

    assert (refused.value.code, refused.value.found) == (code, found)


def test_fences_around_the_answer_are_no_fault() -> None:
    assert judged(f"```json\n{answer(('Kinh phí còn ít.', [2]))}\n```", STATEMENTS).text == "Kinh phí còn ít."
