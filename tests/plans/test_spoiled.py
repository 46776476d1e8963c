"""The first of the spoiled plans that `make soak` reads: none breaks the reader, none is slow."""

import time

import pytest
from bench.file_mutations import mutate_pdf, mutate_word
from bench.spoiled import PDFS, WORDS, read_spoiled, spoiled

COUNT = 2_000
PARTS = 8
# A plan that takes two seconds of its own is a fault; what a busy machine takes beside it is none.
SLOW_SECONDS = 2.0


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_no_spoiled_plan_breaks_the_reader(part: int) -> None:
    slow = []
    for seed in range(part, COUNT, PARTS):
        began = time.process_time()
        read_spoiled(seed)
        if time.process_time() - began > SLOW_SECONDS:
            slow.append(seed)

    assert slow == []


def test_same_seed_spoils_in_the_same_way() -> None:
    assert [spoiled(seed) for seed in (0, 35, 39)] == [spoiled(seed) for seed in (0, 35, 39)]
    assert len({spoiled(seed) for seed in range(40)}) == 40
    assert mutate_word(WORDS[0], 1) != WORDS[0]
    assert mutate_pdf(PDFS[0], 1) != PDFS[0]
