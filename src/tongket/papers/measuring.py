"""What a file measures as: read, laid out and checked by what its conference says, as a value that a version keeps."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from tongket.conferences.models import Conference
from tongket.core.findings import Finding, Level, words
from tongket.core.stored_findings import findings_to_json
from tongket.core.text import nfc
from tongket.documents.render.fonts import FontsMissing
from tongket.papers.examine import Examination, examine
from tongket.papers.models import Paper
from tongket.papers.queries.copied import NOTHING_COPIED, Copied, copied_in
from tongket.papers.queries.form import Ruled, ruled_by, ruled_for
from tongket.papers.queries.known import assignment_of, known_of
from tongket.papers.rules import Measured, measured_as
from tongket.papers.values import Assignment, Known
from tongket.reading.guard import examine as look_at
from tongket.reading.kinds import FOREIGN, Kind
from tongket.reading.limits import DEFAULT
from tongket.reading.manuscript import wire
from tongket.reading.manuscript.refusals import of_papers
from tongket.reading.manuscript.safely import ToRecognise, read_manuscript
from tongket.reading.manuscript.typed import manuscript_of
from tongket.reading.manuscript.values import Manuscript
from tongket.reading.refusals import Unreadable

# Where the figures of a version keep what a machine read on its pictures, by their number as text.
ON_PICTURES = "words_on_pictures"
# A hundred pages, which take three seconds to measure.
QUICK_TEXT_BYTES = 300_000
# The paper is kept; where a type face is installed it is measured again.
_NO_FONTS = Finding(
    "fonts-missing",
    Level.APPROVAL,
    words("Máy này thiếu phông chữ để dàn bài, nên chưa đo được."),
    wanted=words("Phông chữ có bề rộng như Times New Roman, đủ chữ tiếng Việt."),
    todo=words("Bài đã được nhận và giữ. Người quản trị cài phông Tinos rồi bấm “Đo lại” ở trang thể thức."),
)


@dataclass(frozen=True, slots=True)
class Around:
    """What one paper is measured by and against."""

    ruled: Ruled
    assignment: Assignment
    known: Known
    today: date


@dataclass(frozen=True, slots=True)
class Given:
    """What was handed over: a file, or text written in the page (then `data` is empty)."""

    data: bytes = b""
    name: str = ""
    text: str = ""

    @property
    def content(self) -> bytes:
        """What is kept of it as a file: the text, where it was written in the page."""
        return nfc(self.text).encode() if self.text else self.data

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read: only paper came."""
        return not self.data and not self.text.strip()


@dataclass(frozen=True, slots=True)
class Measurement:
    """What a version was found to be; `findings` why it is not read where it could not be."""

    state: Measured
    manuscript: Manuscript | None = None
    figures: dict[str, Any] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    passed: tuple[str, ...] = ()
    form: dict[str, Any] = field(default_factory=dict)

    def values(self) -> dict[str, Any]:
        """As a version's row keeps it; its pictures are kept apart."""
        read = self.manuscript
        return {
            "state": self.state,
            "manuscript": wire.to_json(read) if read else None,
            "text": read.text.replace("\0", " ") if read else "",
            "measured": self.figures,
            "findings": findings_to_json(self.findings),
            "passed": list(self.passed),
            "form": self.form,
        }


def around(paper: Paper, *, on: date) -> Around:
    """What this paper is measured by and against on a day; about sixteen queries."""
    conference: Conference = paper.duty.conference
    ruled = ruled_for(paper, ruled_by(conference, on=on))
    return Around(ruled, assignment_of(paper), known_of(conference, paper.duty.unit, on=on), on)


def is_quick(given: Given) -> bool:
    """Whether a file is read while its sender waits; raises Unreadable for what is refused at first sight.

    What another program must turn into text first takes longer than that, and so does a text of a hundred pages.
    """
    if given.text or not given.data:
        return len(given.content) <= QUICK_TEXT_BYTES
    try:
        kind = look_at(given.data, DEFAULT)
    except Unreadable as refusal:
        raise of_papers(refusal, given.name) from None
    return len(given.data) <= QUICK_TEXT_BYTES if kind is Kind.TEXT else kind not in FOREIGN


def read(given: Given, *, recognise: bool = True) -> Manuscript:
    """The manuscript of what was handed over; raises Unreadable with one sentence.

    Without `recognise` nobody waits for a scan: ToRecognise is raised.
    """
    if given.text:
        return manuscript_of(given.text)
    return read_manuscript(given.data, name=given.name, recognise=recognise)


def measure(
    manuscript: Manuscript,
    within: Around,
    *,
    copied: Copied = NOTHING_COPIED,
    title: str = "",
    speaker: str = "",
    words_on_pictures: Mapping[int, int] | None = None,
    file_name: str = "",
) -> Measurement:
    """What a manuscript measures as; asks the database nothing. Without type faces it is kept, not measured.

    `words_on_pictures` are those that a machine read, None where none looked yet: then their shape is judged.
    `file_name` is what the file was called, empty for text.
    """
    form = within.ruled.as_json()
    try:
        examined = examine(
            manuscript,
            form=within.ruled.form,
            limits=within.ruled.limits,
            assignment=within.assignment,
            known=replace(within.known, sources=copied.sources),
            passages=copied.passages,
            title=title,
            speaker=speaker,
            today=within.today,
            words_on_pictures=words_on_pictures,
            file_name=file_name,
        )
    except FontsMissing:
        return Measurement(Measured.NOT_HERE, manuscript, findings=(_NO_FONTS,), form=form)
    figures = figures_of(examined)
    if words_on_pictures is not None:
        figures[ON_PICTURES] = {str(number): count for number, count in words_on_pictures.items()}
    return Measurement(Measured.DONE, manuscript, figures, examined.findings, examined.passed, form)


def figures_of(examined: Examination) -> dict[str, Any]:
    """The figures of an examination by the names of the command's JSON, and what its page shows beside them.

    `places` has a row for each block (see `render.values.Place`), `written` counts what is read aloud before numbers
    and short forms are said in full, `expansions` has these: as written, as spoken, how many syllables.
    """
    laid, heard = examined.laid, examined.spoken
    return examined.figures.as_json() | {
        "places": [list(asdict(place).values()) for place in laid.places],
        "lines": laid.lines,
        "lines_a_page": laid.lines_a_page,
        "written": heard.written,
        "expansions": [[each.written, each.spoken, each.syllables] for each in heard.expansions],
        "asked": [asdict(each) for each in examined.asked],
    }


def measured(given: Given, paper: Paper, *, title: str, speaker: str, on: date) -> Measurement:
    """Reads what was handed over and measures it, a scan aside; raises Unreadable."""
    try:
        manuscript = read(given, recognise=False)
    except ToRecognise:
        return Measurement(Measured.SCANNED)
    within = around(paper, on=on)
    copied = copied_in(paper, manuscript.text)
    return measure(manuscript, within, copied=copied, title=title, speaker=speaker, file_name=given.name)


def refused(given: Given, refusal: Unreadable) -> Measurement:
    """What is kept of a file that was not read: whether another machine could, and the sentence that says why."""
    return Measurement(
        measured_as(refusal.finding.code, needs_office=_needs_office(given)), findings=(refusal.finding,)
    )


def _needs_office(given: Given) -> bool:
    try:
        return look_at(given.data, DEFAULT) in FOREIGN
    except Unreadable:
        return False
