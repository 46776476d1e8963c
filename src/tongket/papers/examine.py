"""Looks at one paper: measures it, listens to it, and asks every check. Pure, without a database."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from tongket.core.findings import Finding, Level, Result
from tongket.core.spoken.saying import spoken
from tongket.core.spoken.values import Spoken
from tongket.papers.checks import Sight, run_checks
from tongket.papers.checks.anatomy import anatomy_of, read_aloud
from tongket.papers.checks.topic import Asked, asked_of
from tongket.papers.render.lengths import measure
from tongket.papers.render.values import Laid
from tongket.papers.values import Assignment, Known, Limits, Shared, StandardForm
from tongket.reading.manuscript.values import Manuscript

_NOTHING_KNOWN = Known()
_NOTHING_ASKED = Assignment()


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured, named as every JSON answer names it; `pages_submitted` is None where a file has no pages.

    Pages carry their fraction (3.42), `pages_standard` at the spacing a paper should keep and `pages_single` at the one
    it must; minutes are those at the usual rate.
    """

    pages_submitted: float | None
    pages_standard: float
    pages_single: float
    syllables: int
    speaking_minutes: float

    def as_json(self) -> dict[str, float | int | None]:
        """The figures by name."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Examination:
    """What is to be said of a paper. `text` is what a speaker reads aloud: `spoken.expansions` count its letters.

    `asked` is everything the topic asks for with where the paper has it; `title` the title in its head, "" for none.
    """

    figures: Figures
    results: tuple[Result, ...]
    laid: Laid
    spoken: Spoken
    text: str
    asked: tuple[Asked, ...]
    title: str

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all checks, in the order of asking."""
        return tuple(finding for result in self.results for finding in result.findings)

    @property
    def passed(self) -> tuple[str, ...]:
        """The names of the checks that found nothing."""
        return tuple(result.check for result in self.results if not result.findings)

    @property
    def is_blocked(self) -> bool:
        """Whether a finding stops the paper."""
        return any(finding.level is Level.BLOCKER for finding in self.findings)


def examine(
    manuscript: Manuscript,
    *,
    form: StandardForm,
    limits: Limits,
    assignment: Assignment = _NOTHING_ASKED,
    known: Known = _NOTHING_KNOWN,
    passages: Sequence[Shared] = (),
    title: str = "",
    speaker: str = "",
    today: date | None = None,
    words_on_pictures: Mapping[int, int] | None = None,
    file_name: str = "",
) -> Examination:
    """Measures and checks a paper that has words.

    `passages` are those that the index found for `manuscript.text`; `title` and `speaker` what was typed beside the
    file; without `today` no date is called too late; `words_on_pictures` are what a machine counted, by picture;
    `file_name` is what the file was called, empty for text.
    Raises FontsMissing where no type face is found to lay it out by.
    """
    anatomy, text = anatomy_of(manuscript), read_aloud(manuscript)
    lengths, heard = measure(manuscript, form), spoken(text)
    sight = Sight(
        manuscript=manuscript,
        form=form,
        limits=limits,
        laid=lengths.usual,
        pages_tight=lengths.tight,
        spoken=heard,
        anatomy=anatomy,
        pages_submitted=lengths.submitted,
        assignment=assignment,
        known=known,
        passages=passages,
        title=title,
        speaker=speaker or assignment.speaker,
        today=today,
        words_on_pictures=words_on_pictures or {},
        file_name=file_name,
    )
    figures = Figures(
        pages_submitted=None if lengths.submitted is None else round(lengths.submitted, 2),
        pages_standard=round(lengths.usual.pages, 2),
        pages_single=round(lengths.tight, 2),
        syllables=heard.syllables,
        speaking_minutes=round(heard.syllables / limits.rate, 2),
    )
    return Examination(figures, run_checks(sight), lengths.usual, heard, text, asked_of(sight), anatomy.title)
