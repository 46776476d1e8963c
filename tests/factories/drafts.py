"""Makes drafts of a summary report as the checks see them."""

from collections.abc import Mapping
from decimal import Decimal

from tongket.synthesis.checks.values import Backing, Coverage, Draft, Sentence, Sum
from tongket.synthesis.rules import Origin, SourceSort
from tongket.synthesis.values import Passage, Source

STATEMENT = Source(SourceSort.STATEMENT, 1, "có 57 mô hình", "Hội Nông dân, tr. 2")
TALLY = Source(SourceSort.TALLY, 9, where="Mô hình")


def make_fresh(text: str = "Có 57 mô hình.", figures: Mapping[str, str] | None = None) -> Passage:
    """What the program would say now, with figures that stand on a tally."""
    return Passage("s", text, figures={gap: (value, TALLY) for gap, value in (figures or {"tong": "57"}).items()})


def make_sentence(
    text: str = "Có 57 mô hình.",
    *,
    sources: tuple[Source, ...] = (STATEMENT,),
    origin: Origin = Origin.COMPOSED,
    slot: str = "s",
    figures: Mapping[str, str] | None = None,
    fresh: Passage | None = None,
    composed: str = "Có 57 mô hình.",
    has_news: bool = False,
    is_vouched: bool = False,
) -> Sentence:
    """A sentence of the report."""
    return Sentence(
        key=5,
        heading="II. KẾT QUẢ",
        text=text,
        origin=origin,
        slot=slot,
        sources=sources,
        figures={gap: (value, TALLY) for gap, value in (figures or {}).items()},
        composed=composed,
        fresh=fresh if fresh is not None or not slot else make_fresh(),
        has_news=has_news,
        is_vouched=is_vouched,
    )


def make_draft(
    *sentences: Sentence,
    numbers: tuple[str, ...] = ("57",),
    stands: bool = True,
    coverage: tuple[int, int] | None = None,
    sums: tuple[Sum, ...] = (),
    moved: int = 0,
    is_composed: bool = True,
    waiting: int = 0,
) -> Draft:
    """A report whose one statement says `numbers`."""
    backing = Backing(frozenset(map(Decimal, numbers)), stands)
    keys = {(SourceSort.STATEMENT, 1): backing, (SourceSort.TALLY, 9): backing}
    return Draft(sentences, keys, {9: Coverage(*coverage)} if coverage else {}, sums, moved, is_composed, waiting)
