"""Forms that LibreOffice saved again, and reports that it made .docx or PDF, are read as they were written."""

from pathlib import Path

import pytest

from tests.factories.forms import KNOWN, OUTLINE, UNIT, UNIT_KEY
from tests.factories.outlines import SAMPLES, docx_of, manuscript_of, sample_outline
from tests.reviews.offline.test_round_trip import without_places
from tests.reviews.second_opinion import saved_again
from tongket.reading.manuscript.safely import read_manuscript
from tongket.reviews.cutting import cut_report
from tongket.reviews.offline.form import write_form
from tongket.reviews.offline.reading import read_form
from tongket.reviews.offline.sheet import write_sheet
from tongket.reviews.reports.reading import read_report

pytestmark = [pytest.mark.office, pytest.mark.slow]


@pytest.mark.parametrize("suffix", ["docx", "odt", "doc"])
def test_form_saved_by_libreoffice_is_read_alike(suffix: str, tmp_path: Path) -> None:
    form = write_form(OUTLINE, unit=UNIT, unit_key=UNIT_KEY, known=KNOWN)

    again = saved_again({"form.docx": form}, suffix, tmp_path)["form.docx"]

    read = read_form(again, OUTLINE)
    assert read is not None
    assert (without_places(read[0]), read[1]) == (KNOWN, ())


@pytest.mark.parametrize("suffix", ["xlsx", "ods", "xls"])
def test_sheet_saved_by_libreoffice_is_read_alike(suffix: str, tmp_path: Path) -> None:
    sheet = write_sheet(OUTLINE, unit=UNIT, unit_key=UNIT_KEY, known=KNOWN)

    again = saved_again({"form.xlsx": sheet}, suffix, tmp_path)["form.xlsx"]

    read = read_form(again, OUTLINE)
    assert read is not None
    assert (without_places(read[0]), read[1]) == (KNOWN, ())


def test_printed_reports_say_what_their_texts_say(tmp_path: Path) -> None:
    outline = sample_outline()
    texts = {f"{path.stem}.docx": path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))}
    files = {name: docx_of(text) for name, text in texts.items()}
    printed = saved_again(files, "pdf", tmp_path)

    for name, text in texts.items():
        typed = read_report(manuscript_of(text), outline)
        for data in (files[name], printed[name]):
            read = read_report(read_manuscript(data), outline)
            assert [(each.indicator, each.period, each.value) for each in read.figures] == [
                (each.indicator, each.period, each.value) for each in typed.figures
            ]
            assert [each.name for each in read.exemplars] == [each.name for each in typed.exemplars]
            assert [(each.kind, each.text) for each in cut_report(read)] == [
                (each.kind, each.text) for each in cut_report(typed)
            ]
