"""What means harm is answered by one clear sentence, and soon."""

import time

import pytest

from tests.reading.hostile import HOSTILE
from tongket.core.findings import compose
from tongket.reading.refusals import Unreadable
from tongket.reading.safely import read_safely

# On a quiet machine two seconds are the most (see the benchmarks); a test may meet a busy one.
PATIENCE_SECONDS = 8.0


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused_in_one_sentence(name: str) -> None:
    make, code = HOSTILE[name]
    data = make()
    began = time.perf_counter()

    with pytest.raises(Unreadable) as refused:
        read_safely(data, name="ke-hoach")

    assert time.perf_counter() - began < PATIENCE_SECONDS
    assert refused.value.finding.code == code
    assert compose(refused.value.finding).found
