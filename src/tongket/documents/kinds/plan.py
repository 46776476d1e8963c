"""Kế hoạch: the plan itself as a document, its text from its own clauses, for the recipients it names."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import takewhile

from tongket.conferences.models import Clause, Conference, PlanVersion
from tongket.core.findings import words
from tongket.core.text import clean, fold
from tongket.documents.kinds.kind import Kind, Options, Values
from tongket.documents.kinds.known import COMMON, common, facts_of, version_of
from tongket.documents.kinds.names import names
from tongket.documents.markdown_text import as_markdown

ARCHIVE = re.compile(r"^lưu\b", re.IGNORECASE)
STARS = re.compile(r"\*+")
MARK = re.compile(r"([-+•]|\d{1,3}(?:\.\d{1,3})*[.)]|[a-zđ]\)|[IVXLC]+\.|Điều \d{1,3}\.)\s+(?=\S)")
AFTER_TEXT = re.compile(r"(nơi nhận|t/?m\b|kt\b|k/t\b)", re.IGNORECASE)


def listed(conference: Conference) -> tuple[str, ...]:
    """Who the plan says gets it, as printed; the archive's line aside."""
    told = facts_of(version_of(conference)).recipients
    return tuple(line for line in told if not ARCHIVE.match(line))


def values(conference: Conference, options: Options) -> Values:
    """The plan's own text, clause by clause."""
    version = version_of(conference)
    return common(conference, options) | {"toan_van": {"markdown": text_of(version)} if version else None}


def text_of(version: PlanVersion) -> str:
    """The plan from its opening words to the last ones before recipients and signature, as Markdown."""
    clauses = list(version.clauses.order_by("ordinal"))
    lines = [clean(STARS.sub("", line)) for line in version.lines]
    first = clauses[0].first_line if clauses else len(lines)
    last = clauses[-1].last_line + 1 if clauses else len(lines)
    opening = lines[_after_title(lines[:first], facts_of(version).title or "") : first]
    closing = list(takewhile(lambda line: not AFTER_TEXT.match(line), lines[last:]))
    parts = [*map(as_point, opening), *_body(lines, clauses), *map(as_point, closing)]
    return "\n\n".join(part for part in parts if part)


def _after_title(lines: Sequence[str], title: str) -> int:
    """Where the opening words begin: behind the type name and the lines of the title."""
    wanted = fold(title)
    held = [place for place, line in enumerate(lines) if fold(line) and fold(line).strip(" .") in wanted]
    named = [place for place, line in enumerate(lines) if fold(line) == "ke hoach"]
    return max([-1, *held, *named]) + 1


def _body(lines: Sequence[str], clauses: Sequence[Clause]) -> Iterator[str]:
    """One part for each clause, its lines joined; whatever stands between two clauses is kept."""
    done = clauses[0].first_line if clauses else 0
    for clause in clauses:
        yield from map(as_point, lines[done : clause.first_line])
        words_of = " ".join(lines[max(done, clause.first_line) : clause.last_line + 1])
        is_heading = bool(clause.heading) and not clause.text
        yield f"{'#' * min(max(clause.level, 1), 3)} {as_point(words_of)}" if is_heading else as_point(words_of)
        done = max(done, clause.last_line + 1)


def as_point(line: str) -> str:
    """A line of a plan: its own mark is structure, the rest is text."""
    mark = MARK.match(line)
    if mark is None:
        return as_markdown(line) if line else ""
    return f"{mark.group(1)} {as_markdown(line[mark.end() :])}"


def day_of(conference: Conference) -> date | None:
    """The day the plan was issued, as read or entered."""
    version = version_of(conference)
    return version.issued_on if version else None


def number_of(conference: Conference) -> str:
    """The plan's own number and symbol, as entered."""
    version = version_of(conference)
    return version.number if version else ""


KIND = Kind(
    code="plan",
    label=words("Kế hoạch"),
    type_name="KẾ HOẠCH",
    abbreviation="KH",
    names=names(*COMMON, "toan_van"),
    values=values,
    listed=listed,
    day=day_of,
    number=number_of,
)
