"""What this office reports upward: its issued report, its figures with their coverage, its models, as values."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from tongket.conferences.models import Conference
from tongket.documents.models import Document
from tongket.documents.rules import DocumentState
from tongket.exemplars.queries import exemplars_in
from tongket.reviews.bundles.values import About, Asked, Coverage, Sender, Summary
from tongket.reviews.models import Period, Tally
from tongket.reviews.queries.outline import outline_of
from tongket.reviews.queries.tally import Line, RollUp, roll_up_page
from tongket.reviews.rules import Gather, Kind
from tongket.reviews.values import Cut, Figure, Filled, Named, Outline, Question
from tongket.synthesis.composing.skeleton import ASSESSED
from tongket.synthesis.models import Passage, Report
from tongket.synthesis.queries.totals import tally_value

# Which section of the report says what; the second part says results, the annexes nothing that is a sentence.
KINDS = {
    "I": Kind.CONTEXT,
    **{code: kind for code, _heading, kind in ASSESSED},
    "IV": Kind.PLANNED,
}


def issued_report(conference: Conference) -> Document | None:
    """The summary report as it was issued last, None while it was not; one query."""
    found = Document.objects.filter(conference=conference, kind="summary_report", state=DocumentState.ISSUED)
    return found.select_related("pdf", "docx", "signed", "entry").order_by("-pk").first()


def summary_of(conference: Conference, *, number: str, now: datetime) -> Summary:
    """The summary as values; `number` is that of the issued report."""
    outline, host = outline_of(conference), conference.host
    cuts = tuple(_statements(conference, outline))
    page = _page(conference)
    return Summary(
        sender=Sender(host.name, host.body, host.place_kind, host.place, host.email),
        about=About(conference.title, conference.held_on, number),
        made_at=now,
        filled=Filled(
            answers=_answers(cuts),
            figures=tuple(_figures(conference)),
            exemplars=tuple(
                Named(row.name, row.owner.name if row.owner else row.owner_name, row.place)
                for row in exemplars_in(conference.pk)
            ),
            held_on=conference.held_on,
        ),
        periods=outline.periods,
        asked={each.code: Asked(each.name, each.measure) for each in outline.indicators},
        coverage=tuple(_coverage(page)) if page else (),
        statements=cuts,
    )


def _page(conference: Conference) -> RollUp | None:
    current = Period.objects.filter(outline__conference=conference, is_current=True).first()
    return roll_up_page(conference, conference.host, current) if current else None


def _figures(conference: Conference) -> Iterator[Figure]:
    """Every figure of the host, of every period; a rate goes along as its two parts, from which it is made again."""
    found = Tally.objects.filter(conference=conference, unit=conference.host_id, indicator__is_removed=False)
    for tally in found.select_related("indicator", "period").order_by("period__last_on", "indicator__ordinal"):
        value = tally_value(tally)
        if value is not None and tally.indicator.gather != Gather.RATE:
            yield Figure(tally.indicator.code, tally.period.code, value)


def _coverage(page: RollUp) -> Iterator[Coverage]:
    for line in page.lines:
        if line.value is not None and line.coverage.number < line.coverage.expected:
            yield _covered(line, page.period)


def _covered(line: Line, period: Period) -> Coverage:
    told = line.coverage
    return Coverage(line.indicator.code, period.code, told.number, told.expected, told.missing)


def _statements(conference: Conference, outline: Outline) -> Iterator[Cut]:
    """What the report says, sentence by sentence, by the question of this outline that asks for it."""
    report = Report.objects.filter(conference=conference).first()
    rows = Passage.objects.filter(section__report=report, is_left_out=False, section__is_left_out=False)
    for row in rows.select_related("section").order_by("section__ordinal", "ordinal", "pk"):
        kind, question = _asked(row.section.code, row.section.clause, outline.questions)
        yield Cut(kind, row.text, question)


def _asked(code: str, clause: str, questions: Sequence[Question]) -> tuple[Kind, str]:
    """The kind of what a section says, and the question it answers, empty where none asks it."""
    kind = Kind.RECOMMENDATION if code.startswith("V") else KINDS.get(code, Kind.RESULT)
    alike = [each for each in questions if each.kind is kind]
    exact = [each for each in alike if clause and each.clause == clause]
    return kind, next((each.code for each in [*exact, *alike]), "")


def _answers(cuts: Sequence[Cut]) -> dict[str, str]:
    """The sentences that answer each question, one to a line."""
    answers: dict[str, list[str]] = {}
    for cut in cuts:
        if cut.question:
            answers.setdefault(cut.question, []).append(cut.text)
    return {code: "\n".join(said) for code, said in answers.items()}
