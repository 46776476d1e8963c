"""Coverage is stated: a figure of some of the units says of how many, so that nobody takes it for all."""

from tongket.core.findings import Finding, Level, words
from tongket.synthesis.checks.numbers import values_in
from tongket.synthesis.checks.values import Coverage, Draft, Sentence
from tongket.synthesis.rules import SourceSort


def covered(draft: Draft) -> tuple[Finding, ...]:
    """A blocker for each sentence that gives a total of some of the units without their number."""
    found = []
    for sentence in draft.sentences:
        lacking = _lacking(sentence, draft)
        if lacking is not None and not sentence.is_vouched:
            found.append(_finding(sentence, lacking))
    return tuple(found)


def _lacking(sentence: Sentence, draft: Draft) -> Coverage | None:
    """The coverage that the sentence should state: that of the total whose figure stands in it."""
    stated = values_in(sentence.text)
    # A comparison leans on the sentence before it, which states the coverage.
    if ":so-sanh:" in sentence.slot or not stated:
        return None
    for source in sentence.sources:
        told = draft.coverage.get(source.key) if source.sort is SourceSort.TALLY else None
        if told is None or told.number >= told.expected:
            continue
        return None if {told.number, told.expected} <= stated else told
    return None


def _finding(sentence: Sentence, lacking: Coverage) -> Finding:
    return Finding(
        "coverage_unstated",
        Level.BLOCKER,
        words("Câu nêu số của {number}/{expected} đơn vị mà không nói rõ."),
        wanted=words("Cần ghi “theo báo cáo của {number}/{expected} đơn vị”."),
        where=words("Phần “{heading}”."),
        todo=words("Sửa câu."),
        clause=sentence.clause or None,
        quote=sentence.text,
        values={
            "number": lacking.number,
            "expected": lacking.expected,
            "heading": sentence.heading,
            "passage": sentence.key,
        },
    )
