"""Kế hoạch: the plan itself as a document, its text from its own clauses, to the recipients it names."""

import re
from collections.abc import Iterable
from datetime import date

from tongket.conferences.models import Clause, Conference, PlanVersion
from tongket.core.findings import words
from tongket.core.text import clean
from tongket.documents.kinds.kind import Addressee, Kind, Options, Values
from tongket.documents.kinds.known import COMMON, common, facts_of, version_of
from tongket.documents.kinds.names import names
from tongket.documents.markdown_text import as_markdown

ARCHIVE = re.compile(r"^lưu\b", re.IGNORECASE)
MARKS = re.compile(r"\*+")


def recipients(conference: Conference, _options: Options) -> list[Addressee]:
    """Who the plan says gets it, as printed; the archive's line aside."""
    told = facts_of(version_of(conference)).recipients
    return [Addressee(None, line) for line in told if not ARCHIVE.match(line)]


def values(conference: Conference, options: Options) -> Values:
    """The plan's own text, clause by clause."""
    version = version_of(conference)
    return common(conference, options) | {"toan_van": {"markdown": text_of(version)} if version else None}


def text_of(version: PlanVersion) -> str:
    """The clauses of a plan as Markdown: headings by their level, bullets as points, the rest as paragraphs."""
    rows = list(version.clauses.order_by("ordinal"))
    return "\n\n".join(part for row in rows for part in _parts(row))


def _parts(clause: Clause) -> Iterable[str]:
    label, heading = clause.label.strip(), clean(MARKS.sub("", clause.heading))
    texts = [clean(MARKS.sub("", line)) for line in clause.text.split("\n")]
    texts = [text for text in texts if text]
    if heading:
        level = "#" * min(max(clause.level, 1), 3)
        yield f"{level} {as_markdown(clean(f'{label} {heading}')).replace(chr(92) + '.', '.')}"
        yield from map(as_markdown, texts)
    elif texts and label in ("-", "+", "•", "*"):
        yield f"- {as_markdown(texts[0])}"
        yield from map(as_markdown, texts[1:])
    elif texts:
        yield as_markdown(clean(f"{label} {texts[0]}"))
        yield from map(as_markdown, texts[1:])


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
    addressees=recipients,
    day=day_of,
    number=number_of,
)
