"""LibreOffice's second opinion on the numbers that stand nowhere in a .docx."""

import random
import subprocess
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from tests.parts import need
from tests.reading.making import W
from tests.reading.word.test_numbering import PLAN, num
from tongket.reading.reader import read_file

ANEW = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'


def make(path: Path, dice: random.Random) -> None:
    """A .docx of 40 paragraphs in three lists of one definition, one of which starts anew."""
    made = docx.Document()
    numbering = made.part.numbering_part.element
    abstract = PLAN.replace('abstractNumId="1"', 'abstractNumId="91"')
    numbering.insert(0, parse_xml(abstract.replace("<w:abstractNum ", f'<w:abstractNum xmlns:w="{W}" ')))
    for each in (num(21, 91), num(22, 91, ANEW), num(23, 91)):
        numbering.append(parse_xml(each.replace("<w:num ", f'<w:num xmlns:w="{W}" ')))
    for _ in range(40):
        level, number = dice.choice([0, 0, 1, 1, 2, 3]), dice.choice([21, 21, 21, 22, 23])
        inside = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
        made.add_paragraph("x")._p.get_or_add_pPr().append(parse_xml(f'<w:numPr xmlns:w="{W}">{inside}</w:numPr>'))
    made.save(str(path))


@pytest.mark.slow
@pytest.mark.office
def test_labels_are_those_that_libreoffice_shows(tmp_path: Path) -> None:
    office = need("LibreOffice")
    paths = [tmp_path / f"{seed}.docx" for seed in range(6)]
    for seed, path in enumerate(paths):
        make(path, random.Random(seed))

    command = [office, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)

    for path in paths:
        shown = path.with_suffix(".txt").read_text("utf-8-sig").splitlines()
        assert [line.text for line in read_file(path).lines] == [line.strip() for line in shown if line.strip()]
