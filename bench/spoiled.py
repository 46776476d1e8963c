"""One spoiled plan for each seed: mostly text, also Word and PDF, spoiled inside and outside, read to its findings."""

from bench.file_mutations import mutate_pdf, mutate_word
from bench.mutations import mutate
from bench.samples import plan_files, plan_texts
from tongket.plans.checks import Context, run_checks
from tongket.plans.facts import from_json, to_json
from tongket.plans.plan import Plan
from tongket.plans.read import read_document
from tongket.reading.reader import read_bytes
from tongket.reading.refusals import Unreadable

TEXTS = plan_texts()
WORDS, PDFS = ([path.read_bytes() for path in plan_files(ending)] for ending in (".docx", ".pdf"))
# Of forty seeds four are whole plans as text, thirty a few lines of one; five are Word, one is PDF.
ROUND, PIECE_FROM, WORD_FROM, PDF_FROM = 40, 4, 34, 39
LINES_OF_A_PIECE = 16


def spoiled(seed: int) -> bytes:
    """The file of this seed."""
    turn, which = seed % ROUND, seed // ROUND
    if turn >= PDF_FROM:
        return mutate_pdf(PDFS[which % len(PDFS)], seed)
    if turn >= WORD_FROM:
        return mutate_word(WORDS[which % len(WORDS)], seed)
    text = TEXTS[which % len(TEXTS)]
    return mutate(_piece(text, seed) if turn >= PIECE_FROM else text, seed).encode("utf-8")


def _piece(text: str, seed: int) -> str:
    """A few lines in a row."""
    lines = text.splitlines()
    start = seed * LINES_OF_A_PIECE % len(lines)
    return "\n".join(lines[start : start + LINES_OF_A_PIECE])


def read_spoiled(seed: int) -> None:
    """Reads the file of this seed, through to its findings and its JSON; a refusal is a good answer too.

    Raises ValueError where the facts do not come back from their JSON, or words are said to stand where none are.
    """
    try:
        document = read_bytes(spoiled(seed), name="plan")
    except Unreadable:
        return
    plan = read_document(document)
    run_checks(plan, Context())
    if from_json(to_json(plan.facts)) != plan.facts:
        raise ValueError("the facts do not come back from their JSON")
    _look_at_spans(plan)


def _look_at_spans(plan: Plan) -> None:
    for span in (span for evidence in plan.evidence.values() for span in evidence.spans):
        if not 0 <= span.start <= span.end <= len(plan.lines[span.line].text):
            raise ValueError(f"a span leaves its line: {span}")
