"""Whatever bytes come in, a manuscript that can be written down comes out, or a refusal, and never anything else."""

import json
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.making import paragraph, pdf_page, run, shown
from tests.reading.manuscript.making import box, inline, paper, picture
from tests.reading.manuscript.test_docx import LIST, listed
from tests.reading.test_fuzz import mutated, mutated_inside
from tongket.core.findings import compose
from tongket.reading.guard import examine
from tongket.reading.kinds import Kind
from tongket.reading.limits import DEFAULT
from tongket.reading.manuscript import docx, printed
from tongket.reading.manuscript.answer import decode, encode
from tongket.reading.manuscript.typed import manuscript_of
from tongket.reading.manuscript.wire import from_json, to_json
from tongket.reading.refusals import Unreadable

NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
SPAN = '<w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>'
PAPER = paper(
    paragraph("Kết quả", listed(0))
    + paragraph(
        "",
        '<w:spacing w:before="120" w:line="276"/><w:ind w:left="720"/>',
        inside=run("chữ", '<w:sz w:val="26"/><w:spacing w:val="-4"/><w:w w:val="90"/>')
        + NOTE
        + inline("p")
        + box("hộp"),
    )
    + f"<w:tbl><w:tblGrid><w:gridCol w:w='900'/></w:tblGrid><w:tr><w:tc>{SPAN}{paragraph('ô')}</w:tc></w:tr></w:tbl>"
    + '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:left="1701"/></w:sectPr>',
    numbering=LIST,
    footnotes=f'<w:footnote w:id="1">{paragraph("chú")}</w:footnote>',
    pictures={"p": picture()},
)
PAGE = pdf_page(shown("Kinh thua Hoi nghi, toi xin trinh bay tham luan", 90, 700))


def read_or_refused(data: bytes) -> None:
    try:
        kind = examine(data, DEFAULT)
        if kind in {Kind.DOCX, Kind.PDF}:
            draft = (docx if kind is Kind.DOCX else printed).draft(data, DEFAULT)
            assert decode(encode(draft)) == draft
    except Unreadable as refused:
        compose(refused.finding)


@settings(max_examples=80, derandomize=True, deadline=None)
@given(st.text(max_size=300))
def test_random_text_is_a_manuscript(text: str) -> None:
    found = manuscript_of(text)

    assert from_json(json.loads(json.dumps(to_json(found))), []) == found


@pytest.mark.slow
@pytest.mark.parametrize("data", [PAPER, PAGE], ids=["docx", "pdf"])
def test_mutated_files_are_read_or_refused(data: bytes) -> None:
    dice = random.Random(3)

    for _ in range(40):
        read_or_refused(mutated(data, dice))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_mutated_parts_are_read_or_refused(seed: int) -> None:
    dice = random.Random(seed)

    for _ in range(100):
        read_or_refused(mutated_inside(PAPER, dice))


def test_seeds_are_good_files() -> None:
    assert docx.read(PAPER, DEFAULT).lost == ("text-box",)
    assert printed.draft(PAGE, DEFAULT).manuscript.pages == 1
