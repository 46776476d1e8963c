"""One paper looked at whole: figures, results, and what is told of it."""

from dataclasses import replace

import pytest

from tests.papers.checks.looking import GREETING, PROSE, Passage, manuscript
from tongket.papers.copying.index import Index
from tongket.papers.examine import examine
from tongket.papers.values import Known, Origin, Source, shipped_limits, standard_form
from tongket.reading.manuscript.values import Manuscript, Nature, Paragraph, Piece, Sheet

FORM, LIMITS = standard_form(), shipped_limits()
END = "Xin trân trọng cảm ơn./."
HEAD = ("HỘI NÔNG DÂN THÀNH PHỐ", "THAM LUẬN", "Trồng sen ở ruộng trũng")
PAPER = manuscript(*HEAD, GREETING, *[PROSE] * 12, END)


def dressed(paper: Manuscript, **dress: float) -> Manuscript:
    """The same words in another dress."""
    blocks = (block for block in paper.blocks if isinstance(block, Paragraph))
    worn = tuple(replace(block, pieces=(replace(block.pieces[0], **dress),)) for block in blocks)  # type: ignore[arg-type]
    return replace(paper, blocks=worn)


def test_figures_are_named_as_the_issue_names_them() -> None:
    figures = examine(PAPER, form=FORM, limits=LIMITS).figures.as_json()

    assert list(figures) == ["pages_submitted", "pages_standard", "pages_single", "syllables", "speaking_minutes"]
    assert figures["pages_single"] is not None
    assert figures["pages_standard"] is not None
    assert figures["pages_single"] < figures["pages_standard"]
    assert figures["syllables"] == 5 + 2 + 5 + 6 + 12 * len(PROSE.split()) + 5
    assert figures["speaking_minutes"] == round((figures["syllables"] or 0) / 200, 2)


@pytest.mark.parametrize(
    ("paper", "code"),
    [
        (dressed(PAPER, size_pt=10), "small-type"),
        (dressed(PAPER, letter_gap_pt=-0.8), "condensed"),
        (dressed(PAPER, width=0.8), "condensed"),
        (replace(PAPER, sheet=Sheet(210, 297, 10, 10, 10, 10)), "thin-margins"),
    ],
    ids=["small type", "gaps", "narrow letters", "margins"],
)
def test_tricks_of_dress_gain_nothing_and_are_told(paper: Manuscript, code: str) -> None:
    plain, tricked = (examine(each, form=FORM, limits=LIMITS) for each in (PAPER, paper))

    assert tricked.figures.pages_standard == plain.figures.pages_standard
    assert code in [finding.code for finding in tricked.findings]
    assert code not in [finding.code for finding in plain.findings]


def test_hidden_words_are_neither_laid_out_nor_read() -> None:
    paper = replace(PAPER, blocks=(*PAPER.blocks[:-1], Paragraph((Piece(PROSE, is_hidden=True),)), PAPER.blocks[-1]))

    seen, plain = (examine(each, form=FORM, limits=LIMITS) for each in (paper, PAPER))

    assert seen.figures.syllables == plain.figures.syllables
    assert [finding.code for finding in seen.findings] == [*[f.code for f in plain.findings], "hidden-text"]


def test_pasted_text_has_no_pages_of_its_own() -> None:
    seen = examine(replace(PAPER, nature=Nature.TEXT), form=FORM, limits=LIMITS)

    assert seen.figures.pages_submitted is None
    assert "pages-submitted" not in seen.passed


def test_good_paper_is_told_what_passed() -> None:
    seen = examine(PAPER, form=FORM, limits=LIMITS)

    assert seen.findings == ()
    assert not seen.is_blocked
    assert {"pages", "minutes", "title", "unit", "closing"} <= set(seen.passed)
    assert seen.title == "Trồng sen ở ruộng trũng"


def test_passages_and_speaker_are_handed_on() -> None:
    start = PAPER.text.index(PROSE)
    passage = Passage(7, start, start + len(PROSE), PROSE, 30)

    seen = examine(manuscript(GREETING, PROSE, END), form=FORM, limits=LIMITS, passages=(passage,), speaker="Bà Lệ")

    assert [finding.code for finding in seen.findings] == ["title-missing", "copied"]


def test_blocker_stops() -> None:
    limits = replace(LIMITS, pages=0.2)

    assert examine(PAPER, form=FORM, limits=limits).is_blocked


def test_passages_of_the_index_are_told_with_their_source() -> None:
    paper = manuscript(*HEAD, GREETING, *[PROSE] * 12, "Riêng đoạn này là của chúng tôi.", END)
    index = Index([("an-phu", f"Mở đầu. {PROSE} Hết.")])
    known = Known(sources=(Source("an-phu", "Lùi một bước rào", Origin.EARLIER),))

    seen = examine(paper, form=FORM, limits=LIMITS, passages=index.passages(paper.text), known=known)

    (finding,) = seen.findings
    assert (finding.code, finding.values["label"], finding.values["block"]) == ("copied", "Lùi một bước rào", 4)
