"""Units' reports: how fast they are read and cut, and how many of their figures are right, found wrong, or missed."""

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random

from tests.factories.outlines import SAMPLES, manuscript_of, sample_outline

from bench.measure import Row, median_of, print_rows, processor_milliseconds
from tongket.reading.manuscript.values import Block, Manuscript, Nature
from tongket.reviews.cutting import cut_report
from tongket.reviews.reports.reading import read_report
from tongket.reviews.reports.values import ReportRead
from tongket.reviews.values import Outline

COMMUNES, SYLLABLES, INDICATORS = 3321, 2100, 65
DISTINCT = 24
CUT_SECONDS, READ_MS = 60.0, 150.0
WRONG_MOST, MISSED_MOST = 5.0, 25.0


def long_reports(number: int) -> list[Manuscript]:
    """Reports of four pages, made of the sections of the samples."""
    sources = [manuscript_of(path.read_text(encoding="utf-8")).blocks for path in sorted(SAMPLES.glob("*.txt"))]
    made = []
    for seed in range(number):
        draw, syllables = Random(seed), 0
        blocks: list[Block] = []
        while syllables < SYLLABLES:
            part = draw.choice(sources)
            blocks += part
            syllables += sum(len(block.text.split()) for block in part)
        made.append(Manuscript(Nature.DOCX, tuple(blocks)))
    return made


def wide(outline: Outline) -> Outline:
    """The outline with as many indicators as a real sheet has."""
    many = [
        replace(each, code=f"{each.code}_{number}", name=f"{each.name} đợt {number}")
        for number in range(1, 4)
        for each in outline.indicators
    ]
    return replace(outline, indicators=(*outline.indicators, *many)[:INDICATORS])


def speed() -> list[Row]:
    """Reading one report against 65 indicators, and cutting one from each commune of the nation."""
    manuscripts, outline = long_reports(DISTINCT), wide(sample_outline())
    reading = median_of(lambda: processor_milliseconds(lambda: read_report(manuscripts[0], outline)), DISTINCT)
    reports = [read_report(each, outline) for each in manuscripts]
    rounds = COMMUNES // DISTINCT
    cutting = processor_milliseconds(lambda: [cut_report(each) for _ in range(rounds) for each in reports])
    whole = cutting * COMMUNES / (rounds * DISTINCT) / 1000
    statements = sum(len(cut_report(each)) for each in reports) // len(reports)
    return [
        Row("a report of 4 pages read against 65 indicators", reading, "ms CPU", READ_MS),
        Row(f"3,321 reports of 4 pages cut, {statements} statements each", whole, "s CPU", CUT_SECONDS),
    ]


def judged(paths: Sequence[Path], outline: Outline) -> tuple[int, int, int]:
    """How many figures of these reports are right, wrong and missed."""
    right = wrong = missed = 0
    for path in paths:
        expected = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"), parse_float=Decimal)
        unsure = set(expected.get("unsure", ()))
        wanted = {
            (code, period): Decimal(value)
            for period, figures in expected["figures"].items()
            for code, value in figures.items()
        }
        report: ReportRead = read_report(manuscript_of(path.read_text(encoding="utf-8")), outline)
        got = {(each.indicator, each.period): each.value for each in report.figures if each.indicator not in unsure}
        right += sum(wanted.get(key) == value for key, value in got.items())
        wrong += sum(wanted.get(key) != value for key, value in got.items())
        missed += sum(key not in got for key in wanted)
    return right, wrong, missed


def truth() -> list[Row]:
    """Of reports of which only totals were looked at: what share of proposed figures is wrong, of all is missed."""
    aside = sorted(SAMPLES.with_name("reviews-aside").glob("*.txt"))
    right, wrong, missed = judged(aside, sample_outline())
    beside = f"{right} right, {wrong} wrong, {missed} missed in {len(aside)} reports"
    return [
        Row(
            "figures proposed wrong, reports kept aside",
            100 * wrong / (right + wrong),
            "%",
            WRONG_MOST,
            None,
            beside,
        ),
        Row("figures missed, reports kept aside", 100 * missed / (right + missed), "%", MISSED_MOST),
    ]


if __name__ == "__main__":
    print_rows([*speed(), *truth()])
