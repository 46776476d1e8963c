"""The command `tongket paper check`: works alone, without a conference, a database or Django."""

import argparse
import json
import sys
import textwrap
from dataclasses import replace
from datetime import datetime
from pathlib import PurePath
from typing import TextIO

from tongket.core.figures import counted, decimal
from tongket.core.findings import Finding, Level, as_json, compose
from tongket.documents.render.fonts import FontsMissing
from tongket.papers.checks import TITLES
from tongket.papers.examine import Examination, examine
from tongket.papers.values import Assignment, Limits, Name, shipped_limits, standard_form
from tongket.reading.manuscript.refusals import NAMED, of_papers
from tongket.reading.manuscript.safely import read_manuscript
from tongket.reading.opening import bytes_of
from tongket.reading.refusals import Unreadable

_WIDTH = 120
LEVEL_WORDS = {Level.BLOCKER: "Phải sửa", Level.APPROVAL: "Cần người quyết", Level.ADVICE: "Nên xem"}


def check(arguments: argparse.Namespace) -> int:
    """Prints how long a paper is and what is to be said of it; 1 with a blocker, 2 where it cannot be measured."""
    limits = _limits(arguments)
    assignment = Assignment(unit=Name(arguments.unit), topic=arguments.topic)
    name = PurePath(arguments.file).name
    try:
        manuscript = read_manuscript(bytes_of(arguments.file), name=name)
        seen = examine(
            manuscript,
            form=standard_form(),
            limits=limits,
            assignment=assignment,
            today=datetime.now().astimezone().date(),
            file_name=name,
        )
    except (Unreadable, FontsMissing) as refused:
        sys.stderr.write(" ".join(f"{arguments.file}: {_why(refused)}".split()) + "\n")
        return 2
    write = _print_json if arguments.as_json else _print_words
    write(seen, limits, sys.stdout)
    return int(seen.is_blocked)


def _why(refused: Unreadable | FontsMissing) -> str:
    """Why nothing is said of the paper; a name that stands in front already is not said again."""
    if isinstance(refused, FontsMissing):
        return str(refused)
    finding = of_papers(refused).finding
    return str(compose(replace(finding, where="") if finding.where == NAMED else finding))


def _limits(arguments: argparse.Namespace) -> Limits:
    """The shipped limits with what was asked for in their place; a rate of one's own moves the fast one too."""
    shipped = shipped_limits()
    rate = arguments.rate or shipped.rate
    fast = rate * shipped.fast_rate / shipped.rate
    return replace(shipped, pages=arguments.pages, minutes=arguments.minutes, rate=rate, fast_rate=fast)


def _print_json(seen: Examination, limits: Limits, out: TextIO) -> None:  # noqa: ARG001 -- both printers are called alike
    rows = [as_json(finding) for finding in seen.findings]
    answer = {**seen.figures.as_json(), "findings": rows, "passed": list(seen.passed)}
    json.dump(answer, out, ensure_ascii=False, indent=1)
    out.write("\n")


def _print_words(seen: Examination, limits: Limits, out: TextIO) -> None:
    """The two meters, then the findings, then what passed."""
    figures = seen.figures
    own = f"; tệp của tác giả {decimal(figures.pages_submitted)}" if figures.pages_submitted is not None else ""
    minutes, seconds = divmod(round(60 * figures.syllables / limits.rate), 60)
    out.write(
        f"Số trang    {decimal(figures.pages_standard, 2)} theo thể thức, cần không quá {decimal(limits.pages or 0)}"
        f"  (dòng đơn {decimal(figures.pages_single, 2)}{own})\n"
        f"Đọc hết     {minutes} phút {seconds} giây, cần không quá {decimal(limits.minutes or 0)} phút"
        f"  ({counted(figures.syllables)} chữ, {decimal(limits.rate)} chữ một phút)\n"
    )
    for finding in seen.findings:
        _print_finding(finding, out)
    for asked in seen.asked:
        if asked.block is not None:
            where = f" (trang {asked.page})" if asked.page else ""
            out.write(f"{'Có nêu':<16} {asked.words}{where}: “{asked.quote}”\n")
    passed = ", ".join(TITLES[name] for name in seen.passed)
    summary = f"{len(seen.findings)} phát hiện; {len(seen.passed)} trên {len(seen.results)} điều soát đạt: {passed}."
    out.write(textwrap.fill(summary, _WIDTH) + "\n")


def _print_finding(finding: Finding, out: TextIO) -> None:
    sentence = compose(finding)
    out.write(f"{LEVEL_WORDS[finding.level]:<16} {sentence.found}\n")
    for label, text in (("Cần", sentence.wanted), ("Ở đâu", sentence.where), ("Làm gì", sentence.todo)):
        if text:
            out.write(f"{'':<17}{label}: {text}\n")
