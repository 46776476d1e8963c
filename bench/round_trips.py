"""Random plans, written as text, .docx and PDF and read again, by the hundred: other ones in each run.

python -m bench.round_trips           500 of each
python -m bench.round_trips 5000      so many
"""

import secrets
import sys
from collections.abc import Callable

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from tests.plans.drawing.plans import Written, plans
from tests.plans.same import settled
from tests.plans.writing.pdf import as_pdf
from tests.plans.writing.text import as_text
from tests.plans.writing.word import as_word

from tongket.plans.read import read_document
from tongket.reading.reader import read_bytes

WRITERS: dict[str, Callable[[Written], bytes]] = {
    "text": lambda plan: as_text(plan.letter).encode(),
    ".docx": lambda plan: as_word(plan.letter),
    "PDF": lambda plan: as_pdf(plan.letter),
}


def try_form(form: str, count: int, start: int) -> None:
    """Reads `count` plans in one form; AssertionError shows the smallest plan whose facts did not come home."""

    @seed(start)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(plans(), st.just(WRITERS[form]))
    def comes_home(plan: Written, write: Callable[[Written], bytes]) -> None:
        got = settled(read_document(read_bytes(write(plan))).facts)
        assert got == settled(plan.facts), as_text(plan.letter)

    comes_home()


def main() -> int:
    """Tries every form with as many plans as the command line asks."""
    count, start = int(sys.argv[1]) if sys.argv[1:] else 500, secrets.randbelow(10**6)
    for form in WRITERS:
        try_form(form, count, start)
        print(f"{count:,} random plans came home as {form} (seed {start})", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
