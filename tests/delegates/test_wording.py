"""What is said of a unit's list, and why nobody comes, read from it again."""

import pytest

from tongket.delegates.rules import Answer
from tongket.delegates.wording import answered_in_words, reason_in


@pytest.mark.parametrize(
    ("counts", "because", "note", "reason"),
    [
        ({Answer.COMING: 2, Answer.ABSENT: 1}, "", "Cử 2 người dự, 1 người vắng.", ""),
        ({Answer.ABSENT: 1}, "", "1 người vắng.", ""),
        ({}, " bận  họp. ", "Không cử người dự: bận họp.", "bận họp"),
    ],
)
def test_a_list_is_said_in_words_that_tell_why_nobody_comes(
    counts: dict[Answer, int], because: str, note: str, reason: str
) -> None:
    assert answered_in_words(counts, because=because) == note
    assert reason_in(note) == reason
