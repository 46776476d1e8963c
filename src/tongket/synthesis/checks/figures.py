"""Every figure in a sentence agrees with the data: composed ones with what they were made of, typed ones with a source.

A figure that a person typed is looked up among the numbers of the sentence's own sources, in words or as data; one that
the data have left since is told with what they say now.
"""

from collections.abc import Iterator
from decimal import Decimal

from tongket.core.findings import Finding, Level, words
from tongket.synthesis.checks.numbers import numbers_in, values_in
from tongket.synthesis.checks.values import Draft, Sentence


def figures(draft: Draft) -> tuple[Finding, ...]:
    """A blocker for each figure that its sources do not say."""
    return tuple(finding for each in draft.sentences if not each.is_vouched for finding in _of(each, draft))


def _of(sentence: Sentence, draft: Draft) -> Iterator[Finding]:
    left = dict(_left_behind(sentence))
    known = _known(sentence, draft)
    told: set[Decimal] = set()
    for stated in numbers_in(sentence.text):
        if stated.value in told:
            continue
        told.add(stated.value)
        if stated.value in left:
            yield _moved(sentence, stated.written, left[stated.value])
        elif stated.value not in known and sentence.sources:
            yield _unknown(sentence, stated.written)


def _left_behind(sentence: Sentence) -> Iterator[tuple[Decimal, str]]:
    """The figures of the sentence that the data no longer say, with what they say now; empty where nothing."""
    now = sentence.fresh.figures if sentence.fresh else {}
    still = {value for printed, _source in now.values() for value in values_in(printed)}
    for gap, (printed, _source) in sentence.figures.items():
        for value in values_in(printed) - still:
            yield value, now[gap][0] if gap in now else ""


def _known(sentence: Sentence, draft: Draft) -> set[Decimal]:
    """All that the sources say now, and the figures the program would print here now."""
    found: set[Decimal] = set()
    for source in sentence.sources:
        backing = draft.backing.get((source.sort, source.key))
        found |= backing.numbers if backing and backing.stands else set()
    if sentence.fresh is not None and sentence.slot:
        found |= values_in(sentence.fresh.text)
    return found


def _moved(sentence: Sentence, written: str, now: str) -> Finding:
    return Finding(
        "figure_moved",
        Level.BLOCKER,
        words("Câu ghi {written}, số liệu nay là {now}.") if now else words("Câu ghi {written}, nay không còn số ấy."),
        where=words("Phần “{heading}”."),
        todo=words("Tổng hợp lại, hoặc sửa số trong câu."),
        clause=sentence.clause or None,
        quote=sentence.text,
        values={"written": written, "now": now, "heading": sentence.heading, "passage": sentence.key},
    )


def _unknown(sentence: Sentence, written: str) -> Finding:
    return Finding(
        "figure_unknown",
        Level.BLOCKER,
        words("Không nguồn nào của câu nêu số {written}."),
        where=words("Phần “{heading}”."),
        todo=words("Sửa số, chọn nguồn có số ấy, hoặc nhận trách nhiệm về câu này."),
        clause=sentence.clause or None,
        quote=sentence.text,
        values={"written": written, "heading": sentence.heading, "passage": sentence.key},
    )
