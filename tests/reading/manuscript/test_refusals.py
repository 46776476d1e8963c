"""What is said of a paper that cannot be read."""

import pytest

from tongket.core.findings import compose
from tongket.reading.manuscript.refusals import of_papers
from tongket.reading.refusals import _SENTENCES, refuse


@pytest.mark.parametrize("code", _SENTENCES)
def test_no_refusal_of_a_paper_speaks_of_a_plan(code: str) -> None:
    said = compose(of_papers(refuse(code, found="x", wanted="1")).finding)

    assert "kế hoạch" not in str(said).lower()
    assert said.found
    assert said.todo


def test_the_sentence_names_the_file_and_the_figures() -> None:
    refused = of_papers(refuse("too-large", found=31.5, wanted=30), "bai.docx")

    assert str(refused) == (
        "Tệp lớn 31,5 MB. Chỉ đọc tệp đến 30 MB. Tệp: bai.docx. Thu nhỏ hoặc bỏ bớt ảnh trong tệp rồi nộp lại."
    )


def test_what_is_not_said_anew_stays() -> None:
    plain = refuse("macro", name="a.docm")

    assert of_papers(plain).finding == plain.finding
