"""Files that nobody vouches for: each hostile or foreign one gets one sentence, a good one is read in a child."""

import subprocess
import sys

import pytest

from tests.documents.checks import right
from tests.documents.checks.writing import written
from tests.reading.hostile import HOSTILE
from tests.reading.making import docx, paragraph, pdf_page, shown
from tongket.core.findings import compose
from tongket.documents.checks import check_file
from tongket.documents.render.values import Profile
from tongket.documents.seen.safely import see_safely
from tongket.documents.seen.walk import see
from tongket.reading.limits import DEFAULT, Limits
from tongket.reading.refusals import Unreadable

PLAN = written(right.plan())
# What is not even looked into because it is no .docx, and what is no Word file at all.
NOT_DOCX = {"PDF bomb": "other-format", "encrypted .pdf": "other-format", "five thousand pages": "other-format"}
FOREIGN = {
    "pdf": (pdf_page(shown("Ke hoach", 90, 700)), "Tệp là PDF."),
    "text": ("KẾ HOẠCH".encode(), "Tệp là văn bản thuần (.txt)."),
    "rtf": (b"{\\rtf1 x}", "Tệp là RTF (.rtf)."),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(20), "Tệp là ảnh."),
    "empty": (b"", "Tệp không có chữ nào."),
}


@pytest.mark.slow
def test_child_sees_what_this_process_would_see() -> None:
    assert see_safely(PLAN) == see(PLAN, DEFAULT)


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_gets_one_sentence(name: str) -> None:
    make, code = HOSTILE[name]
    checked = check_file(make(), "a.docx", profile=Profile.FRONT)

    assert checked.fault
    assert (checked.is_readable, checked.fault.code, checked.results) == (False, NOT_DOCX.get(name, code), ())
    assert compose(checked.fault).where == "Tệp: a.docx."
    assert "kế hoạch" not in str(compose(checked.fault)).lower()


@pytest.mark.parametrize("name", FOREIGN)
def test_foreign_file_is_named(name: str) -> None:
    data, found = FOREIGN[name]
    with pytest.raises(Unreadable) as refused:
        see_safely(data)

    assert compose(refused.value.finding).found == found


@pytest.mark.slow
def test_child_is_bounded() -> None:
    long = docx("".join(paragraph(f"Mục {number} " * 30) for number in range(20_000)))
    for limits, code in ((Limits(wall_seconds=0.001), "too-slow"), (Limits(answer_bytes=20), "broken")):
        checked = check_file(PLAN, profile=Profile.FRONT, limits=limits)
        assert checked.fault
        assert checked.fault.code == code
    checked = check_file(long, profile=Profile.FRONT, limits=Limits(memory_bytes=60_000_000))
    assert checked.fault
    assert checked.fault.code == "too-hungry"


@pytest.mark.slow
def test_parent_loads_no_parser_and_no_django() -> None:
    code = (
        "import sys; from tongket.documents.checks import check_file;"
        "from tongket.documents.render.values import Profile;"
        "print(check_file(sys.stdin.buffer.read(), profile=Profile.FRONT).passed, [name for name in sys.modules"
        " if name.split('.')[0] in {'docx', 'lxml', 'typst', 'django'}])"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code], input=PLAN, capture_output=True, check=True)

    assert done.stdout == b"34 []\n"
