"""Where passages stand after a run."""

import pytest

from tongket.synthesis.ordering import placed


@pytest.mark.parametrize(
    ("standing", "ordered", "result"),
    [
        ([], ["a", "b"], ["a", "b"]),
        (["a", "b"], ["b", "a"], ["b", "a"]),
        (["a", "mine", "b"], ["b", "a"], ["b", "mine", "a"]),
        (["mine", "a"], ["a", "new"], ["mine", "a", "new"]),
        (["a", "mine"], ["new", "a"], ["new", "a", "mine"]),
        (["mine"], ["new"], ["new", "mine"]),
        (["mine"], [], ["mine"]),
    ],
)
def test_a_persons_sentence_keeps_its_place(standing: list[str], ordered: list[str], result: list[str]) -> None:
    assert placed(standing, ordered) == result
